# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Small kernels that each show one part of the kernel API at work."""

from __future__ import annotations

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
    tilize,
    untilize,
)
from tt_metal.kernels.tests.sim_chip import L1_UNRESERVED_BASE, Chip, DataFormat, Hart

RESULT_ADDRESS = 0x10000
ORIGIN = (0, 0)


def words(chip: Chip, core: tuple[int, int], address: int, count: int) -> list[int]:
    return np.frombuffer(chip.read_l1(core, address, 4 * count), np.uint32).tolist()


@pytest.fixture
def chip() -> Chip:
    return Chip()


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(0)


@pytest.mark.parametrize("hart", [Hart.BRISC, Hart.NCRISC])
@pytest.mark.parametrize("page_size", [4, 32, 100, 2048])
def test_loopback_through_l1(chip: Chip, rng, hart: Hart, page_size: int) -> None:
    num_pages = 31  # more than twice around the banks
    source = InterleavedBuffer(chip, 0x1000, page_size, num_pages, is_dram=True)
    target = InterleavedBuffer(chip, 0x80000, page_size, num_pages, is_dram=True)
    data = rng.bytes(page_size * num_pages)
    source.write(data)

    args = [source.address, target.address, RESULT_ADDRESS, num_pages, page_size]
    Program([Kernel("loopback", [hart], {ORIGIN: args})]).run(chip)

    assert target.read() == data


def test_variables_start_afresh_at_every_launch(chip: Chip) -> None:
    program = Program([Kernel("globals", [Hart.BRISC], {ORIGIN: []}, [RESULT_ADDRESS])])

    for _ in range(2):
        program.run(chip)

        assert words(chip, ORIGIN, RESULT_ADDRESS, 2) == [101, 1]


def test_core_knows_its_coordinates(chip: Chip) -> None:
    cores = [(0, 0), (3, 2), (7, 7)]
    harts = {Hart.BRISC: RESULT_ADDRESS, Hart.NCRISC: RESULT_ADDRESS + 0x100}

    kernels = [
        Kernel("coordinates", [hart], {core: [address] for core in cores})
        for hart, address in harts.items()
    ]
    Program(kernels).run(chip)

    for core in cores:
        for noc_index, address in enumerate(harts.values()):
            expected = [*core, *chip.worker_noc(core), noc_index, core[1], chip.num_dram_banks]
            assert words(chip, core, address, 7) == expected


@pytest.mark.parametrize("hart", [Hart.BRISC, Hart.NCRISC])
def test_lines_that_a_kernel_prints(chip: Chip, hart: Hart) -> None:
    lines: list[str] = []
    chip.print_to((1, 0), hart, lines)
    program = Program([Kernel("prints", [hart], {(1, 0): [250], (0, 1): [1]})])

    program.run(chip)

    assert lines == [
        "number 250",
        "-250 65 A 1099511627776",
        "fa 372   250",
        "1.5 0.1 -2",
        "0.67 1e+10",
        "abc1",
        hart.name,
        "no end",
    ]


def test_lines_by_formats_and_pages(chip: Chip) -> None:
    lines: list[str] = []
    chip.print_to(ORIGIN, Hart.NCRISC, lines)
    chip.write_l1(ORIGIN, RESULT_ADDRESS, np.array([1.5, -2, 0, 4], np.float32).tobytes())

    Program([Kernel("prints_formats", [Hart.NCRISC], {ORIGIN: [RESULT_ADDRESS]})]).run(chip)

    assert lines == [
        "no values",
        "250 of fa!",
        "0xff -1 {} 0.5",
        "0: 1.5 -2 ",
        "1: 0 4 ",
        f"1: 0 {0x40800000} ",
    ]


def block_float_tile(mantissas: dict[int, int], bits_per_mantissa: int) -> bytes:
    """A tile whose datums share the exponent of 2, with a sign above the bits of each mantissa."""
    data = np.zeros(TILE * TILE, np.uint8)
    data[list(mantissas)] = list(mantissas.values())
    if bits_per_mantissa == 4:
        data = data[::2] | data[1::2] << 4
    return bytes([128] * 64) + data.tobytes()


