# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""bfloat8_b and bfloat4_b against a reference of their own, to the bit."""

from __future__ import annotations

import numpy as np
import pytest

import ttnn

BITS = {ttnn.bfloat8_b: 8, ttnn.bfloat4_b: 4}
DTYPES = pytest.mark.parametrize("dtype", list(BITS))
SPECIAL = [0.0, -0.0, 1e-45, -1e-38, 3e38, -3e38, np.inf, -np.inf, 1.9999999, 2**-126, 65504.0]


def block_rounded(values: np.ndarray, bits: int) -> np.ndarray:
    """What runs of 16 values become that share the exponent of the largest, in float64.

    Finite values only. `values`: [..., 16 * n].
    """
    runs = values.astype(np.float64).reshape(*values.shape[:-1], -1, 16)
    normal = np.where(np.abs(runs) < 2.0**-126, 0, runs)
    largest = np.abs(normal).max(axis=-1, keepdims=True)
    exponent = np.where(largest > 0, np.frexp(largest)[1] - 1, -127)
    unit = np.ldexp(1.0, exponent - (bits - 2))
    magnitude = np.minimum(np.rint(np.abs(normal) / unit), 2 ** (bits - 1) - 1)
    return (np.sign(normal) * magnitude * unit).reshape(values.shape)


def round_trip(values: np.ndarray, dtype: ttnn.DataType, **arguments: object) -> np.ndarray:
    return ttnn.to_numpy(ttnn.from_numpy(values, dtype=dtype, **arguments))


@DTYPES
@pytest.mark.parametrize("scale", [1.0, 1e-30, 1e30])
def test_values_round_as_the_format_says(
    dtype: ttnn.DataType, scale: float, random: np.random.Generator
) -> None:
    spread = np.exp(random.uniform(-6, 6, size=(2, 64, 96)))
    values = (random.standard_normal((2, 64, 96)) * spread * scale).astype(np.float32)

    np.testing.assert_array_equal(round_trip(values, dtype), block_rounded(values, BITS[dtype]))


@DTYPES
def test_what_fits_the_format_comes_back_unchanged(
    dtype: ttnn.DataType, random: np.random.Generator
) -> None:
    once = round_trip(random.standard_normal((33, 40), dtype=np.float32), dtype)

    np.testing.assert_array_equal(round_trip(once, dtype), once)


@DTYPES
def test_each_value_alone(dtype: ttnn.DataType) -> None:
    for value in SPECIAL:
        run = np.zeros((1, 16), dtype=np.float32)
        run[0, 3] = value
        result = round_trip(run, dtype)

        if np.isinf(value):
            largest = 2.0**128 - 2.0 ** (128 - (BITS[dtype] - 1))
            assert result[0, 3] == np.copysign(largest, value)
        else:
            assert result[0, 3] == block_rounded(run, BITS[dtype])[0, 3]
        assert not result[0, [0, 1, 2, *range(4, 16)]].any()


@DTYPES
@pytest.mark.parametrize("tile", [(32, 32), (16, 32), (4, 16), (32, 16)])
def test_tiles_of_any_shape(
    dtype: ttnn.DataType, tile: tuple[int, int], random: np.random.Generator
) -> None:
    values = random.standard_normal((2, 33, 48), dtype=np.float32)

    result = round_trip(values, dtype, tile=ttnn.Tile(tile))

    np.testing.assert_array_equal(result, block_rounded(values, BITS[dtype]))


@DTYPES
def test_they_survive_a_device(
    dtype: ttnn.DataType, device: ttnn.Device, random: np.random.Generator
) -> None:
    values = random.standard_normal((3, 70, 33), dtype=np.float32)
    host = ttnn.from_numpy(values, dtype=dtype)

    there = ttnn.to_device(host, device)

    assert there.layout == ttnn.TILE_LAYOUT
    np.testing.assert_array_equal(ttnn.to_numpy(there), ttnn.to_numpy(host))


@DTYPES
def test_they_are_refused_in_rows(dtype: ttnn.DataType) -> None:
    with pytest.raises(ValueError, match=r"exists in Layout::TILE alone"):
        ttnn.from_numpy(
            np.zeros((32, 32), dtype=np.float32), dtype=dtype, layout=ttnn.ROW_MAJOR_LAYOUT
        )


@DTYPES
def test_a_zero_of_either_sign_has_no_sign(dtype: ttnn.DataType) -> None:
    result = round_trip(np.full((1, 16), -0.0, dtype=np.float32), dtype)

    assert not np.signbit(result).any()
