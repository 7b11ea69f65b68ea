# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Tilize, untilize and transpose on the chip against rearranged NumPy arrays, bit by bit."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest

from tt_metal.kernels.tests.chip_program import (
    COMPUTE_HARTS,
    TILE,
    CircularBuffer,
    Core,
    Kernel,
    Program,
    bfloat16,
    float32,
    split,
    tilize,
)
from tt_metal.kernels.tests.sim_chip import Chip, DataFormat, Hart
from ttnn.cpp.operations.data_movement.kernels.movement_programs import (
    SOURCE,
    TARGET,
    FlatArray,
    Placement,
    View,
    box_words,
    tensor_words,
)

CORES: list[Core] = [(0, 0), (1, 0), (2, 0)]
FORMATS = {
    bfloat16: DataFormat.BFLOAT16,
    float32: DataFormat.FLOAT32,
    np.dtype(np.int32): DataFormat.INT32,
    np.dtype(np.uint32): DataFormat.UINT32,
    np.dtype(np.uint16): DataFormat.UINT16,
    np.dtype(np.uint8): DataFormat.UINT8,
}
BLOCK_FLOATS = {DataFormat.BFLOAT8_B: 1088, DataFormat.BFLOAT4_B: 576}
SHAPES = [(1, 1, 1), (1, 32, 32), (1, 33, 31), (3, 5, 7), (2, 40, 100), (1, 64, 257), (2, 31, 1000)]
ROWS = [
    Placement(is_dram=False),
    Placement(24),
    Placement(page_elements=48, is_dram=False, shard=(16, 1)),
    Placement(page_elements=33, shard=(7, 2)),
]
TILES = [
    Placement(is_dram=False),
    Placement(is_dram=False, shard=(1, 2)),
    Placement(shard=(2, 3)),
]


def numbers(shape: Sequence[int], dtype: np.dtype, seed: int = 1) -> np.ndarray:
    """Datums with all their bits, none of them a NaN."""
    rng = np.random.default_rng(seed)
    if dtype.kind in "iu":
        limits = np.iinfo(dtype)
        return rng.integers(limits.min, limits.max, shape, dtype, endpoint=True)
    return rng.standard_normal(shape).astype(dtype)


