# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What the examples share: kernels by name, circular buffers of tiles, tensors, a comparison."""

from __future__ import annotations

from math import prod
from pathlib import Path
from typing import Any

import numpy as np

import ttnn

KERNELS = Path(__file__).parent / "kernels"
TILE_BYTES = 2 * ttnn.TILE_SIZE**2
"""Of bfloat16."""

READER = ttnn.ReaderConfigDescriptor()
WRITER = ttnn.WriterConfigDescriptor()


def kernel(name: str, cores: Any, config: Any, **options: Any) -> ttnn.KernelDescriptor:
    """The kernel whose source is `kernels/<name>.cpp`."""
    path = str(KERNELS / f"{name}.cpp")
    return ttnn.KernelDescriptor(path, core_ranges=cores, config=config, **options)


def tile_buffer(index: int, cores: Any, num_tiles: int = 2) -> ttnn.CBDescriptor:
    """A circular buffer of bfloat16 tiles; with two, its kernels need not wait for each other."""
    tiles = ttnn.CBFormatDescriptor(index, ttnn.bfloat16, TILE_BYTES)
    return ttnn.CBDescriptor(num_tiles * TILE_BYTES, cores, [tiles])


def random_tensor(device: ttnn.Device, *shape: int, seed: int = 0) -> ttnn.Tensor:
    """Normally distributed bfloat16 numbers in tiles."""
    values = np.random.default_rng(seed).standard_normal(shape).astype(np.float32)
    return ttnn.from_numpy(values, dtype=ttnn.bfloat16, layout=ttnn.TILE_LAYOUT, device=device)


def empty_tensor(device: ttnn.Device, *shape: int) -> ttnn.Tensor:
    """Room for a result of bfloat16 in tiles."""
    return ttnn.allocate_tensor_on_device(shape, ttnn.bfloat16, ttnn.TILE_LAYOUT, device)


def num_tiles(tensor: ttnn.Tensor) -> int:
    """Tiles of a tensor, with those that padding completes."""
    return prod(tensor.padded_shape) // ttnn.TILE_SIZE**2


def split_tiles(
    device: ttnn.Device, tiles: int
) -> tuple[ttnn.CoreRangeSet, ttnn.RuntimeArgs, ttnn.RuntimeArgs]:
    """Spreads tiles over all cores: the cores; first tile and number of each; number of each."""
    grid = device.compute_with_storage_grid_size()
    _, cores, larger, _, more, fewer = ttnn.split_work_to_cores(grid, tiles)
    runs, counts = ttnn.RuntimeArgs(), ttnn.RuntimeArgs()
    first = 0
    for core in ttnn.corerange_to_cores(cores):
        count = more if larger.contains(core) else fewer
        runs.append(core, [first, count])
        counts.append(core, [count])
        first += count
    return cores, runs, counts


def unary_program(
    compute: str, source: ttnn.Tensor, target: ttnn.Tensor, **options: Any
) -> ttnn.ProgramDescriptor:
    """As in add_tensors.py, with one operand: the compute kernel and its options are the caller's.

    DST holds float32; only the result is rounded, to the 8 bits of bfloat16.
    """
    cores, runs, counts = split_tiles(source.device(), num_tiles(target))
    return ttnn.ProgramDescriptor(
        kernels=[
            kernel(
                "read_tiles",
                cores,
                READER,
                compile_time_args=[1],
                runtime_args=runs,
                common_runtime_args=[source.buffer_address()],
            ),
            kernel(
                compute,
                cores,
                ttnn.ComputeConfigDescriptor(fp32_dest_acc_en=True),
                runtime_args=counts,
                **options,
            ),
            kernel(
                "write_tiles",
                cores,
                WRITER,
                runtime_args=runs,
                common_runtime_args=[target.buffer_address()],
            ),
        ],
        cbs=[tile_buffer(index, cores) for index in (0, 16)],
    )


def compare(title: str, result: ttnn.Tensor, expected: np.ndarray, tolerance: float) -> None:
    """Prints the largest error, in units of the largest expected number.

    Raises:
        AssertionError: It is above `tolerance`.
    """
    scale = np.abs(expected).max()
    error = np.abs(ttnn.to_numpy(result) - expected).max() / scale
    assert error <= tolerance, f"{title}: error {error:.2e} is above {tolerance:.2e}"
    print(f"{title}: error {error:.1e}, at most {tolerance:.1e} expected")
