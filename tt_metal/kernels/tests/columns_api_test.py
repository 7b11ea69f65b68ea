# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Running sums and top-K of the compute API against NumPy.

Sequences are columns: row r of a pair of tiles is value r of 64, and its index is its payload.
"""

from __future__ import annotations

import numpy as np
import pytest

from tt_metal.kernels.tests.chip_program import TILE, bfloat16, run_compute, tilize, untilize

VALUES, INDICES = 0, 1
SUMS, SORT, SORT_STEP_BY_STEP = range(3)
ROWS = 2 * TILE
LOG_ROWS = 6


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(0)


def test_sums_go_on_until_they_begin_anew(rng: np.random.Generator) -> None:
    tiles = rng.integers(-9, 10, (4, TILE, TILE)).astype(np.float32)

    result = run_compute("compute_columns", [SUMS, 4, 0, 0, 0], {VALUES: tilize(tiles)}, 4)

    sums = np.cumsum(tiles.reshape(2, ROWS, TILE), axis=1)
    np.testing.assert_array_equal(untilize(result, (2, ROWS, TILE)), sums)


def test_sums_are_rounded_where_they_are_kept_alone(rng: np.random.Generator) -> None:
    tiles = rng.standard_normal((2, TILE, TILE)).astype(bfloat16)

    result = run_compute(
        "compute_columns", [SUMS, 2, 0, 0, 0], {VALUES: tilize(tiles)}, 2, dtype=bfloat16
    )

    sums = np.cumsum(tiles.astype(np.float32).reshape(ROWS, TILE), axis=0, dtype=np.float32)
    expected = sums.astype(bfloat16).astype(np.float64)
    np.testing.assert_array_equal(untilize(result, (ROWS, TILE)), expected)


def sort(
    values: np.ndarray, log_k: int, *, increasing: bool, num_merges: int = 0, task: int = SORT
) -> tuple[np.ndarray, np.ndarray]:
    """Values and indices, as the kernel leaves them."""
    indices = np.repeat(np.arange(ROWS, dtype=np.float32)[:, None], TILE, axis=1)
    result = run_compute(
        "compute_columns",
        [task, 0, increasing, log_k, num_merges],
        {VALUES: tilize(values), INDICES: tilize(indices)},
        4,
    )
    sorted_values, sorted_indices = untilize(result, (2, ROWS, TILE))
    return sorted_values, sorted_indices.astype(np.intp)


def order(values: np.ndarray, *, increasing: bool) -> np.ndarray:
    """Of equal values, the first counts as the largest."""
    falling = np.argsort(-values, axis=0, kind="stable")
    return falling[::-1] if increasing else falling


@pytest.fixture
def values(rng: np.random.Generator) -> np.ndarray:
    return rng.integers(-20, 21, (ROWS, TILE)).astype(np.float32)  # many are equal


@pytest.mark.parametrize("increasing", [False, True], ids=["falling", "rising"])
@pytest.mark.parametrize("log_k", range(1, LOG_ROWS + 1))
@pytest.mark.parametrize("task", [SORT, SORT_STEP_BY_STEP])
def test_subsequences_are_sorted_in_turn_one_way_and_the_other(
    values: np.ndarray, increasing: bool, log_k: int, task: int
) -> None:
    result, indices = sort(values, log_k, increasing=increasing, task=task)

    k = 1 << log_k
    for first in range(0, ROWS, k):
        part = values[first : first + k]
        places = order(part, increasing=increasing ^ bool(first // k % 2))
        np.testing.assert_array_equal(indices[first : first + k], first + places)
    np.testing.assert_array_equal(result, np.take_along_axis(values, indices, 0))


@pytest.mark.parametrize("increasing", [False, True], ids=["largest", "smallest"])
@pytest.mark.parametrize("log_k", range(2, LOG_ROWS + 1))
def test_best_k_come_first(values: np.ndarray, increasing: bool, log_k: int) -> None:
    result, indices = sort(values, log_k, increasing=increasing, num_merges=LOG_ROWS - log_k)

    k = 1 << log_k
    best = order(values, increasing=increasing)[:k]
    np.testing.assert_array_equal(indices[:k], best)
    np.testing.assert_array_equal(result[:k], np.take_along_axis(values, best, 0))
