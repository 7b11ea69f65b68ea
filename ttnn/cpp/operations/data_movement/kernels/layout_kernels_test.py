# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The kernels of tilize and untilize against a rearrangement of NumPy arrays, bit by bit."""

from __future__ import annotations

import math

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
    tilize,
    untilize,
)
from tt_metal.kernels.tests.sim_chip import Chip, DataFormat, Hart

CORES = [(0, 0), (1, 0), (2, 0)]
ROWS_ADDRESS, TILES_ADDRESS = 0x80000, 0xC0000
SHAPES = [
    (1, 1, 1),
    (1, 32, 32),
    (1, 33, 31),
    (3, 5, 7),
    (2, 40, 100),
    (1, 64, 257),
    (2, 31, 1000),
    (1, 100, 33),
]


class LayoutChange:
    """Buffers and arguments of both directions; a block is at most `block` tiles of a strip."""

    def __init__(self, shape: tuple[int, int, int], dtype: np.dtype, is_dram: bool, block: int):
        batch, height, width = shape
        self.shape, self.dtype, self.block = shape, dtype, block
        self.chip = Chip()
        self.tile_size = TILE * TILE * dtype.itemsize
        self.tile_row = TILE * dtype.itemsize
        strips = batch * math.ceil(height / TILE)
        self.width_tiles = math.ceil(width / TILE)
        self.row_bytes = width * dtype.itemsize
        self.rows = InterleavedBuffer(
            self.chip, ROWS_ADDRESS, self.row_bytes, batch * height, is_dram=is_dram
        )
        self.tiles = InterleavedBuffer(
            self.chip, TILES_ADDRESS, self.tile_size, strips * self.width_tiles, is_dram=is_dram
        )
        self.blocks_per_strip = math.ceil(self.width_tiles / block)
        self.runs = split(strips * self.blocks_per_strip, CORES)

    def _first_tile(self, block: int) -> int:
        strip, column = divmod(block, self.blocks_per_strip)
        return strip * self.width_tiles + min(column * self.block, self.width_tiles)

    def _strip_kernel(self, name: str, hart: Hart) -> Kernel:
        args = [
            self.rows.address,
            int(self.rows.is_dram),
            self.row_bytes,
            self.shape[1],
            self.tile_row,
            self.block,
        ]
        return Kernel(name, [hart], {core: [*args, *run] for core, run in self.runs.items()})

    def _compute_kernel(self, name: str) -> Kernel:
        args = [self.shape[1], self.width_tiles, self.block]
        return Kernel(name, COMPUTE_HARTS, {c: [*args, *run] for c, run in self.runs.items()})

    def _tile_kernel(self, name: str, hart: Hart) -> Kernel:
        args = {}
        for core, (first_block, count) in self.runs.items():
            first, end = self._first_tile(first_block), self._first_tile(first_block + count)
            args[core] = [
                self.tiles.address,
                int(self.tiles.is_dram),
                first,
                end - first,
                self.block,
            ]
        return Kernel(name, [hart], args)

    def _run(self, kernels: list[Kernel], scratch: list[CircularBuffer]) -> None:
        pages = [
            CircularBuffer(index, 2 * self.block, self.tile_size, FORMATS[self.dtype])
            for index in (0, 16)
        ]
        Program(kernels, pages + scratch, fp32_dest_acc=self.dtype == float32).run(self.chip)

    def tilize(self, data: np.ndarray) -> np.ndarray:
        self.rows.write(data.tobytes())
        self._run(
            [
                self._strip_kernel("reader_tilize", Hart.NCRISC),
                self._compute_kernel("compute_tilize"),
                self._tile_kernel("writer_interleaved", Hart.BRISC),
            ],
            [CircularBuffer(1, 1, self.block * self.tile_row, DataFormat.UINT32)],
        )
        return np.frombuffer(self.tiles.read(), self.dtype).reshape(-1, TILE * TILE)

    def untilize(self, tiles: np.ndarray) -> np.ndarray:
        self.tiles.write(tiles.tobytes())
        self._run(
            [
                self._tile_kernel("reader_interleaved", Hart.NCRISC),
                self._compute_kernel("compute_untilize"),
                self._strip_kernel("writer_untilize", Hart.BRISC),
            ],
            [],
        )
        return np.frombuffer(self.rows.read(), self.dtype).reshape(self.shape)


@pytest.fixture
def change(request: pytest.FixtureRequest) -> LayoutChange:
    return LayoutChange(*request.param)


def cases() -> list:
    table = [(shape, dtype, True, 4) for shape in SHAPES for dtype in (bfloat16, float32)]
    table += [((2, 40, 300), bfloat16, False, 4), ((2, 40, 300), float32, False, 1)]
    table += [((1, 64, 640), bfloat16, True, 1), ((1, 64, 640), bfloat16, True, 20)]
    return [pytest.param(case, id="-".join(map(str, case))) for case in table]


@pytest.mark.parametrize("change", cases(), indirect=True)
def test_tilize_pads_with_zeros(change: LayoutChange) -> None:
    data = np.random.default_rng(1).standard_normal(change.shape).astype(change.dtype)

    result = change.tilize(data)

    np.testing.assert_array_equal(result, tilize(data))


@pytest.mark.parametrize("change", cases(), indirect=True)
def test_untilize_cuts_padding_off(change: LayoutChange) -> None:
    batch, height, width = change.shape
    padded = (batch, math.ceil(height / TILE) * TILE, math.ceil(width / TILE) * TILE)
    data = np.random.default_rng(2).standard_normal(padded).astype(change.dtype)

    result = change.untilize(tilize(data))

    np.testing.assert_array_equal(result, data[:, :height, :width])
    np.testing.assert_array_equal(result, untilize(tilize(data), change.shape))
