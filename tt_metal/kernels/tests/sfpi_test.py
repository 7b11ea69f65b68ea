# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Vector code of kernels does to each lane what NumPy does to each number."""

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
    float32,
    tilize,
    untilize,
)
from tt_metal.kernels.tests.sim_chip import Chip, Hart

ORIGIN = (0, 0)


def run(piece: str, values: np.ndarray) -> np.ndarray:
    chip = Chip()
    num_tiles = values.size // TILE**2
    tile_size = TILE * TILE * 4
    source = InterleavedBuffer(chip, 0, tile_size, num_tiles, is_dram=True)
    target = InterleavedBuffer(chip, 0x40000, tile_size, num_tiles, is_dram=True)
    source.write(tilize(values).tobytes())
    Program(
        [
            Kernel(
                "reader_interleaved", [Hart.NCRISC], {ORIGIN: [source.address, 1, 0, num_tiles, 1]}
            ),
            Kernel(f"vectors_{piece}", COMPUTE_HARTS, {ORIGIN: [num_tiles]}),
            Kernel(
                "writer_interleaved", [Hart.BRISC], {ORIGIN: [target.address, 1, 0, num_tiles, 1]}
            ),
        ],
        [CircularBuffer(index, 2, tile_size, FORMATS[float32]) for index in (0, 16)],
        fp32_dest_acc=True,
    ).run(chip)
    return untilize(np.frombuffer(target.read(), np.float32), values.shape)


@pytest.fixture
def values() -> np.ndarray:
    values = np.random.default_rng(0).uniform(-5, 5, (2, TILE, TILE)).astype(np.float32)
    values[0, 0, :6] = [0.0, -1.0, 2.0, 3.0, -0.0, 1e-40]
    return values


def test_branches_nest(values: np.ndarray) -> None:
    expected = np.where(values > 0, np.float32(0.5) * values, values * values)
    expected[values < -1] = np.float32(1) / np.float32(3)
    expected[(values > 2) & (values < 3)] = 9

    np.testing.assert_array_equal(run("branches", values), expected)


def test_writes_reach_the_enabled_lanes(values: np.ndarray) -> None:
    expected = np.where(values >= 0, values - np.float32(1), values)

    np.testing.assert_array_equal(run("masked_writes", values), expected)


def test_floats_are_taken_apart(values: np.ndarray) -> None:
    expected = -2 * np.abs(values)
    expected[np.abs(values) < np.finfo(np.float32).tiny] = 0
    expected[0, 0, 5] = values[0, 0, 5]  # denormal: left as it is

    np.testing.assert_array_equal(run("parts", values), expected)


def test_integers_wrap_and_shift(values: np.ndarray) -> None:
    n = np.rint(values).astype(np.int32)

    np.testing.assert_array_equal(run("integers", values), (3 * n - 7) ^ (n >> 1))


def test_lanes_lie_in_every_other_column_of_four_rows(values: np.ndarray) -> None:
    row, column = np.indices((16, 16))
    face = 2 * (row % 4 * 8 + column // 2)

    np.testing.assert_array_equal(run("lanes", values), np.tile(face, (2, 2, 2)))


def test_smaller_and_larger(values: np.ndarray) -> None:
    np.testing.assert_array_equal(run("pairs", values), 2 * np.abs(values))


def test_constants_and_named_registers_keep_their_values(values: np.ndarray) -> None:
    np.testing.assert_array_equal(run("constants", values), values * np.float32(3) - np.float32(1))
    np.testing.assert_array_equal(run("integer_constants", values), run("lanes", values) - 1)


def test_tables_are_chosen_by_magnitude(values: np.ndarray) -> None:
    magnitude = np.abs(values)
    expected = np.where(magnitude < 1, magnitude / 2 + 0.25, np.where(magnitude < 2, 0.75, 1))

    np.testing.assert_array_equal(run("table", values), np.copysign(expected, values))


def test_reciprocals_are_approximate(values: np.ndarray) -> None:
    with np.errstate(divide="ignore", over="ignore"):
        expected = np.where(np.abs(values) < 2.0**-126, np.copysign(np.inf, values), 1 / values)

    np.testing.assert_allclose(run("reciprocal", values), expected, rtol=2.0**-20)


def test_numbers_of_sixteen_bits(values: np.ndarray) -> None:
    expected = np.clip(np.rint(np.float32(7000) * values), -32767, 32767)

    np.testing.assert_array_equal(run("sixteen_bits", values), expected)
