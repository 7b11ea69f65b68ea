# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What a tensor says of itself, and what becomes of it when it is deallocated."""

from __future__ import annotations

import numpy as np
import pytest

import ttnn


@pytest.fixture
def tensor(device: ttnn.Device) -> ttnn.Tensor:
    values = np.arange(6, dtype=np.float32).reshape(2, 3)
    return ttnn.from_numpy(values, dtype=ttnn.bfloat16, layout=ttnn.TILE_LAYOUT, device=device)


def test_it_has_the_attributes_of_its_spec(tensor: ttnn.Tensor) -> None:
    assert tensor.shape == (2, 3)
    assert tensor.padded_shape == (32, 32)
    assert tensor.dtype == ttnn.bfloat16
    assert tensor.layout == ttnn.TILE_LAYOUT
    assert tensor.memory_config() == ttnn.DRAM_MEMORY_CONFIG
    assert tensor.spec == ttnn.TensorSpec((2, 3), ttnn.bfloat16, ttnn.TILE_LAYOUT)


def test_its_repr_shows_values_and_spec(tensor: ttnn.Tensor) -> None:
    assert repr(tensor) == (
        "ttnn.Tensor([[0.00000, 1.00000, 2.00000],\n"
        "             [3.00000, 4.00000, 5.00000]], "
        "shape=Shape([2, 3]), dtype=DataType::BFLOAT16, layout=Layout::TILE)"
    )


def test_it_gives_plain_python_values(tensor: ttnn.Tensor) -> None:
    assert tensor.to_list() == [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]
    assert ttnn.from_numpy(np.float32([[7]])).item() == 7.0
    with pytest.raises(ValueError, match="size 1"):
        tensor.item()


def test_methods_move_it(tensor: ttnn.Tensor, device: ttnn.Device) -> None:
    on_host = tensor.cpu()
    there_again = on_host.to(ttnn.ROW_MAJOR_LAYOUT).to(device, ttnn.L1_MEMORY_CONFIG)

    assert on_host.device() is None
    assert there_again.memory_config() == ttnn.L1_MEMORY_CONFIG
    assert there_again.to_list() == tensor.to_list()


def test_deallocation_gives_the_memory_back(device: ttnn.Device) -> None:
    def allocated() -> int:
        return ttnn.get_memory_view(device, ttnn.BufferType.L1).total_bytes_allocated_per_bank

    before = allocated()
    tensor = ttnn.from_numpy(
        np.zeros((256, 256), dtype=np.float32),
        device=device,
        memory_config=ttnn.L1_MEMORY_CONFIG,
    )
    assert allocated() > before

    ttnn.deallocate(tensor)

    assert allocated() == before
    assert not tensor.is_allocated()


def test_a_deallocated_tensor_is_refused_by_name(tensor: ttnn.Tensor) -> None:
    other = ttnn.to_device(tensor.cpu(), tensor.device())
    tensor.deallocate()
    tensor.deallocate()

    with pytest.raises(RuntimeError, match="input_tensor_b: the tensor was deallocated"):
        ttnn.add(other, tensor)
    with pytest.raises(RuntimeError, match="the tensor was deallocated"):
        tensor.to_numpy()
    assert "<the tensor was deallocated>" in repr(tensor)


def test_it_is_hashed_but_not_true_by_identity(tensor: ttnn.Tensor) -> None:
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(tensor)
    assert tensor in {tensor: "hashed by identity"}


def test_numpy_does_not_take_it_apart(tensor: ttnn.Tensor) -> None:
    with pytest.raises(TypeError, match="Tensor"):
        np.ones(3, dtype=np.float32) - tensor