def numbers_tile(dtype: np.dtype, second_face: float, fourth_face: float) -> bytes:
    data = np.zeros(TILE * TILE, dtype)
    data[256], data[768] = second_face, fourth_face
    return data.tobytes()


@pytest.mark.parametrize(
    ("data_format", "tile", "printed"),
    [
        (DataFormat.BFLOAT16, numbers_tile(bfloat16, 1, -2), ["0 1 ", "0 -2 "]),
        (DataFormat.FLOAT32, numbers_tile(float32, 0.1, -2), ["0 0.1 ", "0 -2 "]),
        (DataFormat.INT32, numbers_tile(np.int32, -7, 8), ["0 -7 ", "0 8 "]),
        (DataFormat.UINT16, numbers_tile(np.uint16, 65535, 8), ["0 65535 ", "0 8 "]),
        (DataFormat.UINT8, numbers_tile(np.uint8, 255, 8), ["0 255 ", "0 8 "]),
        (
            DataFormat.BFLOAT8_B,
            block_float_tile({0: 0x60, 256: 0x80 | 0x40, 768: 0x01}, 8),
            ["3 -2 ", "0 0.03125 "],
        ),
        (
            DataFormat.BFLOAT4_B,
            block_float_tile({256: 0x8 | 0x6, 768: 0x1}, 4),
            ["0 -3 ", "0 0.5 "],
        ),
    ],
    ids=str,
)
def test_slice_of_a_tile_is_printed_row_by_row(
    chip: Chip, data_format: DataFormat, tile: bytes, printed: list[str]
) -> None:
    lines: list[str] = []
    chip.print_to(ORIGIN, Hart.NCRISC, lines)
    chip.write_l1(ORIGIN, L1_UNRESERVED_BASE + len(tile), tile)

    Program(
        [Kernel("prints_tile", [Hart.NCRISC], {ORIGIN: []})],
        [CircularBuffer(0, 2, len(tile), data_format)],
    ).run(chip)

    assert lines == printed


@pytest.mark.parametrize("receiver", [(0, 0), (5, 6)], ids=["same_core", "other_core"])
def test_semaphores_order_two_harts(chip: Chip, receiver: tuple[int, int]) -> None:
    sender = ORIGIN
    num_words = 25
    word, total = 0x10000, 0x10010
    # Sender and receiver share the word's address; on one core it is the same word.
    send = [*chip.worker_noc(receiver), word, num_words]
    receive = [*chip.worker_noc(sender), word, num_words, total]

    Program(
        [
            Kernel("semaphore_sender", [Hart.BRISC], {sender: send}),
            Kernel("semaphore_receiver", [Hart.NCRISC], {receiver: receive}),
        ],
        semaphores={0: 0, 1: 0},
    ).run(chip)

    assert words(chip, receiver, total, 1) == [7 * sum(range(num_words))]


@pytest.mark.parametrize("kernel", ["compute_copy", "compute_copy_older"])
@pytest.mark.parametrize("dtype", [bfloat16, float32], ids=str)
@pytest.mark.parametrize("source_in_dram", [True, False], ids=["from_dram", "from_l1"])
@pytest.mark.parametrize("tiles_per_block", [1, 4])
def test_copy_wraps_around_its_buffers(
    chip: Chip, rng, kernel: str, dtype: np.dtype, source_in_dram: bool, tiles_per_block: int
) -> None:
    num_tiles = 20 * tiles_per_block
    tiles = rng.standard_normal((num_tiles, TILE * TILE)).astype(dtype)
    tile_size = tiles[0].nbytes
    source = InterleavedBuffer(chip, 0x80000, tile_size, num_tiles, is_dram=source_in_dram)
    target = InterleavedBuffer(chip, 0xC0000, tile_size, num_tiles, is_dram=not source_in_dram)
    source.write(tiles.tobytes())

    def run_args(buffer: InterleavedBuffer) -> dict:
        return {ORIGIN: [buffer.address, buffer.is_dram, 0, num_tiles, tiles_per_block]}

    Program(
        [
            Kernel("reader_interleaved", [Hart.NCRISC], run_args(source)),
            Kernel(kernel, COMPUTE_HARTS, {ORIGIN: [20, tiles_per_block]}),
            Kernel("writer_interleaved", [Hart.BRISC], run_args(target)),
        ],
        [
            CircularBuffer(index, 3 * tiles_per_block, tile_size, FORMATS[dtype])
            for index in (0, 16)
        ],
        fp32_dest_acc=dtype == float32,
    ).run(chip)

    assert target.read() == tiles.tobytes()


