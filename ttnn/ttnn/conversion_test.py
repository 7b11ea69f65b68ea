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


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("shape", [(0,), (0, 5), (2, 0, 3), (4, 0)])
def test_no_elements_are_fine_anywhere(
    shape: tuple[int, ...], layout: ttnn.Layout, device: ttnn.Device
) -> None:
    empty = ttnn.from_numpy(np.zeros(shape, dtype=np.float32), layout=layout)

    assert ttnn.to_numpy(empty).shape == shape
    assert ttnn.to_numpy(ttnn.to_device(empty, device)).shape == shape


INTEGERS = {
    ttnn.uint8: np.uint8,
    ttnn.uint16: np.uint16,
    ttnn.uint32: np.uint32,
    ttnn.int32: np.int32,
}


@pytest.mark.parametrize("memory_config", MEMORY_CONFIGS)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("dtype", list(INTEGERS))
@pytest.mark.parametrize("shape", SHAPES)
def test_integers_come_back_bit_for_bit(
    shape: tuple[int, ...],
    dtype: ttnn.DataType,
    layout: ttnn.Layout,
    memory_config: ttnn.MemoryConfig,
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    limits = np.iinfo(INTEGERS[dtype])
    array = random.integers(limits.min, limits.max, shape, dtype=limits.dtype, endpoint=True)

    tensor = ttnn.from_numpy(array, layout=layout, device=device, memory_config=memory_config)
    result = ttnn.to_numpy(tensor)

    assert tensor.dtype == dtype
    assert result.dtype == limits.dtype
    np.testing.assert_array_equal(result, array)


@pytest.mark.parametrize("tile", [(1, 32), (2, 16), (4, 32), (8, 32), (16, 16), (16, 32), (32, 16)])
def test_tiles_may_be_small(
    tile: tuple[int, int], device: ttnn.Device, random: np.random.Generator
) -> None:
    array = random.standard_normal((2, 33, 65), dtype=np.float32)

    tensor = ttnn.from_numpy(array, layout=ttnn.TILE_LAYOUT, tile=ttnn.Tile(tile), device=device)

    height, width = tile
    assert tensor.padded_shape == (2, -(-33 // height) * height, -(-65 // width) * width)
    assert tensor.buffer_page_size() == height * width * 4
    np.testing.assert_array_equal(ttnn.to_numpy(tensor), array)


@pytest.mark.parametrize(
    ("source", "dtype"),
    [
        (np.float64, ttnn.float32),
        (np.float16, ttnn.bfloat16),
        (np.bool_, ttnn.uint8),
        (np.int8, ttnn.int32),
        (np.int16, ttnn.int32),
        (np.int64, ttnn.uint32),
        (">f4", ttnn.float32),
        (">i4", ttnn.int32),
    ],
)
def test_other_arrays_become_the_nearest_type(source: object, dtype: ttnn.DataType) -> None:
    array = np.array([0, 1, 1, 0], dtype=source)

    tensor = ttnn.from_numpy(array)

    assert tensor.dtype == dtype
    np.testing.assert_array_equal(ttnn.to_numpy(tensor), array)


@pytest.mark.parametrize(
    ("values", "dtype", "expected"),
    [
        ([1.9, -1.9, 1e10, -1e10, np.nan], ttnn.int32, [1, -1, 2**31 - 1, -(2**31), 0]),
        ([1.9, -1.9, 1e10, np.inf, np.nan], ttnn.uint32, [1, 0, 2**32 - 1, 2**32 - 1, 0]),
        ([1.9, -1.9, 65535.5, 1e9, np.nan], ttnn.uint16, [1, 0, 65535, 65535, 0]),
        ([1.9, -1.9, 255.5, 1e9, np.nan], ttnn.uint8, [1, 0, 255, 255, 0]),
    ],
)
def test_floats_become_integers_as_documented(
    values: list[float], dtype: ttnn.DataType, expected: list[int]
) -> None:
    tensor = ttnn.from_numpy(np.array(values, dtype=np.float32), dtype=dtype)

    assert tensor.to_list() == expected


def test_64_bit_integers_must_fit() -> None:
    array = np.array([-1, 5])

    assert ttnn.from_numpy(array, dtype=ttnn.int32).to_list() == [-1, 5]
    assert ttnn.from_numpy(array, dtype=ttnn.bfloat16).to_list() == [-1.0, 5.0]
    with pytest.raises(ValueError, match="array: has 64-bit integers from -1 to 5; elements of"):
        ttnn.from_numpy(array)


@pytest.mark.parametrize("dtype", [np.complex64, np.str_, object])
def test_another_dtype_is_refused_by_name(dtype: object) -> None:
    with pytest.raises(TypeError, match=r"array: dtype \S+ is not supported; expected"):
        ttnn.from_numpy(np.zeros(3, dtype=dtype))


def test_a_spec_says_it_all() -> None:
    array = np.arange(6, dtype=np.float32).reshape(2, 3)
    spec = ttnn.TensorSpec((2, 3), ttnn.bfloat16, ttnn.TILE_LAYOUT, tile=ttnn.Tile((16, 32)))

    tensor = ttnn.from_numpy(array, spec=spec)

    assert tensor.spec == spec
    assert tensor.to_list() == array.tolist()
    with pytest.raises(ValueError, match="spec: dtype, layout, memory_config and tile are part"):
        ttnn.from_numpy(array, ttnn.bfloat16, spec=spec)
    with pytest.raises(ValueError, match=r"spec: of Shape\(\[2, 3\]\), but the values"):
        ttnn.from_numpy(array.T, spec=spec)


def test_the_constructor_takes_arrays_and_lists(device: ttnn.Device) -> None:
    array = np.arange(6, dtype=np.float32).reshape(2, 3)

    of_array = ttnn.Tensor(array, ttnn.bfloat16, device, ttnn.TILE_LAYOUT)
    of_list = ttnn.Tensor([0, 1, 2, 3, 4, 5], [2, 3], ttnn.uint16, ttnn.ROW_MAJOR_LAYOUT)

    assert of_array.device() is device
    assert of_array.to_list() == array.tolist()
    assert of_list.dtype == ttnn.uint16
    assert of_list.to_list() == [[0, 1, 2], [3, 4, 5]]
    assert ttnn.Tensor(of_list).tensor_id == of_list.tensor_id
    with pytest.raises(ValueError, match="values: 2 of them; the shape"):
        ttnn.Tensor([1, 2], [3], ttnn.uint16)


def test_edges_are_filled_with_the_value_asked_for() -> None:
    tensor = ttnn.from_numpy(
        np.ones((1, 1), dtype=np.float32), layout=ttnn.TILE_LAYOUT, pad_value=7.0
    )
    file_values = ttnn._ttnn.stored_bytes(tensor).view(np.float32)

    assert tensor.to_list() == [[1.0]]
    assert file_values.sum() == 1 + 7 * 1023


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
