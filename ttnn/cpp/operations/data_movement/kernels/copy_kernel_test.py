# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The strided copy against NumPy's as_strided: any box, any pages, elements of every size."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tt_metal.kernels.tests.sim_chip import Chip
from ttnn.cpp.operations.data_movement.kernels.movement_programs import (
    SOURCE,
    TARGET,
    FlatArray,
    Placement,
    View,
    box_words,
    run_movers,
)

TILE = np.dtype((np.void, 576))  # a tile of bfloat4_b
DTYPES = [np.dtype(np.uint8), np.dtype(np.uint16), np.dtype(np.uint32), TILE]
WHOLE_ROWS = Placement()


def random_elements(size: int, dtype: np.dtype, seed: int) -> np.ndarray:
    return np.frombuffer(np.random.default_rng(seed).bytes(size * dtype.itemsize), dtype)


@dataclass(frozen=True)
class Copy:
    extents: tuple[int, ...]
    source: View
    target: View
    dtype: np.dtype
    source_row: int
    target_row: int
    source_placement: Placement = WHOLE_ROWS
    target_placement: Placement = WHOLE_ROWS
    cores: int = 2
    scratch: int = 16384

    def size(self, view: View) -> int:
        """Elements of a tensor that just holds the box."""
        reach = [(n - 1) * stride for n, stride in zip(self.extents, view.strides, strict=True)]
        return view.base + sum(step for step in reach if step > 0) + 1

    def check(self) -> None:
        source = random_elements(self.size(self.source), self.dtype, 1)
        target = random_elements(self.size(self.target), self.dtype, 2).copy()
        chip = Chip()
        before = FlatArray(chip, SOURCE, source, self.source_row, self.source_placement)
        after = FlatArray(chip, TARGET, target, self.target_row, self.target_placement)
        words = [self.dtype.itemsize, *before.words, *after.words]
        words += box_words(self.extents, self.source, self.target)

        run_movers(chip, "copy_strided", words, math.prod(self.extents), self.cores, self.scratch)

        self.target.of(target, self.extents)[...] = self.source.of(source, self.extents)
        assert after.read().tobytes() == target.tobytes()


@st.composite
def placements(draw: st.DrawFn, row: int) -> Placement:
    page = row if draw(st.booleans()) else draw(st.integers(1, row))
    is_dram = draw(st.booleans())
    if not draw(st.booleans()):
        return Placement(page, is_dram)
    shard = draw(st.tuples(st.integers(1, 4), st.integers(1, 4)))
    return Placement(page, is_dram, shard, draw(st.integers(1, 4)))


@st.composite
def views(draw: st.DrawFn, extents: tuple[int, ...], *, injective: bool) -> View:
    """A source's strides are arbitrary; a target's dimensions lie within each other, with gaps."""
    if injective:
        strides, next_stride = {}, 1
        in_order = range(len(extents))[::-1]
        for dimension in draw(st.just(in_order) | st.permutations(in_order)):
            strides[dimension] = next_stride + draw(st.sampled_from([0] * 8 + [1, 5]))
            next_stride = strides[dimension] * extents[dimension]
        steps = tuple(strides[i] for i in range(len(extents)))
    else:
        steps = tuple(draw(st.sampled_from([1, 1, -1, 0, 2, -3, 17])) for _ in extents)
    lowest = sum((n - 1) * step for n, step in zip(extents, steps, strict=True) if step < 0)
    return View(draw(st.integers(0, 40)) - lowest, steps)


@st.composite
def copies(draw: st.DrawFn) -> Copy:
    extents = tuple(draw(st.lists(st.integers(1, 6), min_size=1, max_size=5)))
    if draw(st.booleans()):
        extents = (*extents[:2], draw(st.integers(1, 200)))
    rows = st.integers(1, 9) | st.integers(10, 300)
    source_row, target_row = draw(st.tuples(rows, rows))
    dtype = draw(st.sampled_from(DTYPES))
    return Copy(
        extents,
        draw(views(extents, injective=False)),
        draw(views(extents, injective=True)),
        dtype,
        source_row,
        target_row,
        draw(placements(source_row)) if dtype != TILE else Placement(1, draw(st.booleans())),
        draw(placements(target_row)) if dtype != TILE else Placement(1, draw(st.booleans())),
        cores=draw(st.integers(1, 3)),
        scratch=draw(st.sampled_from([512, 1024])) if dtype != TILE else 4096,
    )


@settings(max_examples=100, deadline=None, derandomize=True)
@given(copies())
def test_every_point_of_a_box_reaches_its_place_and_no_other_changes(copy: Copy) -> None:
    copy.check()


def flat(extent: int, stride: int, base: int = 0) -> View:
    return View(base - min(0, (extent - 1) * stride), (stride,))


@pytest.mark.parametrize("stride", [1, -1, 0, 3, -7, 700])
@pytest.mark.parametrize("dtype", DTYPES[:3], ids=str)
def test_rows_may_be_longer_than_the_scratch(dtype: np.dtype, stride: int) -> None:
    extent = 9000 // abs(stride or 1) + 13
    source = flat(extent, stride, base=11)
    row = source.base + extent * max(stride, 1)
    Copy((extent,), source, flat(extent, 1, base=2), dtype, row, extent + 2, scratch=2048).check()


@pytest.mark.parametrize("offset", range(17))
@pytest.mark.parametrize("is_dram", [True, False], ids=["dram", "l1"])
def test_bytes_change_their_phase(offset: int, is_dram: bool) -> None:
    placement = Placement(is_dram=is_dram)
    byte = DTYPES[0]
    for source, target in [(offset, 0), (0, offset), (offset, 3)]:
        Copy(
            (70,), View(source, (1,)), View(target, (1,)), byte, 100, 100, placement, placement
        ).check()


def test_permuted_rows_of_a_large_tensor_are_read_by_the_noc_alone() -> None:
    extents = (4, 8, 6, 64)
    strides = (8 * 6 * 64, 64, 8 * 64, 1)  # dimensions 1 and 2 of the target swapped
    target = View(0, (8 * 6 * 64, 6 * 64, 64, 1))
    Copy(extents, View(0, strides), target, DTYPES[1], 64, 64, cores=3).check()


@pytest.mark.parametrize("strides", [(1, 0), (-2, 500), (0, 1), (3, -1)], ids=str)
@pytest.mark.parametrize("points", [2, 3, 16, 17])
def test_short_runs_are_copied_side_by_side(points: int, strides: tuple[int, int]) -> None:
    extents = (101, points)
    lowest = sum((n - 1) * s for n, s in zip(extents, strides, strict=True) if s < 0)
    target = View(3, (points, 1))
    for dtype in DTYPES[:3]:
        Copy(extents, View(5 - lowest, strides), target, dtype, 70, 90, scratch=1024).check()


def test_eight_dimensions() -> None:
    extents = (2, 1, 3, 2, 2, 1, 3, 2)
    strides = tuple(math.prod(extents[i + 1 :]) for i in range(8))
    order = (7, 2, 5, 0, 3, 6, 1, 4)
    permuted = tuple(extents[i] for i in order)
    dense = tuple(math.prod(permuted[i + 1 :]) for i in range(8))
    Copy(
        permuted, View(0, tuple(strides[i] for i in order)), View(0, dense), DTYPES[0], 2, 2
    ).check()


@pytest.mark.parametrize("stride", [1, -1, 2, -2, 0, -9])
@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_runs_cross_pages_in_either_direction(dtype: np.dtype, stride: int) -> None:
    Copy((40,), flat(40, stride, base=3), flat(40, 1, base=1), dtype, 7, 5).check()
