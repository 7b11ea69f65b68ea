# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The elementwise kernels give exactly what NumPy gives: all formats, broadcasts, chains."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pytest

from tt_metal.kernels.tests.chip_program import (
    COMPUTE_HARTS,
    TILE,
    CircularBuffer,
    InterleavedBuffer,
    Kernel,
    Program,
    bfloat16,
    float32,
    split,
    tilize,
)
from tt_metal.kernels.tests.sim_chip import SFPU_FUNCTIONS, Chip, DataFormat, Hart

CORES = [(x, y) for y in range(2) for x in range(3)]
DST_TILES = 4
IS_DRAM = 2  # the flag of an accessor


# ── Formats ──


def pack_blocks(tile: np.ndarray, bits: int) -> bytes:
    """Block floats of numbers that have no more bits: 16 share the exponent of their largest."""
    groups = tile.astype(np.float64).reshape(-1, 16)
    exponents = np.frexp(np.abs(groups).max(axis=1))[1] - 1
    mantissas = np.abs(groups) / np.exp2(exponents - (bits - 2))[:, None]
    assert np.array_equal(mantissas, np.trunc(mantissas)), "more bits than the format has"
    datums = (mantissas.astype(np.uint8) | np.signbit(groups) << (bits - 1)).ravel()
    if bits == 4:
        datums = datums[::2] | datums[1::2] << 4
    return (exponents + 127).astype(np.uint8).tobytes() + datums.astype(np.uint8).tobytes()


@dataclass(frozen=True)
class Format:
    data_format: DataFormat
    code: int  # of the contract's DataFormat
    dtype: np.dtype
    block_bits: int = 0  # of a datum; 0: not a block float

    @property
    def tile_bytes(self) -> int:
        return TILE * TILE * (self.block_bits or 8 * self.dtype.itemsize) // 8 + (
            64 if self.block_bits else 0
        )

    def pack(self, tiles: np.ndarray) -> bytes:
        if self.block_bits:
            return b"".join(pack_blocks(tile, self.block_bits) for tile in tiles)
        return tiles.astype(self.dtype).tobytes()


BFLOAT16 = Format(DataFormat.BFLOAT16, 5, bfloat16)
FLOAT32 = Format(DataFormat.FLOAT32, 0, float32)
BFLOAT8_B = Format(DataFormat.BFLOAT8_B, 6, float32, block_bits=8)
BFLOAT4_B = Format(DataFormat.BFLOAT4_B, 7, float32, block_bits=4)
INT32 = Format(DataFormat.INT32, 8, np.dtype(np.int32))
UINT32 = Format(DataFormat.UINT32, 24, np.dtype(np.uint32))
UINT16 = Format(DataFormat.UINT16, 9, np.dtype(np.uint16))
UINT8 = Format(DataFormat.UINT8, 30, np.dtype(np.uint8))
INTEGERS = [INT32, UINT32, UINT16, UINT8]
FORMATS = [BFLOAT16, FLOAT32, BFLOAT8_B, BFLOAT4_B, *INTEGERS]


def format_id(data_format: Format) -> str:
    return data_format.data_format.name


def random_tiles(data_format: Format, num_tiles: int, seed: int = 1) -> np.ndarray:
    """Datums that the format has exactly, with many magnitudes."""
    rng = np.random.default_rng(seed)
    shape = (num_tiles, TILE * TILE)
    if data_format in INTEGERS:
        limits = np.iinfo(data_format.dtype)
        return rng.integers(limits.min, limits.max, shape, data_format.dtype, endpoint=True)
    if data_format.block_bits:
        largest = 2 ** (data_format.block_bits - 1) - 1
        tiles = rng.integers(-largest, largest, shape, endpoint=True)
        tiles[:, ::16] = largest  # so that no group has a smaller exponent than it needs
        return tiles.astype(float32)
    numbers = rng.standard_normal(shape) * np.exp2(rng.integers(-9, 10, shape))
    return numbers.astype(data_format.dtype)


# ── Programs ──


@dataclass(frozen=True)
class Scalar:
    value: float | int

    @property
    def bits(self) -> int:
        if isinstance(self.value, int):
            return self.value & 0xFFFFFFFF
        return int(float32.type(self.value).view(np.uint32))


RANDOM = 0xFE
PARTS = {"all": 0, "column": 1, "row": 2, "datum": 3}


