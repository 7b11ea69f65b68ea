# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Whether the compiled half loads, finds its kernels, and computes.

To be asked in a process of its own: what is damaged may crash it, or never answer.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib import import_module, reload
from pathlib import Path

from ttnn.diagnosis import import_failure
from ttnn.diagnosis.finding import Finding
from ttnn.kernel_compiler import find_kernel_compiler

_LOOK_FOR_DAMAGE = "`python -m ttnn verify` looks for damaged files"


def runtime_findings() -> Iterator[Finding]:
    """Loads the extension, and has a device add two tiles; stops at the first failure."""
    try:
        extension = import_module("ttnn._ttnn")
    except ImportError as error:
        advice = import_failure.explain(error, otherwise=_LOOK_FOR_DAMAGE)
        yield Finding("extension", f"cannot be loaded: {error}", "problem", advice)
        return
    try:
        _import_package()
    except Exception as error:
        fact = f"fails: {type(error).__name__}: {error}"
        yield Finding("import ttnn", fact, "problem", _LOOK_FOR_DAMAGE)
        return
    build = extension.build_info()
    yield Finding("extension", f"{build.architecture}, {build.compiler}, {build.mode}")
    try:
        root = extension.runtime_root()
    except ValueError as error:
        yield Finding("runtime root", str(error), "problem", "correct or unset the variable")
        return
    yield Finding("runtime root", f"{root.path}, because {root.reason}")
    kernels = sum(1 for _ in Path(root.path, "kernels").rglob("*.elf"))
    yield Finding("kernels", f"{kernels} ready-made ELF files, for all operations")
    yield _kernel_compiler()
    yield kernel_cache(extension.kernel_cache_folder())
    yield _addition()


def kernel_cache(folder: str) -> Finding:
    """Judges the folder of compiled kernels, which need not exist yet."""
    if not folder:
        return Finding("kernel cache", "none: HOME is not set")
    place = Path(folder).absolute()
    # Not Path.exists, which fails below a folder that may not be entered.
    above = next(path for path in (place, *place.parents) if os.path.exists(path))
    if not (above.is_dir() and os.access(above, os.W_OK | os.X_OK)):
        fact = f"{place} cannot be written, so kernels of your own are compiled in each process"
        advice = "set TT_METAL_CACHE to a folder that you may write to"
        return Finding("kernel cache", fact, "warning", advice)
    return Finding("kernel cache", str(place))


def _kernel_compiler() -> Finding:
    chosen = os.environ.get("TT_METAL_KERNEL_COMPILER")
    if chosen and not any(map(os.path.isfile, (chosen, os.path.join(chosen, "zig")))):
        fact = f"TT_METAL_KERNEL_COMPILER={chosen}: there is no compiler"
        return Finding("compiler", fact, "problem", "correct or unset the variable")
    place = chosen or find_kernel_compiler()
    if not place:
        fact = "none, so kernels of your own cannot be compiled; pip install 'ttnn[jit]' brings it"
        return Finding("compiler", fact)
    return Finding("compiler", place)


def _import_package() -> None:
    """Imports what the package left out for the diagnosis that this process is a part of."""
    sys.orig_argv = sys.orig_argv[:1]
    reload(import_module("ttnn"))


def _addition() -> Finding:
    try:
        numpy = import_module("numpy")
    except Exception:
        return Finding("device", "not tried, as NumPy cannot be imported", "warning")
    try:
        ttnn = import_module("ttnn")
        ones = numpy.ones((32, 64), dtype=numpy.float32)
        with ttnn.manage_device(device_id=0) as device:
            tensor = ttnn.from_numpy(ones, layout=ttnn.TILE_LAYOUT, device=device)
            sums = ttnn.to_numpy(ttnn.add(tensor, tensor))
    except Exception as error:  # whatever it is, it is what the user would meet
        fact = f"{type(error).__name__}: {error}"
        return Finding("device", fact, "problem", _LOOK_FOR_DAMAGE)
    if not (sums == 2).all():
        return Finding("device", "1 + 1 is not 2 on the device", "problem", "please report this")
    return Finding("device", "simulated; it opens and adds two tiles")
