# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Layouts and places: nothing but the order of the bits changes, on the device as on the host."""

from __future__ import annotations

import numpy as np
import pytest

import ttnn

DTYPES = [ttnn.bfloat16, ttnn.float32]
# The last is wider than a block of the device kernels, with a rest; its height leaves a rest too.
SHAPES = [(), (5,), (1, 1), (32, 32), (33, 65), (2, 3, 47, 100), (65, 1100)]


def bits(random: np.random.Generator, shape: tuple[int, ...], dtype: ttnn.DataType) -> np.ndarray:
    """Numbers of every magnitude, infinities and -0.0 among them, exact in `dtype`."""
    values = random.integers(0, 2**32, size=shape, dtype=np.uint32)
    if dtype == ttnn.bfloat16:
        values &= 0xFFFF0000
    array = np.asarray(values).view(np.float32)
    return np.where(np.isnan(array), np.float32(-0.0), array).astype(np.float32)


def assert_same_bits(tensor: ttnn.Tensor, expected: np.ndarray) -> None:
    actual = ttnn.to_numpy(tensor)
    np.testing.assert_array_equal(actual.view(np.uint32), expected.view(np.uint32))


@pytest.mark.parametrize("memory_config", [ttnn.DRAM_MEMORY_CONFIG, ttnn.L1_MEMORY_CONFIG])
@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("shape", SHAPES)
def test_layout_changes_on_the_device_keep_every_bit(
    shape: tuple[int, ...],
    dtype: ttnn.DataType,
    memory_config: ttnn.MemoryConfig,
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    array = bits(random, shape, dtype)
    row_major = ttnn.from_numpy(array, dtype, device=device, memory_config=memory_config)

    tiled = ttnn.to_layout(row_major, ttnn.TILE_LAYOUT)
    back = ttnn.to_layout(tiled, ttnn.ROW_MAJOR_LAYOUT)

    assert tiled.layout == ttnn.TILE_LAYOUT
    assert tiled.memory_config() == back.memory_config() == memory_config
    assert_same_bits(tiled, array)
    assert_same_bits(back, array)


@pytest.mark.parametrize("dtype", DTYPES)
def test_the_device_untilizes_what_the_host_tilized(
    dtype: ttnn.DataType, device: ttnn.Device, random: np.random.Generator
) -> None:
    array = bits(random, (3, 40, 50), dtype)
    tiled = ttnn.from_numpy(array, dtype, layout=ttnn.TILE_LAYOUT, device=device)

    assert_same_bits(ttnn.to_layout(tiled, ttnn.ROW_MAJOR_LAYOUT), array)


def test_a_host_tensor_changes_layout_on_the_host(random: np.random.Generator) -> None:
    array = bits(random, (2, 40, 50), ttnn.float32)
    tensor = ttnn.from_numpy(array)

    tiled = ttnn.to_layout(tensor, ttnn.TILE_LAYOUT, memory_config=ttnn.L1_MEMORY_CONFIG)

    assert tiled.device() is None
    assert tiled.memory_config() == ttnn.L1_MEMORY_CONFIG
    assert_same_bits(ttnn.to_layout(tiled, ttnn.ROW_MAJOR_LAYOUT), array)


def test_a_layout_can_change_into_another_memory(device: ttnn.Device) -> None:
    array = np.arange(12, dtype=np.float32).reshape(3, 4)
    tensor = ttnn.from_numpy(array, device=device)

    tiled = ttnn.to_layout(tensor, ttnn.TILE_LAYOUT, memory_config=ttnn.L1_MEMORY_CONFIG)

    assert tiled.memory_config() == ttnn.L1_MEMORY_CONFIG
    assert_same_bits(tiled, array)
    moved = ttnn.to_layout(tiled, ttnn.TILE_LAYOUT, memory_config=ttnn.DRAM_MEMORY_CONFIG)
    assert moved.memory_config() == ttnn.DRAM_MEMORY_CONFIG
    assert_same_bits(moved, array)


def test_a_tensor_goes_where_its_spec_says(device: ttnn.Device) -> None:
    tensor = ttnn.from_numpy(
        np.zeros((2, 2), dtype=np.float32), memory_config=ttnn.L1_MEMORY_CONFIG
    )

    assert ttnn.to_device(tensor, device).memory_config() == ttnn.L1_MEMORY_CONFIG
    there = ttnn.to_device(tensor, device, ttnn.DRAM_MEMORY_CONFIG)
    assert there.memory_config() == ttnn.DRAM_MEMORY_CONFIG
    assert ttnn.to_device(there, device).memory_config() == ttnn.DRAM_MEMORY_CONFIG
    with pytest.raises(ValueError, match="memory_config: the tensor is on the device already"):
        ttnn.to_device(there, device, ttnn.L1_MEMORY_CONFIG)


def test_wrong_types_are_named(device: ttnn.Device) -> None:
    tensor = ttnn.from_numpy(np.zeros((2, 2), dtype=np.float32))

    with pytest.raises(TypeError, match=r"layout: expected ttnn.Layout, got str"):
        ttnn.to_layout(tensor, "TILE")
    with pytest.raises(TypeError, match=r"device: expected ttnn.Device, got NoneType"):
        ttnn.to_device(tensor, None)
    with pytest.raises(TypeError, match=r"tensor: expected ttnn.Tensor, got numpy.ndarray"):
        ttnn.from_device(np.zeros(1))
