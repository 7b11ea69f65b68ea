# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The matrix product against NumPy in float64, within a bound drawn from how it is computed.

Operands enter exactly (bfloat16) or rounded to TF32 (float32); products of two such numbers are
exact in float32; K of them are summed in float32, each sum with a relative error of at most 2^-24
of the magnitudes so far; the result is rounded once to its dtype.
"""

from __future__ import annotations

import numpy as np
import pytest

import ttnn
from ttnn.rounding import to_bfloat16, to_tf32

FLOAT32_ROUNDING = 2.0**-24
BFLOAT16_ROUNDING = 2.0**-8

MATRICES = [
    (1, 1, 1),
    (32, 32, 32),
    (5, 7, 3),
    (33, 65, 129),
    (1, 300, 1),
    (200, 1, 31),
    (256, 320, 512),
]
BATCHES = [
    ((2,), (2,)),
    ((2, 3), (2, 3)),
    ((2, 3), ()),
    ((2, 3), (1, 1)),
    ((), (2,)),
    ((1,), (1, 1)),
    ((1, 3), (3,)),
]


def send(
    array: np.ndarray, dtype: ttnn.DataType, device: ttnn.Device, **kwargs: object
) -> ttnn.Tensor:
    return ttnn.from_numpy(array, dtype, layout=ttnn.TILE_LAYOUT, device=device, **kwargs)


def operands(
    random: np.random.Generator,
    shape_a: tuple[int, ...],
    shape_b: tuple[int, ...],
    dtype: ttnn.DataType,
) -> tuple[np.ndarray, np.ndarray]:
    a, b = (random.standard_normal(shape, dtype=np.float32) for shape in (shape_a, shape_b))
    return (a, b) if dtype == ttnn.float32 else (to_bfloat16(a), to_bfloat16(b))


def assert_product(
    product: ttnn.Tensor, a: np.ndarray, b: np.ndarray, dtype: ttnn.DataType
) -> None:
    if dtype == ttnn.float32:
        a, b = to_tf32(a), to_tf32(b)
    a, b = a.astype(np.float64), b.astype(np.float64)
    exact = a @ b
    sum_error = a.shape[-1] * FLOAT32_ROUNDING * (np.abs(a) @ np.abs(b))
    last_rounding = 0 if dtype == ttnn.float32 else BFLOAT16_ROUNDING * (np.abs(exact) + sum_error)
    values = ttnn.to_numpy(product)
    assert product.dtype == dtype
    assert values.shape == exact.shape
    assert (np.abs(values - exact) <= sum_error + last_rounding).all()


@pytest.mark.parametrize("dtype", [ttnn.bfloat16, ttnn.float32])
@pytest.mark.parametrize(("m", "k", "n"), MATRICES)
def test_products_of_matrices(
    m: int,
    k: int,
    n: int,
    dtype: ttnn.DataType,
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    a, b = operands(random, (m, k), (k, n), dtype)

    product = ttnn.matmul(send(a, dtype, device), send(b, dtype, device))

    assert product.layout == ttnn.TILE_LAYOUT
    assert_product(product, a, b, dtype)


@pytest.mark.parametrize(("batch_a", "batch_b"), BATCHES)
def test_products_of_batches(
    batch_a: tuple[int, ...],
    batch_b: tuple[int, ...],
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    a, b = operands(random, (*batch_a, 40, 70), (*batch_b, 70, 90), ttnn.bfloat16)

    product = send(a, ttnn.bfloat16, device) @ send(b, ttnn.bfloat16, device)

    assert_product(product, a, b, ttnn.bfloat16)


def test_integers_are_exact(device: ttnn.Device, random: np.random.Generator) -> None:
    """Every partial sum is an integer below 2^24, so that float32 holds it: no error at all."""
    a = random.integers(-8, 9, size=(50, 200)).astype(np.float32)
    b = random.integers(-8, 9, size=(200, 70)).astype(np.float32)

    product = ttnn.matmul(send(a, ttnn.float32, device), send(b, ttnn.float32, device))

    np.testing.assert_array_equal(ttnn.to_numpy(product), a @ b)


def test_padding_of_an_operand_made_on_the_device_is_zero(
    device: ttnn.Device, random: np.random.Generator
) -> None:
    """K = 33: were the 31 padded columns and rows anything but zero, the sums would show it."""
    a = random.integers(-8, 9, size=(7, 33)).astype(np.float32)
    b = random.integers(-8, 9, size=(33, 5)).astype(np.float32)

    def tilize_on_device(array: np.ndarray) -> ttnn.Tensor:
        return ttnn.to_layout(ttnn.from_numpy(array, device=device), ttnn.TILE_LAYOUT)

    product = tilize_on_device(a) @ tilize_on_device(b)
    chained = product @ tilize_on_device(b.T.copy())

    np.testing.assert_array_equal(ttnn.to_numpy(product), a @ b)
    np.testing.assert_array_equal(
        ttnn.to_numpy(chained), to_tf32(a @ b).astype(np.float64) @ b.T.astype(np.float64)
    )


@pytest.mark.parametrize("output", [ttnn.DRAM_MEMORY_CONFIG, ttnn.L1_MEMORY_CONFIG, None])
def test_memories_mix(
    output: ttnn.MemoryConfig | None, device: ttnn.Device, random: np.random.Generator
) -> None:
    a, b = operands(random, (64, 64), (64, 64), ttnn.bfloat16)

    product = ttnn.matmul(
        send(a, ttnn.bfloat16, device, memory_config=ttnn.L1_MEMORY_CONFIG),
        send(b, ttnn.bfloat16, device),
        memory_config=output,
    )

    assert product.memory_config() == (ttnn.L1_MEMORY_CONFIG if output is None else output)
    assert_product(product, a, b, ttnn.bfloat16)


@pytest.mark.parametrize(
    ("shape_a", "shape_b", "rule"),
    [
        ((3, 4), (5, 6), "the last dimension of the first must be the last but one of the second"),
        ((4,), (4, 6), "both must be at least of rank 2"),
        ((2, 3, 4), (3, 4, 6), "the dimensions before the last two must be equal, or all 1 in one"),
        ((6, 3, 4), (2, 3, 4, 6), "the dimensions before the last two must be equal"),
    ],
)
def test_shapes_that_do_not_fit_are_named(
    shape_a: tuple[int, ...], shape_b: tuple[int, ...], rule: str, device: ttnn.Device
) -> None:
    a, b = (send(np.zeros(shape, np.float32), ttnn.float32, device) for shape in (shape_a, shape_b))

    with pytest.raises(ValueError, match=rule) as error:
        ttnn.matmul(a, b)

    assert f"{a.shape} and {b.shape}" in str(error.value)


def test_operands_that_do_not_go_together_are_named(device: ttnn.Device) -> None:
    zeros = np.zeros((32, 32), dtype=np.float32)
    tile = send(zeros, ttnn.float32, device)

    with pytest.raises(
        ValueError, match=r"input_tensor_b: Layout::ROW_MAJOR; must be Layout::TILE"
    ):
        ttnn.matmul(tile, ttnn.from_numpy(zeros, device=device))
    with pytest.raises(ValueError, match="DataType::FLOAT32 and DataType::BFLOAT16"):
        ttnn.matmul(tile, send(zeros, ttnn.bfloat16, device))
    with pytest.raises(ValueError, match="input_tensor_a: is on the host"):
        ttnn.matmul(tile.cpu(), tile)
    with pytest.raises(
        TypeError, match=r"input_tensor_a: expected ttnn\.Tensor, got numpy.ndarray"
    ):
        ttnn.matmul(zeros, tile)
