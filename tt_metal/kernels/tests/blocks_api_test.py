# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Blocks of tiles, layouts and the packer in the compute API, against NumPy."""

from __future__ import annotations

import numpy as np
import pytest

from tt_metal.kernels.tests.chip_program import TILE, run_compute, tilize, untilize

A, B = 0, 1

# In the order of kOperations in fixtures/compute_blocks.cpp.
OPERATIONS = [
    "matmul_in_block",
    "reverse",
    "tilize_halves",
    "stack_halves",
    "untilize_in_blocks",
    "untilize",
    "relu",
    "relu_to_two",
    "add_in_l1",
    "rows",
    "pool",
]


def run(operation: str, a: np.ndarray, num_results: int, b: np.ndarray | None = None) -> np.ndarray:
    """Pages in, pages out: one row of an array for each."""
    inputs = {A: a} if b is None else {A: a, B: b}
    args = [OPERATIONS.index(operation), len(a), 0 if b is None else len(b), num_results]
    return run_compute("compute_blocks", args, inputs, num_results)


def as_pages(rows: np.ndarray) -> np.ndarray:
    return rows.reshape(-1, TILE * TILE)


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(0)


@pytest.fixture
def tiles(rng: np.random.Generator) -> np.ndarray:
    return rng.integers(-8, 9, (4, TILE * TILE)).astype(np.float64)


@pytest.fixture
def strip(rng: np.random.Generator) -> np.ndarray:
    """Of four tiles, row-major."""
    return rng.integers(-8, 9, (TILE, 4 * TILE)).astype(np.float64)


def test_matmul_in_blocks(rng: np.random.Generator) -> None:
    a = rng.integers(-4, 5, (2 * TILE, 3 * TILE)).astype(np.float64)
    b = rng.integers(-4, 5, (3 * TILE, 2 * TILE)).astype(np.float64)

    result = run("matmul_in_block", tilize(a), 4, tilize(b))

    np.testing.assert_array_equal(untilize(result, (2 * TILE, 2 * TILE)), a @ b)


def test_tiles_are_packed_out_of_order(tiles: np.ndarray) -> None:
    np.testing.assert_array_equal(run("reverse", tiles, 4), tiles[::-1])


def test_parts_of_a_strip_are_tilized(strip: np.ndarray) -> None:
    left, right = np.split(strip, 2, axis=1)

    result = run("tilize_halves", as_pages(strip), 4)

    np.testing.assert_array_equal(result, np.concatenate([tilize(right), tilize(left)]))


def test_dst_is_packed_into_several_strips(strip: np.ndarray) -> None:
    left, right = np.split(strip, 2, axis=1)

    result = run("stack_halves", as_pages(strip), 4)

    np.testing.assert_array_equal(result, as_pages(np.concatenate([left, right])))


@pytest.mark.parametrize("operation", ["untilize_in_blocks", "untilize"])
def test_tiles_become_a_strip(strip: np.ndarray, operation: str) -> None:
    np.testing.assert_array_equal(run(operation, tilize(strip), 4), as_pages(strip))


def test_packer_cuts_off_what_is_below_zero_or_above_a_threshold(tiles: np.ndarray) -> None:
    np.testing.assert_array_equal(run("relu", tiles[:1], 1), np.maximum(tiles[:1], 0))
    np.testing.assert_array_equal(run("relu_to_two", tiles[:1], 1), np.clip(tiles[:1], 0, 2))


def test_packer_adds_to_what_is_in_l1(tiles: np.ndarray) -> None:
    np.testing.assert_array_equal(run("add_in_l1", tiles, 1), tiles.sum(0, keepdims=True))


def test_rows_alone_are_packed(tiles: np.ndarray) -> None:
    result = run("rows", tiles[:2], 2)

    np.testing.assert_array_equal(result[:, : 3 * 16], tiles[:2, : 3 * 16])
    np.testing.assert_array_equal(result[:, 3 * 16 :], 0)


def test_columns_of_a_strip_are_reduced(strip: np.ndarray) -> None:
    ones = np.ones((1, TILE * TILE))

    result = run("pool", as_pages(strip), 4, ones)

    largest = np.zeros((4, TILE, TILE))
    largest[:, 0, :] = strip.max(0).reshape(4, TILE)
    np.testing.assert_array_equal(untilize(result, largest.shape), largest)
