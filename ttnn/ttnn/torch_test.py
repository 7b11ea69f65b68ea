# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Tensors of torch, to the bit, with torch's own results as the reference."""

from __future__ import annotations

import pathlib

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


@pytest.mark.parametrize(
    ("torch_dtype", "dtype"),
    [
        (torch.uint8, ttnn.uint8),
        (torch.uint16, ttnn.uint16),
        (torch.uint32, ttnn.uint32),
        (torch.int32, ttnn.int32),
    ],
)
def test_integers_keep_their_type(torch_dtype: torch.dtype, dtype: ttnn.DataType) -> None:
    source = torch.tensor([0, 1, 200]).to(torch_dtype)

    tensor = ttnn.from_torch(source)

    assert tensor.dtype == dtype
    assert ttnn.to_torch(tensor).dtype == torch_dtype
    assert ttnn.to_torch(tensor).tolist() == [0, 1, 200]


def test_other_types_become_the_nearest() -> None:
    assert ttnn.from_torch(torch.zeros(3, dtype=torch.float64)).dtype == ttnn.float32
    assert ttnn.from_torch(torch.zeros(3, dtype=torch.int64)).dtype == ttnn.uint32
    assert ttnn.from_torch(torch.tensor([True, False])).to_list() == [1, 0]
    with pytest.raises(TypeError, match="tensor: dtype complex64 is not supported; expected"):
        ttnn.from_torch(torch.zeros(3, dtype=torch.complex64))


def test_the_result_is_of_the_rank_and_type_asked_for() -> None:
    tensor = ttnn.from_torch(torch.ones(1, 1, 2, 3))

    assert ttnn.to_torch(tensor, torch_rank=2).shape == (2, 3)
    assert ttnn.to_torch(tensor, torch.float16).dtype == torch.float16
    with pytest.raises(ValueError, match="rank: 1; "):
        ttnn.to_torch(tensor, torch_rank=1)


def test_columns_may_be_tilized() -> None:
    source = torch.randn(33, 64, generator=torch.Generator().manual_seed(3))

    tensor = ttnn.from_torch(source, dtype=ttnn.bfloat8_b, layout=ttnn.TILE_LAYOUT, col_tilize=True)

    assert tensor.shape == (64, 33)
    assert torch.allclose(ttnn.to_torch(tensor), source.T, atol=0.05)
    with pytest.raises(ValueError, match="col_tilize: only for dtype"):
        ttnn.from_torch(source, layout=ttnn.TILE_LAYOUT, col_tilize=True)


def test_a_converted_tensor_is_kept_in_a_file(tmp_path: pathlib.Path, device: ttnn.Device) -> None:
    source = torch.randn(40, 40, generator=torch.Generator().manual_seed(4))
    arguments = {
        "dtype": ttnn.bfloat16,
        "layout": ttnn.TILE_LAYOUT,
        "cache_file_name": tmp_path / "weights" / "w",
    }

    made = ttnn.as_tensor(source, **arguments)
    read = ttnn.as_tensor(
        torch.zeros(40, 40), device=device, memory_config=ttnn.L1_MEMORY_CONFIG, **arguments
    )

    (file,) = (tmp_path / "weights").iterdir()
    assert file.name == "w_dtype_BFLOAT16_layout_TILE.tensorbin"
    assert read.memory_config() == ttnn.L1_MEMORY_CONFIG
    assert torch.equal(ttnn.to_torch(read), ttnn.to_torch(made))
    file.write_bytes(b"damaged")
    assert torch.equal(ttnn.to_torch(ttnn.as_tensor(source, **arguments)), ttnn.to_torch(made))
    with pytest.raises(ValueError, match="memory_config: is needed"):
        ttnn.as_tensor(source, device=device)


def test_the_sum_is_the_one_of_torch(device: ttnn.Device) -> None:
    generator = torch.Generator().manual_seed(2)
    a, b = (torch.randn(5, 70, generator=generator).to(torch.bfloat16) for _ in range(2))

    result = ttnn.add(*(ttnn.from_torch(x, layout=ttnn.TILE_LAYOUT, device=device) for x in (a, b)))

    assert torch.equal(ttnn.to_torch(result), a + b)
