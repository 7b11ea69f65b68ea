# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Reductions of runs of tiles on a chip, without the host code that sets them up."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
import pytest

from tt_metal.kernels.tests.chip_program import (
    COMPUTE_HARTS,
    TILE,
    CircularBuffer,
    InterleavedBuffer,
    Kernel,
    Program,
    float32,
    split,
    tilize,
    untilize,
)
from tt_metal.kernels.tests.sim_chip import SFPU_FUNCTIONS, Chip, DataFormat, Hart

CORES = [(x, y) for y in range(2) for x in range(2)]
IS_DRAM = 2  # the flag of an accessor
TILE_BYTES = TILE * TILE * 4
int32 = np.dtype(np.int32)
FORMATS = {float32: (DataFormat.FLOAT32, 0), int32: (DataFormat.INT32, 8)}
ALL, COLUMN, ROW = 0, 1, 2  # what remains of a tile


def command(function: str, dtype: np.dtype) -> int:
    return SFPU_FUNCTIONS[function] | 0xF << 12 | FORMATS[dtype][1] << 16


def step(function: str, dtype: np.dtype, scalar: float | None = None) -> list[int]:
    """On slot 0; the scalar is the second operand."""
    if scalar is None:
        return [0, 1, command(function, dtype), 0]
    return [0xFF00, 1, command(function, dtype), 1, 1, int(float32.type(scalar).view(np.uint32))]


def reduce(
    array: np.ndarray,
    extents: tuple[int, int, int],
    function: str,
    part: int,
    *,
    chunk: int | None = None,
    count: int = TILE,
    before: Sequence[list[int]] = (),
    after: Sequence[list[int]] = (),
) -> np.ndarray:
    """Tiles [units * 32, 32]; the array's tiles are [outer, reduced, inner] = extents."""
    outer, reduced, inner = extents
    chunk = chunk or reduced
    chunks = -(-reduced // chunk)
    dtype = array.dtype
    chip = Chip()
    source = InterleavedBuffer(chip, 0x60000, TILE_BYTES, math.prod(extents), is_dram=True)
    source.write(tilize(array).astype(dtype).tobytes())
    num_units = outer * inner * chunks
    result = InterleavedBuffer(chip, 0x300000, TILE_BYTES, num_units, is_dram=True)
    units = split(num_units, CORES)
    tiles = {core: read_range(run, reduced, chunk, chunks) for core, run in units.items()}
    reader = [1, source.address, IS_DRAM, TILE_BYTES, 3, outer, inner, reduced]
    reader += [reduced * inner, 1, inner, 1]
    compute = [reduced, chunk, chunks, command(function, dtype), part, count]
    compute += [len(before), len(after), *(word for words in [*before, *after] for word in words)]
    writer = [result.address, IS_DRAM, TILE_BYTES, 1]
    Program(
        [
            Kernel("reader_elementwise", [Hart.NCRISC], tiles, reader),
            Kernel("compute_reduce", COMPUTE_HARTS, units, compute),
            Kernel("writer_pages", [Hart.BRISC], units, writer),
        ],
        [CircularBuffer(index, 2, TILE_BYTES, FORMATS[dtype][0]) for index in (0, 16)],
        fp32_dest_acc=True,
    ).run(chip)
    pages = np.frombuffer(result.read(), dtype).reshape(num_units, -1)
    return untilize(pages, (num_units * TILE, TILE))


def read_range(run: Sequence[int], reduced: int, chunk: int, chunks: int) -> list[int]:
    """The tiles of a run of units, as first and number."""
    first, count = run

    def start(unit: int) -> int:
        return unit // chunks * reduced + min(unit % chunks * chunk, reduced)

    return [start(first), start(first + count) - start(first)]


REFERENCES = {"add": np.sum, "max": np.max, "mul": np.prod}


@pytest.mark.parametrize("dtype", FORMATS, ids=str)
@pytest.mark.parametrize(("function", "reference"), REFERENCES.items())
@pytest.mark.parametrize("count", [1, 7, 16, 31, 32])
@pytest.mark.parametrize("tiles", [1, 3])
def test_rows_and_columns(
    tiles: int, count: int, function: str, reference: Callable[..., np.ndarray], dtype: np.dtype
) -> None:
    rng = np.random.default_rng(count)
    array = rng.choice([-1, 1], (2, tiles * TILE, 2 * TILE)).astype(dtype)
    if function != "mul":
        array *= rng.integers(1, 50, array.shape).astype(dtype)
    valid = (tiles - 1) * TILE + count
    wide = np.swapaxes(array, -1, -2)

    rows = reduce(array, (2, tiles, 2), function, ROW, count=count)
    columns = reduce(wide, (4, tiles, 1), function, COLUMN, count=count)

    expected = reference(array[:, :valid].astype(np.float64), axis=1)
    np.testing.assert_array_equal(rows[::TILE].reshape(2, 2 * TILE), expected)
    np.testing.assert_array_equal(columns[:, 0].reshape(2, 2 * TILE), expected)
    assert not rows.reshape(-1, TILE, TILE)[:, 1:].any()
    assert not columns[:, 1:].any()


@pytest.mark.parametrize("chunk", [None, 1, 2, 5, 7])
def test_whole_tiles_in_chunks(chunk: int | None) -> None:
    array = np.random.default_rng(0).integers(-9, 9, (3, 7, 2, TILE, TILE)).astype(float32)

    parts = reduce(array, (3, 7, 2), "add", ALL, chunk=chunk)

    chunks = parts.reshape(3, 2, -1, TILE, TILE)
    np.testing.assert_array_equal(chunks.sum(axis=2), array.sum(axis=1))
    assert chunks.shape[2] == -(-7 // (chunk or 7))


def test_steps_before_and_after() -> None:
    array = np.random.default_rng(1).integers(-9, 9, (1, TILE, 3 * TILE)).astype(float32)

    result = reduce(
        array,
        (1, 3, 1),
        "add",
        COLUMN,
        count=20,
        before=[step("square", float32)],
        after=[step("mul", float32, 0.5), step("sub", float32, 1.0)],
    )

    expected = np.square(array[0, :, : 2 * TILE + 20]).sum(axis=1) * 0.5 - 1
    np.testing.assert_array_equal(result[:, 0], expected)