@dataclass(frozen=True)
class Step:
    function: str
    data_format: Format
    operands: Sequence[int | Scalar]  # slots
    out: int = 0

    def words(self) -> list[int]:
        codes = [0xFF if isinstance(o, Scalar) else o for o in self.operands]
        scalars = {i: o for i, o in enumerate(self.operands) if isinstance(o, Scalar)}
        return [
            sum(code << 8 * i for i, code in enumerate(codes)),
            sum((code < RANDOM) << 8 * i for i, code in enumerate(codes)),
            SFPU_FUNCTIONS[self.function]
            | 0xF << 12
            | self.data_format.code << 16
            | self.out << 24,
            len(scalars),
            *(word for i, scalar in scalars.items() for word in (i, scalar.bits)),
        ]


@dataclass(frozen=True)
class Operand:
    tiles: np.ndarray  # a row each
    data_format: Format
    strides: Sequence[int] = (1,)
    part: str = "all"
    is_dram: bool = True


def run(
    operands: Sequence[Operand],
    steps: Sequence[Step],
    out: Format,
    extents: Sequence[int],
    *,
    slots: int = 0,
    result: int = 0,
    cores: Sequence[tuple[int, int]] = CORES,
    seed: int | None = None,
) -> bytes:
    """The output's tiles, one after the other."""
    chip = Chip()
    inputs = [
        InterleavedBuffer(
            chip, 0x60000 + 0x30000 * i, o.data_format.tile_bytes, len(o.tiles), is_dram=o.is_dram
        )
        for i, o in enumerate(operands)
    ]
    for buffer, operand in zip(inputs, operands, strict=True):
        buffer.write(operand.data_format.pack(operand.tiles))
    num_tiles = math.prod(extents)
    output = InterleavedBuffer(chip, 0x100000, out.tile_bytes, num_tiles, is_dram=True)

    def tensor(buffer: InterleavedBuffer) -> list[int]:
        return [buffer.address, IS_DRAM * buffer.is_dram, buffer.page_size]

    slots = slots or max(1, len(operands))
    block = DST_TILES // slots
    runs = split(num_tiles, cores)
    reader = [len(inputs), *itertools.chain(*map(tensor, inputs)), len(extents), *extents]
    reader += [*itertools.chain(*(o.strides for o in operands)), block]
    compute = [block, slots, result, len(inputs), *(PARTS[o.part] for o in operands)]
    compute += [seed is not None, seed or 0, len(steps)]
    compute += [word for step in steps for word in step.words()]
    formats = [*enumerate(o.data_format for o in operands), (16, out)]
    Program(
        [
            Kernel("reader_elementwise", [Hart.NCRISC], runs, reader),
            Kernel("compute_elementwise", COMPUTE_HARTS, runs, compute),
            Kernel("writer_pages", [Hart.BRISC], runs, [*tensor(output), block]),
        ],
        [CircularBuffer(index, 2 * block, f.tile_bytes, f.data_format) for index, f in formats],
        fp32_dest_acc=True,
    ).run(chip)
    return output.read()


# ── Tests ──


@pytest.mark.parametrize("data_format", FORMATS, ids=format_id)
# Fewer tiles than cores; a block and a part on each core.
@pytest.mark.parametrize("num_tiles", [1, 31])
def test_every_format_passes_unchanged(data_format: Format, num_tiles: int) -> None:
    tiles = random_tiles(data_format, num_tiles)

    result = run([Operand(tiles, data_format)], [], data_format, [num_tiles])

    assert result == data_format.pack(tiles)


@pytest.mark.parametrize(
    ("function", "reference"), [("add", np.add), ("sub", np.subtract), ("mul", np.multiply)]
)
@pytest.mark.parametrize("data_format", [BFLOAT16, FLOAT32, *INTEGERS], ids=format_id)
def test_arithmetic_is_rounded_once_or_wraps(
    function: str, reference: Callable[..., np.ndarray], data_format: Format
) -> None:
    a, b = (random_tiles(data_format, 20, seed) for seed in (1, 2))
    operands = [Operand(a, data_format), Operand(b, data_format)]

    result = run(operands, [Step(function, data_format, (0, 1))], data_format, [20])

    exact = (x.astype(float32) if data_format is BFLOAT16 else x for x in (a, b))
    assert result == data_format.pack(reference(*exact))


