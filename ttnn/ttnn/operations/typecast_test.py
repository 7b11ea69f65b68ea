# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Numbers and bits in other dtypes: typecast and bitcast; and what is next to a number."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

import ttnn
from ttnn.rounding import to_bfloat16

INTEGERS = {
    ttnn.int32: np.int32,
    ttnn.uint32: np.uint32,
    ttnn.uint16: np.uint16,
    ttnn.uint8: np.uint8,
}
FLOATS = (ttnn.float32, ttnn.bfloat16)

# Halves, what is beyond each dtype's range on either side, and what is not in order at all.
NUMBERS = np.fromstring(
    "0 -0 0.5 1.5 2.5 -0.5 -1.5 -2.5 254.5 255 256 300.75 -1 -300 65534.5 65536 1e5 -1e5 "
    "2147483520 -2147483648 3e9 4294967040 5e9 -5e9 1e20 -1e20 inf -inf nan 1e-40 7 77",
    np.float32,
    sep=" ",
)
WHOLE = np.array([0, 1, 2, 127, 128, 255, 256, 32767, 32768, 65535, 65536, 1 << 24, (1 << 31) - 1])


def cast(values: np.ndarray, dtype: ttnn.DataType, is_block: bool = False) -> np.ndarray:
    """As the inventory of the operations has it; NaN becomes 0."""
    numbers = np.nan_to_num(values.astype(np.float64), nan=0, posinf=1e30, neginf=-1e30)
    if dtype == ttnn.uint8:
        towards_zero = np.trunc(np.clip(numbers, -(2.0**31), 2.0**31 - 1))
        return towards_zero.astype(np.int64).astype(np.uint8)
    if dtype == ttnn.uint16 and not is_block:
        numbers = np.floor(numbers + 0.5)
    limits = np.iinfo(INTEGERS[dtype])
    return np.trunc(np.clip(numbers, limits.min, limits.max)).astype(INTEGERS[dtype])


@pytest.mark.parametrize("target", INTEGERS)
@pytest.mark.parametrize("source", FLOATS)
def test_floats_become_integers(
    source: ttnn.DataType, target: ttnn.DataType, device: ttnn.Device
) -> None:
    values = NUMBERS if source == ttnn.float32 else to_bfloat16(NUMBERS)
    tensor = ttnn.from_numpy(values, source, layout=ttnn.TILE_LAYOUT, device=device)

    result = ttnn.typecast(tensor, target)

    assert result.dtype == target
    is_compared = (
        np.abs(np.nan_to_num(values)) < 2.0**31 if target == ttnn.uint8 else values == values
    )
    np.testing.assert_array_equal(
        ttnn.to_numpy(result)[is_compared], cast(values, target)[is_compared]
    )


def test_block_floats_are_cut(device: ttnn.Device) -> None:
    values = np.float32([[0.5, 1.5, 2.5, 3.5] * 8])
    tensor = ttnn.from_numpy(values, ttnn.bfloat8_b, device=device)

    result = ttnn.typecast(tensor, ttnn.uint16)

    np.testing.assert_array_equal(ttnn.to_numpy(result), [[0, 1, 2, 3] * 8])


@pytest.mark.parametrize(("source", "target"), list(itertools.permutations(INTEGERS, 2)))
def test_integers_become_integers(
    source: ttnn.DataType, target: ttnn.DataType, device: ttnn.Device
) -> None:
    values = WHOLE[WHOLE <= np.iinfo(INTEGERS[source]).max].astype(INTEGERS[source])
    if source == ttnn.int32:
        values = np.concatenate([values, -values - 1]).astype(np.int32)
    if source == ttnn.uint32:
        values = np.append(values, np.uint32(0xFFFFFFFF))
    tensor = ttnn.from_numpy(values, source, layout=ttnn.TILE_LAYOUT, device=device)

    result = ttnn.typecast(tensor, target)

    limits = np.iinfo(INTEGERS[target])
    wide = values.astype(np.int64)
    expected = wide if target == ttnn.uint8 else np.clip(wide, limits.min, limits.max)
    np.testing.assert_array_equal(ttnn.to_numpy(result), expected.astype(INTEGERS[target]))


