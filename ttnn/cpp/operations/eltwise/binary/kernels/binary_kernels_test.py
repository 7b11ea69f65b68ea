# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The kernels of elementwise operations give exactly what NumPy gives."""

from __future__ import annotations

import numpy as np
import pytest

from tt_metal.kernels.tests.chip_program import (
    COMPUTE_HARTS,
    FORMATS,
    TILE,
    CircularBuffer,
    InterleavedBuffer,
    Kernel,
    Program,
    bfloat16,
    float32,
    split,
)
from tt_metal.kernels.tests.sim_chip import Chip, Hart

OPERATIONS = {"add": (0, np.add), "subtract": (1, np.subtract), "multiply": (2, np.multiply)}
CORES = [(x, y) for y in range(2) for x in range(3)]

# Compute kernel and block of each dtype: the SFPU holds both operands in DST, which has 4 tiles.
COMPUTE = {bfloat16: ("compute_binary_fpu", 8), float32: ("compute_binary_sfpu", 2)}


def run_binary(
    operation: int, a: np.ndarray, b: np.ndarray, in_dram: tuple[bool, ...]
) -> np.ndarray:
    """a op b, tile by tile, where the places of a, b and the result are in DRAM or L1."""
    chip = Chip()
    num_tiles, tile_size = len(a), a[0].nbytes
    kernel, block = COMPUTE[a.dtype]
    buffers = [
        InterleavedBuffer(chip, 0x80000 + 0x20000 * i, tile_size, num_tiles, is_dram=is_dram)
        for i, is_dram in enumerate(in_dram)
    ]
    buffers[0].write(a.tobytes())
    buffers[1].write(b.tobytes())
    places = [(buffer.address, int(buffer.is_dram)) for buffer in buffers]
    runs = split(num_tiles, CORES)

    Program(
        [
            Kernel(
                "reader_binary",
                [Hart.NCRISC],
                {core: [*places[0], *places[1], *run, block] for core, run in runs.items()},
            ),
            Kernel(
                kernel,
                COMPUTE_HARTS,
                {core: [operation, count, block] for core, (_, count) in runs.items()},
            ),
            Kernel(
                "writer_interleaved",
                [Hart.BRISC],
                {core: [*places[2], *run, block] for core, run in runs.items()},
            ),
        ],
        [CircularBuffer(index, 2 * block, tile_size, FORMATS[a.dtype]) for index in (0, 1, 16)],
        fp32_dest_acc=a.dtype == float32,
    ).run(chip)

    return np.frombuffer(buffers[2].read(), a.dtype).reshape(a.shape)


def operands(dtype: np.dtype, num_tiles: int) -> tuple[np.ndarray, np.ndarray]:
    """Numbers of many magnitudes, so that rounding has work to do."""
    rng = np.random.default_rng(num_tiles)
    mantissas = rng.standard_normal((2, num_tiles, TILE * TILE))
    a, b = (mantissas * np.exp2(rng.integers(-9, 10, mantissas.shape))).astype(dtype)
    return a, b


def reference(operation: str, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """One operation in fp32, rounded once to the dtype, as FPU and packer do it."""
    exact = OPERATIONS[operation][1](a.astype(np.float32), b.astype(np.float32))
    return exact.astype(a.dtype)


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("dtype", [bfloat16, float32], ids=str)
# Fewer tiles than cores; a block and a part on each core; many blocks.
@pytest.mark.parametrize("num_tiles", [1, 67, 200])
def test_result_is_exact(operation: str, dtype: np.dtype, num_tiles: int) -> None:
    a, b = operands(dtype, num_tiles)

    result = run_binary(OPERATIONS[operation][0], a, b, (True, True, True))

    np.testing.assert_array_equal(result, reference(operation, a, b))


@pytest.mark.parametrize(
    "in_dram", [(False,) * 3, (True, False, True), (False, True, False)], ids=str
)
def test_operands_may_lie_in_l1(in_dram: tuple[bool, ...]) -> None:
    a, b = operands(bfloat16, 70)

    result = run_binary(OPERATIONS["subtract"][0], a, b, in_dram)

    np.testing.assert_array_equal(result, reference("subtract", a, b))


@pytest.mark.parametrize("dtype", [bfloat16, float32], ids=str)
def test_infinities_and_nan_pass(dtype: np.dtype) -> None:
    special = np.array([np.inf, -np.inf, np.nan, 0.0, -0.0, 1.0, -1.0, 3e38], dtype)
    a, b = np.zeros((2, 1, TILE * TILE), dtype)
    a[0, :64], b[0, :64] = np.repeat(special, 8), np.tile(special, 8)

    for operation, (number, _) in OPERATIONS.items():
        result = run_binary(number, a, b, (True, True, True))

        with np.errstate(invalid="ignore", over="ignore"):
            expected = reference(operation, a, b)
        # Widened, since only NumPy's own types take one NaN for another.
        np.testing.assert_array_equal(result.astype(np.float32), expected.astype(np.float32))
