# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Sums, differences and products, element by element, against NumPy: to the bit.

float32: NumPy's own result is the rounded exact one. bfloat16: the exact result needs more than
float32 only far below its last bit, and 24 bits of mantissa are enough (at least 2 * 8 + 2) for
rounding twice, to float32 and then to bfloat16, to give what rounding once gives.
"""

from __future__ import annotations

import operator
from collections.abc import Callable

import numpy as np
import pytest

import ttnn
from ttnn.rounding import to_bfloat16

OPERATIONS = [
    pytest.param(ttnn.add, np.add, id="add"),
    pytest.param(ttnn.subtract, np.subtract, id="subtract"),
    pytest.param(ttnn.multiply, np.multiply, id="multiply"),
]
DTYPES = [ttnn.bfloat16, ttnn.float32]
# From a lone element to more tiles than there are cores, with ranks that tiles do not have.
SHAPES = [(), (5,), (1, 1), (32, 32), (33, 65), (2, 3, 47, 100), (320, 1000)]


def expected(reference: np.ufunc, a: np.ndarray, b: np.ndarray, dtype: ttnn.DataType) -> np.ndarray:
    if dtype == ttnn.float32:
        return reference(a, b)
    return to_bfloat16(reference(a.astype(np.float64), b.astype(np.float64)).astype(np.float32))


def operands(
    random: np.random.Generator, shape: tuple[int, ...], dtype: ttnn.DataType
) -> tuple[np.ndarray, np.ndarray]:
    a, b = (np.asarray(random.normal(0, 100, shape), dtype=np.float32) for _ in range(2))
    return (a, b) if dtype == ttnn.float32 else (to_bfloat16(a), to_bfloat16(b))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize(("operation", "reference"), OPERATIONS)
def test_results_are_exactly_rounded(
    operation: Callable[..., ttnn.Tensor],
    reference: np.ufunc,
    dtype: ttnn.DataType,
    shape: tuple[int, ...],
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    a, b = operands(random, shape, dtype)

    result = operation(
        *(ttnn.from_numpy(x, dtype, layout=ttnn.TILE_LAYOUT, device=device) for x in (a, b))
    )

    assert result.shape == shape
    assert result.dtype == dtype
    np.testing.assert_array_equal(ttnn.to_numpy(result), expected(reference, a, b, dtype))


@pytest.mark.parametrize("dtype", DTYPES)
def test_infinities_and_not_a_number_follow_ieee_754(
    dtype: ttnn.DataType, device: ttnn.Device
) -> None:
    values = np.float32([0.0, -0.0, 1.0, np.inf, -np.inf, np.nan])
    a, b = (grid.astype(np.float32) for grid in np.meshgrid(values, values))

    for operation, reference in [(ttnn.add, np.add), (ttnn.multiply, np.multiply)]:
        with np.errstate(invalid="ignore"):
            wanted = reference(a, b)
        result = operation(
            *(ttnn.from_numpy(x, dtype, layout=ttnn.TILE_LAYOUT, device=device) for x in (a, b))
        )
        np.testing.assert_array_equal(ttnn.to_numpy(result), wanted)


@pytest.mark.parametrize("layout_b", [ttnn.ROW_MAJOR_LAYOUT, ttnn.TILE_LAYOUT])
@pytest.mark.parametrize("layout_a", [ttnn.ROW_MAJOR_LAYOUT, ttnn.TILE_LAYOUT])
@pytest.mark.parametrize("dtype", DTYPES)
def test_layouts_mix(
    dtype: ttnn.DataType,
    layout_a: ttnn.Layout,
    layout_b: ttnn.Layout,
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    a, b = operands(random, (2, 35, 70), dtype)

    result = ttnn.add(
        ttnn.from_numpy(a, dtype, layout=layout_a, device=device),
        ttnn.from_numpy(b, dtype, layout=layout_b, device=device),
    )

    both_row_major = layout_a == layout_b == ttnn.ROW_MAJOR_LAYOUT
    assert result.layout == (ttnn.ROW_MAJOR_LAYOUT if both_row_major else ttnn.TILE_LAYOUT)
    np.testing.assert_array_equal(ttnn.to_numpy(result), expected(np.add, a, b, dtype))


@pytest.mark.parametrize("output", [ttnn.DRAM_MEMORY_CONFIG, ttnn.L1_MEMORY_CONFIG, None])
@pytest.mark.parametrize("input_b", [ttnn.DRAM_MEMORY_CONFIG, ttnn.L1_MEMORY_CONFIG])
@pytest.mark.parametrize("input_a", [ttnn.DRAM_MEMORY_CONFIG, ttnn.L1_MEMORY_CONFIG])
def test_memories_mix(
    input_a: ttnn.MemoryConfig,
    input_b: ttnn.MemoryConfig,
    output: ttnn.MemoryConfig | None,
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    a, b = operands(random, (70, 90), ttnn.float32)

    def send(array: np.ndarray, memory_config: ttnn.MemoryConfig) -> ttnn.Tensor:
        return ttnn.from_numpy(
            array, layout=ttnn.TILE_LAYOUT, device=device, memory_config=memory_config
        )

    result = ttnn.multiply(send(a, input_a), send(b, input_b), memory_config=output)

    assert result.memory_config() == (input_a if output is None else output)
    np.testing.assert_array_equal(ttnn.to_numpy(result), a * b)


def test_operators_and_short_names_are_the_same_operations(device: ttnn.Device) -> None:
    a, b = (
        ttnn.from_numpy(np.float32([[x]]), layout=ttnn.TILE_LAYOUT, device=device) for x in (6, 2)
    )

    assert (a + b).item() == 8
    assert (a - b).item() == ttnn.sub(a, b).item() == 4
    assert (a * b).item() == ttnn.mul(a, b).item() == 12


@pytest.mark.parametrize("operation", [operator.add, operator.sub, operator.mul, operator.matmul])
def test_operators_refuse_what_is_no_tensor(
    operation: Callable[[object, object], object], device: ttnn.Device
) -> None:
    tensor = ttnn.from_numpy(np.float32([[1]]), layout=ttnn.TILE_LAYOUT, device=device)

    with pytest.raises(TypeError, match="unsupported operand type"):
        operation(tensor, object())


def test_operands_that_do_not_go_together_are_named(device: ttnn.Device) -> None:
    def tensor(shape: tuple[int, ...], dtype: ttnn.DataType = ttnn.float32) -> ttnn.Tensor:
        return ttnn.from_numpy(np.zeros(shape, dtype=np.float32), dtype, device=device)

    both = "input_tensor_a and input_tensor_b: "
    with pytest.raises(ValueError, match=both + r"Shape\(\[2, 3\]\) and Shape\(\[3, 2\]\); shapes"):
        ttnn.add(tensor((2, 3)), tensor((3, 2)))
    with pytest.raises(ValueError, match=both + "DataType::FLOAT32 and DataType::BFLOAT16; op"):
        ttnn.add(tensor((2, 3)), tensor((2, 3), ttnn.bfloat16))
    with pytest.raises(ValueError, match=r"input_tensor_b: is on the host; .* \(use to_device\)"):
        ttnn.add(tensor((2, 3)), tensor((2, 3)).cpu())
    with pytest.raises(TypeError, match=r"input_tensor_b: expected ttnn.Tensor, got int"):
        ttnn.add(tensor((2, 3)), 1)
    with pytest.raises(TypeError, match=r"memory_config: expected ttnn\.MemoryConfig or None, got"):
        ttnn.add(tensor((2, 3)), tensor((2, 3)), memory_config="L1")
