# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The FPU's part of the compute API against NumPy, on small integers, for which all is exact."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from tt_metal.kernels.tests.chip_program import (
    COMPUTE_HARTS,
    TILE,
    CircularBuffer,
    Kernel,
    Program,
    float32,
    tilize,
    untilize,
)
from tt_metal.kernels.tests.sim_chip import Chip, DataFormat, Hart

ORIGIN = (0, 0)
A, B, OUT = 0, 1, 16
NUM_PAIRS = 3
TILE_SIZE = TILE * TILE * float32.itemsize

Operation = Callable[[np.ndarray, np.ndarray], np.ndarray]


def transposed(tiles: np.ndarray) -> np.ndarray:
    return np.swapaxes(tiles, -1, -2)


def first_row(tiles: np.ndarray) -> np.ndarray:
    return tiles[:, :1, :]


def first_column(tiles: np.ndarray) -> np.ndarray:
    return tiles[:, :, :1]


def first_datum(tiles: np.ndarray) -> np.ndarray:
    return tiles[:, :1, :1]


def padded(result: np.ndarray) -> np.ndarray:
    """A tile of zeros around what a reduction leaves."""
    _, height, width = result.shape
    return np.pad(result, ((0, 0), (0, TILE - height), (0, TILE - width)))


def weighed_row(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return a * first_row(b)


def weighed_column(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return a * transposed(first_row(b))


def largest(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Of a tile weighed along both dimensions, one after the other."""
    rows = weighed_column(a, b).max(1, keepdims=True)
    return (rows * first_row(b)).max(2, keepdims=True)


# In the order of kOperations in fixtures/compute_tile_operations.cpp.
OPERATIONS: dict[str, Operation] = {
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "mul": lambda a, b: a * b,
    "add_acc_to_dest": lambda a, b: b + (a + b),
    "add_bcast_rows": lambda a, b: a + first_row(b),
    "add_bcast_cols": lambda a, b: a + first_column(b),
    "add_bcast_scalar": lambda a, b: a + first_datum(b),
    "sub_bcast_rows": lambda a, b: a - first_row(b),
    "sub_bcast_cols": lambda a, b: a - first_column(b),
    "sub_bcast_scalar": lambda a, b: a - first_datum(b),
    "mul_bcast_rows": lambda a, b: a * first_row(b),
    "mul_bcast_cols": lambda a, b: a * first_column(b),
    "mul_bcast_scalar": lambda a, b: a * first_datum(b),
    "add_dest_to_srca": lambda a, b: a + b,
    "sub_dest_to_srca": lambda a, b: a - b,
    "sub_dest_to_srcb": lambda a, b: b - a,
    "mul_dest_to_srcb": lambda a, b: b * a,
    "unary_bcast_row": lambda _, b: np.broadcast_to(first_row(b), b.shape),
    "unary_bcast_col": lambda _, b: np.broadcast_to(first_column(b), b.shape),
    "unary_bcast_scalar": lambda _, b: np.broadcast_to(first_datum(b), b.shape),
    "reduce_sum_row": lambda a, b: padded(2 * weighed_row(a, b).sum(2, keepdims=True)),
    "reduce_sum_col": lambda a, b: padded(2 * weighed_column(a, b).sum(1, keepdims=True)),
    "reduce_sum_scalar": lambda a, b: padded(
        2 * weighed_row(weighed_column(a, b), b).sum((1, 2), keepdims=True)
    ),
    "reduce_avg_row": lambda a, b: padded(2 * weighed_row(a, b).sum(2, keepdims=True)),
    "reduce_max_row": lambda a, b: padded(weighed_row(a, b).max(2, keepdims=True)),
    "reduce_max_col": lambda a, b: padded(weighed_column(a, b).max(1, keepdims=True)),
    "reduce_max_scalar": lambda a, b: padded(largest(a, b)),
    "transpose_wh": lambda a, _: transposed(a),
    "transpose_of_copy": lambda a, _: transposed(a),
    "transpose_wh_dest": lambda a, _: transposed(a),
    "matmul": lambda a, b: 2 * (a @ b),
    "matmul_transposed": lambda a, b: 2 * (a @ transposed(b)),
}


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(0)


def run_on_tiles(
    kernel: str, args: list[int], inputs: dict[int, np.ndarray], shape: tuple[int, ...]
) -> np.ndarray:
    """Runs a compute kernel on float32 tiles that are in its circular buffers from the start.

    Returns what it has left in c_16, of the given shape.
    """
    tiles = {index: tilize(matrices).astype(float32) for index, matrices in inputs.items()}
    pages = {index: len(content) for index, content in tiles.items()}
    num_results = int(np.prod(shape)) // TILE**2
    provided = [len(pages), *(word for item in pages.items() for word in item)]
    program = Program(
        [
            Kernel("provide_pages", [Hart.BRISC], {ORIGIN: provided}),
            Kernel(kernel, COMPUTE_HARTS, {ORIGIN: args}),
        ],
        [
            CircularBuffer(index, count, TILE_SIZE, DataFormat.FLOAT32)
            for index, count in {**pages, OUT: num_results}.items()
        ],
        fp32_dest_acc=True,
    )
    chip = Chip()
    for index, content in tiles.items():
        chip.write_l1(ORIGIN, program.address_of(index), content.tobytes())
    program.run(chip)
    result = chip.read_l1(ORIGIN, program.address_of(OUT), num_results * TILE_SIZE)
    return untilize(np.frombuffer(result, float32), shape).astype(np.float64)


@pytest.mark.parametrize("name", OPERATIONS)
def test_tile_operation(rng: np.random.Generator, name: str) -> None:
    shape = (NUM_PAIRS, TILE, TILE)
    a, b = rng.integers(-4, 5, (2, *shape)).astype(np.float64)
    operation = list(OPERATIONS).index(name)

    result = run_on_tiles("compute_tile_operations", [operation, NUM_PAIRS], {A: a, B: b}, shape)

    np.testing.assert_array_equal(result, OPERATIONS[name](a, b))