@pytest.mark.parametrize("target", FLOATS)
@pytest.mark.parametrize("source", INTEGERS)
def test_integers_become_the_nearest_float(
    source: ttnn.DataType, target: ttnn.DataType, device: ttnn.Device
) -> None:
    values = WHOLE[WHOLE <= np.iinfo(INTEGERS[source]).max].astype(INTEGERS[source])
    tensor = ttnn.from_numpy(values, source, layout=ttnn.TILE_LAYOUT, device=device)

    result = ttnn.typecast(tensor, target)

    nearest = values.astype(np.float32)
    np.testing.assert_array_equal(
        ttnn.to_numpy(result), nearest if target == ttnn.float32 else to_bfloat16(nearest)
    )


@pytest.mark.parametrize(
    ("source", "target"), list(itertools.permutations([ttnn.float32, ttnn.int32, ttnn.uint32], 2))
)
def test_bits_stay_what_they_are(
    source: ttnn.DataType, target: ttnn.DataType, device: ttnn.Device, random: np.random.Generator
) -> None:
    numpy = {**INTEGERS, ttnn.float32: np.float32}
    # No NaN among the floats, of which there is one kind on the device.
    values = random.normal(0, 1e6, (33, 40)).astype(np.float32).view(numpy[source])
    tensor = ttnn.from_numpy(values, source, layout=ttnn.TILE_LAYOUT, device=device)

    result = ttnn.bitcast(tensor, target)

    np.testing.assert_array_equal(ttnn.to_numpy(result), values.view(numpy[target]))


def test_bits_of_bfloat16(device: ttnn.Device, random: np.random.Generator) -> None:
    values = to_bfloat16(random.normal(0, 1e6, (33, 40)).astype(np.float32))
    tensor = ttnn.from_numpy(values, ttnn.bfloat16, layout=ttnn.TILE_LAYOUT, device=device)

    bits = ttnn.bitcast(tensor, ttnn.uint16)

    np.testing.assert_array_equal(ttnn.to_numpy(bits), values.view(np.uint32) >> 16)
    np.testing.assert_array_equal(ttnn.to_numpy(ttnn.bitcast(bits, ttnn.bfloat16)), values)
    with pytest.raises(
        ValueError, match=r"dtype: DataType.INT32; it has to be as wide as DataType"
    ):
        ttnn.bitcast(tensor, ttnn.int32)


def test_next_number_is_the_next_of_its_dtype(device: ttnn.Device) -> None:
    a = np.float32([1, 1, -1, 1.5, 0, 2, 2, 100])
    b = np.float32([2, 0, -2, 1.5, 1, 3, 1, -100])

    def tensors(dtype: ttnn.DataType) -> list[ttnn.Tensor]:
        return [ttnn.from_numpy(x, dtype, layout=ttnn.TILE_LAYOUT, device=device) for x in (a, b)]

    np.testing.assert_array_equal(
        ttnn.to_numpy(ttnn.nextafter(*tensors(ttnn.float32))), np.nextafter(a, b)
    )
    steps = np.float32([2**-7, -(2**-8), -(2**-7), 0, 2.0**-133, 2**-6, -(2**-7), -0.5])
    np.testing.assert_array_equal(ttnn.to_numpy(ttnn.nextafter(*tensors(ttnn.bfloat16))), a + steps)


def test_chain_is_one_pass_of_several(device: ttnn.Device) -> None:
    tensor = ttnn.from_numpy(np.float32([[-4, 9]]), layout=ttnn.TILE_LAYOUT, device=device)

    result = ttnn.unary_chain(
        tensor,
        ops_chain=[
            ttnn.UnaryWithParam(ttnn.UnaryOpType.RELU),
            ttnn.UnaryWithParam(ttnn.UnaryOpType.POWER, 2),
            ttnn.UnaryOpType.NEG,
        ],
    )

    np.testing.assert_array_equal(ttnn.to_numpy(result), [[0, -81]])
