# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What in the caller's environment has a say, or used to have one with other builds."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ttnn.diagnosis.finding import Finding

# What the runtime obeys, and why it may better be unset.
_IN_EFFECT = {
    "ARCH_NAME": "unset it to have the usual chip, wormhole_b0",
    "TT_METAL_HOME": "unset it to find kernels' sources nowhere but in other places",
    "TT_METAL_KERNEL_PATH": "unset it to use the sources that were installed with ttnn",
    "TT_METAL_RUNTIME_ROOT": "unset it to use the kernels that were installed with ttnn",
}
_IN_EFFECT |= dict.fromkeys(
    (
        "TT_METAL_DPRINT_CHIPS",
        "TT_METAL_DPRINT_CORES",
        "TT_METAL_DPRINT_FILE",
        "TT_METAL_DPRINT_PREPEND_DEVICE_CORE_RISC",
        "TT_METAL_DPRINT_RISCVS",
    ),
    "unset it to see nothing of what kernels print",
)
# Read by builds for cards.
_WITHOUT_EFFECT = ("TTNN_CONFIG_OVERRIDES", "TTNN_CONFIG_PATH")


def environment_findings(
    environ: Mapping[str, str], path: Sequence[str], package: Path
) -> Iterator[Finding]:
    """Looks at variables, and for other packages of the same name where modules are looked for."""
    yield from _variables(environ)
    yield from shadows(environ, path, package)


def _variables(environ: Mapping[str, str]) -> Iterator[Finding]:
    for name, advice in _IN_EFFECT.items():
        if value := environ.get(name):
            yield Finding("variable", f"{name}={value} is in effect", "warning", advice)
    for name in _WITHOUT_EFFECT:
        if name in environ:
            yield Finding("variable", f"{name}={environ[name]} has no effect on this build")


def shadows(environ: Mapping[str, str], path: Sequence[str], package: Path) -> Iterator[Finding]:
    """Yields what is called ttnn or tt_metal elsewhere on the way of imports."""
    variable = environ.get("PYTHONPATH", "").split(os.pathsep)
    from_variable = {os.path.realpath(entry) for entry in variable if entry}
    folders: dict[str, Path] = {}
    for entry in path:
        folders.setdefault(os.path.realpath(entry), Path(entry).absolute())
    is_behind = False
    for real, folder in folders.items():
        is_behind = is_behind or real == os.path.realpath(package.parent)
        origin = " (from PYTHONPATH)" if real in from_variable else ""
        other = folder / "ttnn"
        # Not Path.is_file and is_dir, which fail for a folder that may not be entered.
        if os.path.isfile(other / "__init__.py") and other.resolve() != package.resolve():
            yield Finding(
                "shadowing",
                f"{other}{origin} is another ttnn, {'behind' if is_behind else 'before'} this one",
                "warning",
                "leave that folder, take it off the path, or uninstall one of the two",
            )
        if os.path.isdir(folder / "tt_metal"):
            yield Finding(
                "shadowing",
                f"{folder / 'tt_metal'}{origin} is on the path; nothing is read from it",
            )
