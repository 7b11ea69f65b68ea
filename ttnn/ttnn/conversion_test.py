# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Arrays to tensors and back, on the host and through either memory of a device."""

from __future__ import annotations

import ml_dtypes
import numpy as np
import pytest

import ttnn
from ttnn.rounding import to_bfloat16

SHAPES = [(), (1,), (5,), (3, 5), (32, 32), (33, 65), (2, 3, 47, 100), (1, 1, 1, 1, 1, 1, 2, 2)]
LAYOUTS = [ttnn.ROW_MAJOR_LAYOUT, ttnn.TILE_LAYOUT]
MEMORY_CONFIGS = [ttnn.DRAM_MEMORY_CONFIG, ttnn.L1_MEMORY_CONFIG]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("shape", SHAPES)
def test_float32_comes_back_bit_for_bit(
    shape: tuple[int, ...], layout: ttnn.Layout, random: np.random.Generator
) -> None:
    array = random.standard_normal(shape, dtype=np.float32)

    tensor = ttnn.from_numpy(array, layout=layout)

    assert tensor.dtype == ttnn.float32
    assert tensor.shape == shape
    assert tensor.storage_type() == ttnn.StorageType.HOST
    np.testing.assert_array_equal(ttnn.to_numpy(tensor), array)


@pytest.mark.parametrize("memory_config", MEMORY_CONFIGS)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("dtype", [ttnn.bfloat16, ttnn.float32])
@pytest.mark.parametrize("shape", SHAPES)
def test_values_survive_a_device(
    shape: tuple[int, ...],
    dtype: ttnn.DataType,
    layout: ttnn.Layout,
    memory_config: ttnn.MemoryConfig,
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    array = to_bfloat16(random.standard_normal(shape, dtype=np.float32))

    tensor = ttnn.from_numpy(
        array, dtype=dtype, layout=layout, device=device, memory_config=memory_config
    )

    assert tensor.storage_type() == ttnn.StorageType.DEVICE
    assert tensor.device() is device
    assert tensor.memory_config() == memory_config
    np.testing.assert_array_equal(ttnn.to_numpy(tensor), array)
    np.testing.assert_array_equal(ttnn.from_device(tensor).to_numpy(), array)


def test_float32_rounds_to_bfloat16_to_nearest_even(random: np.random.Generator) -> None:
    bits = random.integers(0, 2**32, size=100_000, dtype=np.uint32)
    array = bits.view(np.float32)
    with np.errstate(invalid="ignore"):  # signalling NaNs are among them
        expected = to_bfloat16(array)

    rounded = ttnn.to_numpy(ttnn.from_numpy(array, dtype=ttnn.bfloat16))

    np.testing.assert_array_equal(rounded, expected)


def test_ml_dtypes_bfloat16_is_taken_as_it_is(random: np.random.Generator) -> None:
    array = random.standard_normal((7, 9)).astype(ml_dtypes.bfloat16)

    tensor = ttnn.from_numpy(array)

    assert tensor.dtype == ttnn.bfloat16
    np.testing.assert_array_equal(ttnn.to_numpy(tensor), array.astype(np.float32))
    widened = ttnn.from_numpy(array, dtype=ttnn.float32)
    np.testing.assert_array_equal(ttnn.to_numpy(widened), array.astype(np.float32))


def test_the_array_may_be_a_view_and_is_copied() -> None:
    base = np.arange(24, dtype=np.float32).reshape(4, 6)
    view = base[::2, ::-1].T
    expected = view.copy()

    tensor = ttnn.from_numpy(view)
    base[:] = -1

    np.testing.assert_array_equal(ttnn.to_numpy(tensor), expected)


def test_the_array_may_be_read_only() -> None:
    array = np.ones((2, 2), dtype=np.float32)
    array.setflags(write=False)

    np.testing.assert_array_equal(ttnn.to_numpy(ttnn.from_numpy(array)), array)


def test_to_numpy_gives_a_new_array_each_time() -> None:
    tensor = ttnn.from_numpy(np.zeros((2, 2), dtype=np.float32))

    ttnn.to_numpy(tensor)[:] = 1

    assert ttnn.to_numpy(tensor).sum() == 0


def test_no_elements_are_fine_on_the_host_and_refused_on_a_device(device: ttnn.Device) -> None:
    empty = ttnn.from_numpy(np.zeros((0, 5), dtype=np.float32), layout=ttnn.TILE_LAYOUT)

    assert ttnn.to_numpy(empty).shape == (0, 5)
    with pytest.raises(ValueError, match="has no elements"):
        ttnn.to_device(empty, device)


@pytest.mark.parametrize("dtype", [np.float64, np.int32, np.float16, np.bool_, ">f4"])
def test_another_dtype_is_refused_by_name(dtype: object) -> None:
    with pytest.raises(TypeError, match=r"array: dtype \S+ is not supported; expected"):
        ttnn.from_numpy(np.zeros(3, dtype=dtype))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"array": [1.0]}, "array: expected numpy.ndarray, got list"),
        ({"dtype": np.float32}, "dtype: expected ttnn.DataType or None, got type"),
        ({"layout": "TILE"}, "layout: expected ttnn.Layout or None, got str"),
        ({"device": 0}, "device: expected ttnn.Device or None, got int"),
        ({"memory_config": "L1"}, "memory_config: expected ttnn.MemoryConfig or None, got str"),
    ],
)
def test_a_wrong_type_is_named(arguments: dict[str, object], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        ttnn.from_numpy(**({"array": np.zeros(1, dtype=np.float32)} | arguments))


def test_rank_9_is_refused() -> None:
    with pytest.raises(ValueError, match="rank 9 is above the limit of 8"):
        ttnn.from_numpy(np.zeros((1,) * 9, dtype=np.float32))


def test_from_torch_names_what_it_was_given() -> None:
    with pytest.raises(TypeError, match=r"tensor: expected torch.Tensor, got ndarray"):
        ttnn.from_torch(np.zeros(1, dtype=np.float32))


def test_an_array_that_does_not_fit_in_memory_is_a_memory_error() -> None:
    """4 TiB of one repeated value: an array of four bytes, until it is copied."""
    huge = np.broadcast_to(np.float32(1), (1 << 20, 1 << 20))

    with pytest.raises(MemoryError):
        ttnn.from_numpy(huge)
