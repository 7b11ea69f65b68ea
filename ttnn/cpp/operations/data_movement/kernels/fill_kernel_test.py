# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Fills of boxes, in elements and in tiles."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tt_metal.kernels.tests.sim_chip import Chip
from ttnn.cpp.operations.data_movement.kernels.movement_programs import (
    TARGET,
    FlatArray,
    Placement,
    View,
    box_words,
    run_movers,
)

PLACEMENTS = [
    Placement(),
    Placement(is_dram=False),
    Placement(7),
    Placement(16, is_dram=False, shard=(2, 2)),
]
BOXES = [
    ((300,), View(0, (1,))),
    ((6, 5, 3), View(2, (50, 9, 1))),
    ((40,), View(1, (7,))),
    ((5, 20), View(0, (1, 11))),
]


def fill(
    array: FlatArray, chip: Chip, extents: tuple[int, ...], view: View, value: list[int]
) -> None:
    words = [array.dtype.itemsize, *value, *array.words, *box_words(extents, view)]
    run_movers(chip, "fill", words, math.prod(extents), cores=2, scratch=1280)


@pytest.mark.parametrize("placement", PLACEMENTS, ids=str)
@pytest.mark.parametrize("box", BOXES, ids=str)
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.uint32])
def test_points_of_a_box_have_the_value_and_no_other_changes(
    placement: Placement, box: tuple[tuple[int, ...], View], dtype: type
) -> None:
    extents, view = box
    expected = np.random.default_rng(1).integers(0, 99, 301).astype(dtype)
    chip = Chip()
    array = FlatArray(chip, TARGET, expected, 50, placement)
    value = np.full(4, np.iinfo(dtype).max // 3, dtype)

    fill(array, chip, extents, view, [0, 0, int(value.view(np.uint32)[0])])

    view.of(expected, extents)[...] = value[0]
    np.testing.assert_array_equal(array.read(), expected)


def test_rows_may_be_longer_than_the_scratch() -> None:
    chip = Chip()
    array = FlatArray(chip, TARGET, np.zeros(20000, np.uint16), 10000, Placement())

    fill(array, chip, (20000,), View(0, (1,)), [0, 0, 0x12341234])

    assert (array.read() == 0x1234).all()


def test_tiles_of_block_floats_have_other_exponents_than_datums() -> None:
    tile = np.dtype((np.void, 1088))
    chip = Chip()
    array = FlatArray(chip, TARGET, np.zeros(12, tile), 4, Placement(1))

    fill(array, chip, (3, 2), View(1, (4, 1)), [64, 0x7F7F7F7F, 0x40404040])

    content = b"\x7f" * 64 + b"\x40" * 1024
    filled = [t.tobytes() == content for t in array.read()]
    assert filled == [False, True, True, False] * 3