class LayoutChange:
    """A batch of matrices in rows and in tiles; a block is at most `block` tiles of a strip."""

    def __init__(
        self,
        shape: tuple[int, int, int],
        dtype: np.dtype,
        block: int = 4,
        rows: Placement | None = None,
        tiles: Placement | None = None,
        tile_format: DataFormat | None = None,
    ):
        batch, height, width = shape
        self.shape, self.dtype, self.block = shape, dtype, block
        self.rows, self.tiles = rows or Placement(), tiles or Placement()
        self.chip = Chip()
        self.row_format = FORMATS[dtype]
        self.row_tile = TILE * TILE * dtype.itemsize  # bytes of a tile's worth of rows
        self.tile_format = tile_format or self.row_format
        self.tile = np.dtype((np.void, BLOCK_FLOATS.get(self.tile_format, self.row_tile)))
        self.strips = batch * math.ceil(height / TILE)
        self.width_tiles = math.ceil(width / TILE)
        self.blocks_per_strip = math.ceil(self.width_tiles / block)
        self.runs = split(self.strips * self.blocks_per_strip, CORES)

    def _tile_array(self, address: int, content: bytes) -> FlatArray:
        placement = Placement(1, self.tiles.is_dram, self.tiles.shard, self.tiles.num_banks)
        tiles = np.frombuffer(content, self.tile)
        return FlatArray(self.chip, address, tiles, self.width_tiles, placement)

    def _blocks(self) -> list[int]:
        return [*self.shape[1:], TILE, TILE, self.block]

    def _tile_runs(self) -> dict[Core, tuple[int, int]]:
        def first_tile(block: int) -> int:
            strip, column = divmod(block, self.blocks_per_strip)
            return strip * self.width_tiles + min(column * self.block, self.width_tiles)

        return {
            core: (first_tile(first), first_tile(first + count) - first_tile(first))
            for core, (first, count) in self.runs.items()
        }

    def _run(self, reader: Kernel, compute: str, writer: Kernel, *buffers: CircularBuffer) -> None:
        kernels = [reader, Kernel(compute, COMPUTE_HARTS, self.runs, self._blocks()), writer]
        wide = self.dtype.itemsize == 4
        Program(kernels, buffers, fp32_dest_acc=wide).run(self.chip)

    def tilize(self, data: np.ndarray, padding: int = 0) -> np.ndarray:
        rows = FlatArray(self.chip, SOURCE, data.reshape(-1), self.shape[2], self.rows)
        size = self.strips * self.width_tiles * self.tile.itemsize
        tiles = self._tile_array(TARGET, bytes(size))
        words = [self.dtype.itemsize, *rows.words, *self._blocks(), padding]
        scratch = 2 * (64 + -(-self.block * TILE * self.dtype.itemsize // 64) * 64)
        self._run(
            Kernel("reader_tilize", [Hart.NCRISC], self.runs, words),
            "compute_tilize",
            Kernel(
                "writer_pages", [Hart.BRISC], self._tile_runs(), [*tensor_words(tiles.buffer), 2]
            ),
            CircularBuffer(0, 2 * self.block, self.row_tile, self.row_format),
            CircularBuffer(1, 1, scratch),
            CircularBuffer(16, 4, self.tile.itemsize, self.tile_format),
        )
        return tiles.read()

    def untilize(self, tiles: bytes) -> np.ndarray:
        source = self._tile_array(SOURCE, tiles)
        empty = np.zeros(math.prod(self.shape), self.dtype)
        rows = FlatArray(self.chip, TARGET, empty, self.shape[2], self.rows)
        run = box_words((source.size,), View(0, (1,)))
        self._run(
            Kernel(
                "reader_tiles",
                [Hart.NCRISC],
                self._tile_runs(),
                [*tensor_words(source.buffer), 2, *run],
            ),
            "compute_untilize",
            Kernel(
                "writer_untilize",
                [Hart.BRISC],
                self.runs,
                [self.dtype.itemsize, *rows.words, *self._blocks()],
            ),
            CircularBuffer(0, 4, self.tile.itemsize, self.tile_format),
            CircularBuffer(1, 1, 256),
            CircularBuffer(16, 2 * self.block, self.row_tile, self.row_format),
        )
        return rows.read().reshape(self.shape)


def cases() -> list[LayoutChange]:
    table = [(shape, dtype) for shape in SHAPES for dtype in (bfloat16, float32)]
    table += [((2, 40, 100), dtype) for dtype in FORMATS]
    table += [((1, 64, 640), bfloat16, block) for block in (1, 20)]
    table += [((2, 40, 100), dtype, 2, rows) for rows in ROWS for dtype in FORMATS]
    table += [((2, 70, 100), bfloat16, 2, ROWS[0], tiles) for tiles in TILES]
    return [pytest.param(case, id="-".join(map(str, case))) for case in table]


@pytest.mark.parametrize("case", cases())
def test_tilize_pads_with_zeros(case: tuple) -> None:
    change = LayoutChange(*case)
    data = numbers(change.shape, change.dtype)

    result = change.tilize(data)

    assert result.tobytes() == tilize(data).tobytes()


@pytest.mark.parametrize("case", cases())
def test_untilize_cuts_padding_off(case: tuple) -> None:
    change = LayoutChange(*case)
    batch, height, width = change.shape
    padded = (batch, math.ceil(height / TILE) * TILE, math.ceil(width / TILE) * TILE)
    data = numbers(padded, change.dtype)

    result = change.untilize(tilize(data).tobytes())

    np.testing.assert_array_equal(result, data[:, :height, :width])


@pytest.mark.parametrize("dtype", FORMATS, ids=str)
def test_tilize_pads_with_a_value(dtype: np.dtype) -> None:
    change = LayoutChange((2, 3, 37), dtype)
    data = numbers(change.shape, dtype)
    value = dtype.type(3)
    padded = np.full((2, 32, 64), value)
    padded[:, :3, :37] = data
    word = int(np.full(4, value).view(np.uint32)[0])

    assert change.tilize(data, word).tobytes() == tilize(padded).tobytes()


@pytest.mark.parametrize("tile_format", BLOCK_FLOATS, ids=lambda f: f.name)
@pytest.mark.parametrize("dtype", [bfloat16, float32], ids=str)
def test_block_floats_are_packed_from_rows_and_unpacked_to_rows(
    tile_format: DataFormat, dtype: np.dtype
) -> None:
    change = LayoutChange((2, 33, 70), dtype, tile_format=tile_format)
    data = np.random.default_rng(1).integers(-7, 7, change.shape, endpoint=True).astype(dtype)
    data[..., ::16] = 7  # every group has the exponent that all of it can have exactly

    tiles = change.tilize(data)
    result = LayoutChange(change.shape, dtype, tile_format=tile_format).untilize(tiles.tobytes())

    np.testing.assert_array_equal(result, data)


@pytest.mark.parametrize("dtype", FORMATS, ids=str)
def test_matrices_of_tiles_are_transposed(dtype: np.dtype) -> None:
    batch, height, width = 3, 2, 5  # in tiles
    data = numbers((batch, height * TILE, width * TILE), dtype)
    tile = np.dtype((np.void, TILE * TILE * dtype.itemsize))
    tiles = np.frombuffer(tilize(data).tobytes(), tile)
    chip = Chip()
    source = FlatArray(chip, SOURCE, tiles, width, Placement(1, is_dram=False, shard=(2, 2)))
    target = FlatArray(chip, TARGET, np.zeros(tiles.size, tile), height, Placement(1))
    runs = split(tiles.size, CORES)
    box = box_words((batch, width, height), View(0, (height * width, 1, width)))
    counts = {core: [count] for core, (_, count) in runs.items()}
    Program(
        [
            Kernel("reader_tiles", [Hart.NCRISC], runs, [*tensor_words(source.buffer), 2, *box]),
            Kernel("compute_transpose", COMPUTE_HARTS, counts),
            Kernel("writer_pages", [Hart.BRISC], runs, [*tensor_words(target.buffer), 2]),
        ],
        [CircularBuffer(index, 4, tile.itemsize, FORMATS[dtype]) for index in (0, 16)],
        fp32_dest_acc=dtype.itemsize == 4,
    ).run(chip)

    assert target.read().tobytes() == tilize(data.swapaxes(1, 2)).tobytes()
