# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The FPU's part of the compute API against NumPy in float64.

Float32 buffers hold small integers, for which all is exact; bfloat16 ones anything.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from tt_metal.kernels.tests.chip_program import TILE, bfloat16, run_compute, tilize, untilize

A, B = 0, 1
NUM_PAIRS = 3

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
    "sfpu_reduce_sum_col": lambda a, _: padded(a.sum(1, keepdims=True)),
    "sfpu_reduce_max_row": lambda a, _: padded(a.max(2, keepdims=True)),
    "transpose_wh": lambda a, _: transposed(a),
    "transpose_of_copy": lambda a, _: transposed(a),
    "transpose_wh_dest": lambda a, _: transposed(a),
    "matmul": lambda a, b: 2 * (a @ b),
    "matmul_transposed": lambda a, b: 2 * (a @ transposed(b)),
}


def run(name: str, a: np.ndarray, b: np.ndarray, **settings: bool | int | np.dtype) -> np.ndarray:
    args = [list(OPERATIONS).index(name), len(a)]
    pages = run_compute(
        "compute_tile_operations", args, {A: tilize(a), B: tilize(b)}, len(a), **settings
    )
    return untilize(pages, a.shape)


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(0)


@pytest.mark.parametrize("name", OPERATIONS)
def test_tile_operation(rng: np.random.Generator, name: str) -> None:
    a, b = rng.integers(-4, 5, (2, NUM_PAIRS, TILE, TILE)).astype(np.float64)

    result = run(name, a, b)

    np.testing.assert_array_equal(result, OPERATIONS[name](a, b))


@pytest.mark.parametrize("name", OPERATIONS)
def test_tile_operation_in_bfloat16(rng: np.random.Generator, name: str) -> None:
    a, b = rng.standard_normal((2, NUM_PAIRS, TILE, TILE)).astype(bfloat16).astype(np.float64)

    result = run(name, a, b, dtype=bfloat16)

    # Results have 8 bits, and so have the up to 32 that are added to others.
    expected = OPERATIONS[name](a, b)
    np.testing.assert_allclose(result, expected, rtol=0, atol=2**-6 * np.abs(expected).max())


def test_fidelity_cuts_the_operands_of_a_product() -> None:
    a = np.full((1, TILE, TILE), 1 + 2.0**-4 + 2.0**-5)
    b = np.full((1, TILE, TILE), 1 + 2.0**-6 + 2.0**-7)

    assert (run("mul", a, b, math_fidelity=4) == a * b).all()
    assert (run("mul", a, b, math_fidelity=1) == (a - 2.0**-5) * (b - 2.0**-7)).all()


def test_float32_reaches_dst_with_all_bits_if_it_is_unpacked_there() -> None:
    value = np.full((1, TILE, TILE), 1 + 2.0**-20)

    assert (run("transpose_wh", value, value, unpack_to_dest=True) == value).all()
    assert (run("transpose_wh", value, value, unpack_to_dest=False) == 1).all()
