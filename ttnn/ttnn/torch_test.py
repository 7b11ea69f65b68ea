# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Tensors of torch, to the bit, with torch's own results as the reference."""

from __future__ import annotations

import pytest
import torch

import ttnn


@pytest.mark.parametrize("layout", [ttnn.ROW_MAJOR_LAYOUT, ttnn.TILE_LAYOUT])
@pytest.mark.parametrize(
    ("torch_dtype", "dtype"),
    [(torch.float32, ttnn.float32), (torch.bfloat16, ttnn.bfloat16)],
)
def test_values_come_back_bit_for_bit(
    torch_dtype: torch.dtype, dtype: ttnn.DataType, layout: ttnn.Layout, device: ttnn.Device
) -> None:
    source = torch.randn(2, 33, 65, generator=torch.Generator().manual_seed(0)).to(torch_dtype)

    tensor = ttnn.from_torch(source, layout=layout, device=device)

    assert tensor.dtype == dtype
    assert ttnn.to_torch(tensor).dtype == torch_dtype
    assert torch.equal(ttnn.to_torch(tensor), source)
    assert torch.equal(tensor.to_torch(), source)


def test_float32_rounds_to_bfloat16_as_torch_rounds() -> None:
    source = torch.randn(10_000, generator=torch.Generator().manual_seed(1))

    tensor = ttnn.from_torch(source, dtype=ttnn.bfloat16)

    assert torch.equal(ttnn.to_torch(tensor), source.to(torch.bfloat16))


def test_the_tensor_may_be_a_view_with_gradient() -> None:
    source = torch.arange(12.0, requires_grad=True).reshape(3, 4).T[::2]

    assert torch.equal(ttnn.to_torch(ttnn.from_torch(source)), source.detach())


def test_the_result_is_a_copy() -> None:
    source = torch.zeros(3)
    tensor = ttnn.from_torch(source)

    source += 1
    ttnn.to_torch(tensor).add_(1)

    assert torch.equal(ttnn.to_torch(tensor), torch.zeros(3))


@pytest.mark.parametrize("dtype", [torch.float64, torch.int64, torch.float16, torch.bool])
def test_another_dtype_is_refused_by_name(dtype: torch.dtype) -> None:
    with pytest.raises(TypeError, match=f"tensor: dtype {dtype} is not supported; expected"):
        ttnn.from_torch(torch.zeros(3, dtype=dtype))


def test_the_sum_is_the_one_of_torch(device: ttnn.Device) -> None:
    generator = torch.Generator().manual_seed(2)
    a, b = (torch.randn(5, 70, generator=generator).to(torch.bfloat16) for _ in range(2))

    result = ttnn.add(*(ttnn.from_torch(x, layout=ttnn.TILE_LAYOUT, device=device) for x in (a, b)))

    assert torch.equal(ttnn.to_torch(result), a + b)
