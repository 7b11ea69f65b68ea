# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""`python -m ttnn`: what is installed, where it finds its files, and which devices there are."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import ttnn
from ttnn import _ttnn
from ttnn._output import print_report

_KIB = 1024
_GIB = 1024**3


def main() -> int:
    """Prints the summary and returns the exit status."""
    try:
        for line in _summary():
            print_report(line)
    except (RuntimeError, ValueError) as error:
        print(f"ttnn cannot run here: {error}. `python -m ttnn doctor` says more", file=sys.stderr)
        return 1
    return 0


def _summary() -> Iterator[str]:
    build = _ttnn.build_info()
    yield f"ttnn {ttnn.__version__}"
    yield f"  package       {Path(ttnn.__file__).parent}"
    yield f"  extension     {build.architecture}, {build.compiler}, {build.mode}"
    yield f"  python        {sys.version.split()[0]}, {sys.executable}"
    root = _ttnn.runtime_root()
    yield f"  runtime root  {root.path}"
    yield f"                because {root.reason}"
    yield f"devices         0 to {_ttnn.num_available_devices() - 1}, all simulated and alike"
    yield from _device_summary()


def _device_summary() -> Iterator[str]:
    with ttnn.manage_device(device_id=0) as device:
        grid = device.compute_with_storage_grid_size()
        banks = device.num_dram_channels()
        yield f"  architecture  {device.arch().name.lower()}"
        yield f"  worker cores  {grid.x * grid.y} ({grid.x} x {grid.y})"
        yield f"  L1            {device.l1_size_per_core() // _KIB} KiB per core"
        yield f"  DRAM          {banks} banks of {device.dram_size_per_channel() / _GIB:g} GiB"