@pytest.mark.parametrize("to_tiles", [True, False], ids=["tilize", "untilize"])
@pytest.mark.parametrize("dtype", [bfloat16, float32], ids=str)
def test_whole_strips_change_layout(chip: Chip, rng, to_tiles: bool, dtype: np.dtype) -> None:
    tiles_per_strip, num_strips = 5, 3
    shape = (num_strips, TILE, TILE * tiles_per_strip)
    num_tiles = num_strips * tiles_per_strip
    rows = rng.standard_normal(shape).astype(dtype)
    data, expected = (rows, tilize(rows)) if to_tiles else (tilize(rows), rows)
    tile_size = TILE * TILE * dtype.itemsize
    source = InterleavedBuffer(chip, 0, tile_size, num_tiles, is_dram=True)
    target = InterleavedBuffer(chip, 0x40000, tile_size, num_tiles, is_dram=True)
    source.write(data.tobytes())

    def run_args(buffer: InterleavedBuffer) -> dict:
        return {ORIGIN: [buffer.address, buffer.is_dram, 0, num_tiles, tiles_per_strip]}

    Program(
        [
            Kernel("reader_interleaved", [Hart.NCRISC], run_args(source)),
            Kernel(
                "compute_layout", COMPUTE_HARTS, {ORIGIN: [to_tiles, num_strips, tiles_per_strip]}
            ),
            Kernel("writer_interleaved", [Hart.BRISC], run_args(target)),
        ],
        [
            CircularBuffer(index, 2 * tiles_per_strip, tile_size, FORMATS[dtype])
            for index in (0, 16)
        ],
        fp32_dest_acc=dtype == float32,
    ).run(chip)

    assert target.read() == expected.tobytes()


BROADCASTS = {
    1: lambda a, b: a - b[:, :, :1],
    2: lambda a, b: a + b[:, :1, :],
    3: lambda a, b: a * b[:, :1, :1],
}


@pytest.mark.parametrize("broadcast", BROADCASTS)
def test_broadcast_and_accumulation(chip: Chip, rng, broadcast: int) -> None:
    num_pairs = 3
    # Small integers: sums and products are exact in fp32.
    a, b = rng.integers(-8, 9, (2, num_pairs, TILE, TILE)).astype(np.float32)
    tile_size = TILE * TILE * 4
    pairs = InterleavedBuffer(chip, 0, tile_size, 2 * num_pairs, is_dram=True)
    target = InterleavedBuffer(chip, 0x10000, tile_size, num_pairs, is_dram=True)
    pairs.write(np.stack([tilize(a), tilize(b)], axis=1).tobytes())

    Program(
        [
            Kernel(
                "reader_interleaved",
                [Hart.NCRISC],
                {ORIGIN: [pairs.address, 1, 0, 2 * num_pairs, 2]},
            ),
            Kernel("compute_broadcast", COMPUTE_HARTS, {ORIGIN: [broadcast, num_pairs]}),
            Kernel(
                "writer_interleaved", [Hart.BRISC], {ORIGIN: [target.address, 1, 0, num_pairs, 1]}
            ),
        ],
        [CircularBuffer(index, 4, tile_size, FORMATS[float32]) for index in (0, 16)],
        fp32_dest_acc=True,
    ).run(chip)

    result = untilize(np.frombuffer(target.read(), np.float32), a.shape)
    np.testing.assert_array_equal(result, BROADCASTS[broadcast](a, b) + a * b)