def test_infinities_and_nan_pass() -> None:
    special = np.array([np.inf, -np.inf, np.nan, 0.0, -0.0, 1.0, -1.0, 3e38], float32)
    a, b = np.zeros((2, 1, TILE * TILE), float32)
    a[0, :64], b[0, :64] = np.repeat(special, 8), np.tile(special, 8)
    operands = [Operand(a, FLOAT32), Operand(b, FLOAT32)]

    result = run(operands, [Step("mul", FLOAT32, (0, 1))], FLOAT32, [1])

    with np.errstate(invalid="ignore", over="ignore"):
        np.testing.assert_array_equal(np.frombuffer(result, float32), (a * b)[0])


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("data_format", [BFLOAT16, FLOAT32, INT32], ids=format_id)
def test_each_operand_is_broadcast(data_format: Format, part: str, place: int) -> None:
    extents = [3, 2, 4]  # of the output in tiles
    shape = (3, 2 * TILE, 4 * TILE)
    small = {
        "all": (1, 2 * TILE, 4 * TILE),
        "row": (3, 1, 4 * TILE),
        "column": (1, 2 * TILE, 1),
        "datum": (3, 1, 1),
    }[part]
    strides = {"all": (0, 4, 1), "row": (4, 0, 1), "column": (0, 1, 0), "datum": (1, 0, 0)}[part]
    rng = np.random.default_rng(place)
    arrays = [
        rng.integers(-9, 9, small if i == place else shape).astype(data_format.dtype)
        for i in range(3)
    ]
    operands = [
        Operand(tilize(x), data_format, strides, part)
        if i == place
        else Operand(tilize(x), data_format, (8, 4, 1))
        for i, x in enumerate(arrays)
    ]

    result = run(operands, [Step("mac", data_format, (0, 1, 2))], data_format, extents)

    a, b, c = arrays
    assert result == data_format.pack(tilize(a * b + c))


def test_operands_and_result_have_each_their_format() -> None:
    a, b, c = (random_tiles(f, 9) for f in (BFLOAT8_B, UINT16, BFLOAT16))
    operands = [
        Operand(a, BFLOAT8_B),
        Operand(b, UINT16, is_dram=False),
        Operand(c, BFLOAT16, is_dram=False),
    ]
    steps = [
        Step("to_float32", UINT16, [1], out=1),
        Step("mul", FLOAT32, (0, 1)),
        Step("add", FLOAT32, (0, 2)),
    ]

    result = run(operands, steps, FLOAT32, [9])

    assert result == FLOAT32.pack(a * b.astype(float32) + c.astype(float32))


@pytest.mark.parametrize(("steps", "out"), [(["to_int32"], INT32), (["to_uint8"], UINT8)])
def test_floats_become_integers(steps: list[str], out: Format) -> None:
    tiles = np.random.default_rng(3).integers(0, 256, (5, TILE * TILE)).astype(bfloat16)

    chain = [Step(function, FLOAT32, [0]) for function in steps]

    assert run([Operand(tiles, BFLOAT16)], chain, out, [5]) == out.pack(tiles)


@pytest.mark.parametrize("result", [0, 3])
def test_chain_keeps_values_in_slots_beside_the_operands(result: int) -> None:
    a, b, c = (random_tiles(FLOAT32, 14, seed) for seed in (1, 2, 3))
    steps = [
        Step("gt", FLOAT32, (0, 1), out=3),
        Step("mul", FLOAT32, (0, Scalar(2.0)), out=0),
        Step("rsub", FLOAT32, (2, Scalar(1.0)), out=2),
        Step("where", FLOAT32, (3, 0, 2), out=result),
    ]
    operands = [Operand(x, FLOAT32) for x in (a, b, c)]

    tiles = run(operands, steps, FLOAT32, [14], slots=4, result=result)

    assert tiles == FLOAT32.pack(np.where(a > b, a * 2, 1 - c))


@pytest.mark.parametrize("data_format", FORMATS, ids=format_id)
def test_no_operands_give_a_constant(data_format: Format) -> None:
    scalar = Scalar(5) if data_format in INTEGERS else Scalar(5.0)

    result = run([], [Step("identity", data_format, [scalar])], data_format, [13])

    assert result == data_format.pack(np.full((13, TILE * TILE), 5))


def test_random_numbers_do_not_depend_on_the_cores() -> None:
    steps = [Step("rand", FLOAT32, (RANDOM, Scalar(-1.0), Scalar(3.0)))]

    few = run([], steps, FLOAT32, [7], cores=CORES[:1], seed=5)

    assert run([], steps, FLOAT32, [7], seed=5) == few
    assert run([], steps, FLOAT32, [7], seed=6000) != few
    numbers = np.frombuffer(few, float32)
    assert len(np.unique(numbers)) > 0.999 * len(numbers)
    assert -1 <= numbers.min() < -0.99 and 1.99 < numbers.max() < 2
