# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What in the caller's environment has a say, or used to have one with other builds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ttnn.diagnosis.finding import Finding

# Read by builds for cards; this one has no choice of chips.
_WITHOUT_EFFECT = (
    "ARCH_NAME",
    "TTNN_CONFIG_OVERRIDES",
    "TTNN_CONFIG_PATH",
)


def environment_findings(
    environ: Mapping[str, str], path: Sequence[str], package: Path
) -> Iterator[Finding]:
    """Looks at variables, and for other packages of the same name where modules are looked for."""
    yield from _variables(environ)
    yield from shadows(environ, path, package)


def _variables(environ: Mapping[str, str]) -> Iterator[Finding]:
    if root := environ.get("TT_METAL_RUNTIME_ROOT"):
        advice = "unset it to use the kernels that were installed with ttnn"
        yield Finding(
            "variable", f"TT_METAL_RUNTIME_ROOT={root} decides on kernels", "warning", advice
        )
    if home := environ.get("TT_METAL_HOME"):
        advice = "unset it: it is deprecated, and the installation needs no such variable"
        yield Finding("variable", f"TT_METAL_HOME={home}", "warning", advice)
    for name in _WITHOUT_EFFECT:
        if name in environ:
            yield Finding("variable", f"{name}={environ[name]} has no effect on this build")


def shadows(environ: Mapping[str, str], path: Sequence[str], package: Path) -> Iterator[Finding]:
    """Yields what is called ttnn or tt_metal elsewhere on the way of imports."""
    from_variable = set(filter(None, environ.get("PYTHONPATH", "").split(":")))
    for folder in dict.fromkeys(Path(entry or ".").absolute() for entry in path):
        origin = " (from PYTHONPATH)" if str(folder) in from_variable else ""
        other = folder / "ttnn"
        if (other / "__init__.py").is_file() and other.resolve() != package.resolve():
            is_first = _comes_before(folder, package.parent, path)
            yield Finding(
                "shadowing",
                f"{other}{origin} is another ttnn, {'before' if is_first else 'behind'} this one",
                "warning",
                "leave that folder, take it off the path, or uninstall one of the two",
            )
        if (folder / "tt_metal").is_dir():
            yield Finding(
                "shadowing",
                f"{folder / 'tt_metal'}{origin} is on the path; nothing is read from it",
            )


def _comes_before(folder: Path, other: Path, path: Sequence[str]) -> bool:
    order = [Path(entry or ".").absolute() for entry in path]
    return other not in order or order.index(folder) < order.index(other)
