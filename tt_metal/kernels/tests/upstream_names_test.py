# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Names that upstream's kernels use beside those of the other tests."""

from __future__ import annotations

import numpy as np
import pytest

from tt_metal.kernels.tests.chip_program import (
    COMPUTE_HARTS,
    FORMATS,
    TILE,
    CircularBuffer,
    Kernel,
    Program,
    bfloat16,
    float32,
    tilize,
    untilize,
)
from tt_metal.kernels.tests.sim_chip import Chip, DataFormat, Hart

CORE = (1, 2)
FROM, TO, RESULT = 0x20000, 0x30000, 0x40000


@pytest.fixture
def chip() -> Chip:
    return Chip()


def words(chip: Chip, core: tuple[int, int], address: int, count: int) -> list[int]:
    return np.frombuffer(chip.read_l1(core, address, 4 * count), np.uint32).tolist()


@pytest.mark.parametrize("kernel", ["standard_library", "standard_library_included"])
def test_standard_library_needs_no_include(chip: Chip, kernel: str) -> None:
    Program([Kernel(kernel, [Hart.BRISC], {CORE: [RESULT, 6]})]).run(chip)

    assert words(chip, CORE, RESULT, 5) == [5 + 100 * 6, 6, 49, 0, 0]


def test_every_kind_of_write_arrives(chip: Chip) -> None:
    far, apart = (5, 3), 32
    for i in range(8):
        chip.write_l1(CORE, FROM + apart * i, np.uint32(70 + i).tobytes())

    args = [*chip.worker_noc(far), TO, FROM]
    Program([Kernel("writes", [Hart.BRISC], {CORE: args})]).run(chip)

    firsts = [words(chip, far, TO + apart * i, 2) for i in range(7)]
    assert firsts == [[0x11BBCC44, 0], [71, 0], [72, 0], [73, 0], [74, 0], [5, 6], [141, 0]]


def test_objects_for_banks_buffers_and_semaphores(chip: Chip) -> None:
    data = np.random.default_rng(0).bytes(64)
    chip.write_dram(0, FROM, data)

    Program(
        [Kernel("object_style", [Hart.NCRISC], {CORE: [FROM, TO, RESULT]})],
        [CircularBuffer(0, 2, 32)],
        semaphores={0: 10, 1: 0},
    ).run(chip)

    assert chip.read_dram(1, TO, 64) == data[32:] + data[:32]
    assert words(chip, CORE, RESULT, 1) == [12 + 4]


def test_tiles_of_constants(chip: Chip) -> None:
    program = Program(
        [Kernel("constant_tiles", [Hart.NCRISC], {CORE: [0x3FC03FC0]})],
        [CircularBuffer(0, 4, 2048, FORMATS[bfloat16])],
    )
    chip.write_l1(CORE, program.address_of(0), b"\xff" * 4 * 2048)

    program.run(chip)

    tiles = np.frombuffer(chip.read_l1(CORE, program.address_of(0), 4 * 2048), bfloat16)
    reduced, first, column, row = untilize(tiles.astype(np.float64), (4, TILE, TILE))
    expected = np.zeros((4, TILE, TILE))
    expected[0, ::16, :] = expected[1, 0, 0] = expected[2, :, 0] = expected[3, 0, :] = 1.5
    np.testing.assert_array_equal([reduced, first, column, row], expected)


def test_compute_kernels_with_and_without_their_namespace(chip: Chip) -> None:
    a = np.random.default_rng(0).integers(-4, 5, (TILE, TILE)).astype(np.float32)
    a[a == 0] = 0.25
    ones = np.ones((TILE, TILE), np.float32)
    program = Program(
        [
            Kernel("provide_pages", [Hart.BRISC], {CORE: [2, 0, 1, 1, 1]}),
            Kernel("compute_namespace", COMPUTE_HARTS, {CORE: [RESULT]}),
        ],
        [
            CircularBuffer(index, pages, 4096, FORMATS[float32])
            for index, pages in ((0, 1), (1, 1), (16, 3))
        ],
        fp32_dest_acc=True,
    )
    for index, tile in enumerate((a, ones)):
        chip.write_l1(CORE, program.address_of(index), tilize(tile).tobytes())

    program.run(chip)

    out = np.frombuffer(chip.read_l1(CORE, program.address_of(16), 3 * 4096), np.float32)
    sums, quotients, chosen = untilize(out, (3, TILE, TILE))
    np.testing.assert_array_equal(sums[:, 0], a.sum(1))
    np.testing.assert_array_equal(quotients, np.floor(1 / a))
    np.testing.assert_array_equal(chosen, np.where(a > 0, a, 1))
    address = program.address_of(0)
    second_word = int(a[0, 1:2].view(np.uint32)[0])
    for hart in range(2, 5):
        told = words(chip, CORE, RESULT + 64 * hart, 6)
        assert told == [address, second_word, address // 16, 4, *CORE]


@pytest.mark.parametrize(("dtype", "suffix"), [(float32, ".5"), (np.dtype(np.int32), "")], ids=str)
def test_tile_of_dst_is_printed_in_both_orders(chip: Chip, dtype: np.dtype, suffix: str) -> None:
    lines: list[str] = []
    chip.print_to(CORE, Hart.TRISC1, lines)
    numbers = np.arange(TILE * TILE).reshape(TILE, TILE) - 100
    program = Program(
        [
            Kernel("provide_pages", [Hart.BRISC], {CORE: [1, 0, 1]}),
            Kernel("compute_print", COMPUTE_HARTS, {CORE: []}),
        ],
        [CircularBuffer(0, 1, 4096, DataFormat.INT32 if suffix == "" else DataFormat.FLOAT32)],
        fp32_dest_acc=True,
    )
    shown = numbers if suffix == "" else np.where(numbers < 0, numbers - 0.5, numbers + 0.5)
    chip.write_l1(CORE, program.address_of(0), tilize(shown.astype(dtype)).tobytes())

    program.run(chip)

    def row(numbers: np.ndarray) -> str:
        return "".join(f"{number}{suffix} " for number in numbers)

    by_faces = tilize(numbers).reshape(2 * TILE, 16)
    assert lines == [row(each) for each in numbers] + [row(each) for each in by_faces]
