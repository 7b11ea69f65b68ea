# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Tensors from arrays and back: NumPy and torch. Neither is imported before it is needed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ttnn import _ttnn
from ttnn._arguments import require_type
from ttnn._ttnn import (
    BufferType,
    DataType,
    Device,
    Layout,
    MemoryConfig,
    Shape,
    Tensor,
    TensorSpec,
)

if TYPE_CHECKING:
    import numpy as np
    import torch


def from_numpy(
    array: np.ndarray,
    dtype: DataType | None = None,
    *,
    layout: Layout | None = None,
    device: Device | None = None,
    memory_config: MemoryConfig | None = None,
) -> Tensor:
    """Makes a tensor of a NumPy array. The values are copied.

    Args:
        array: Any shape up to rank 8, dtype `numpy.float32` or `ml_dtypes.bfloat16`. Other dtypes
            are refused rather than converted behind your back: use `array.astype(numpy.float32)`.
        dtype: Element type of the tensor, by default that of the array. float32 is rounded to
            bfloat16 to nearest, ties to even.
        layout: `ttnn.ROW_MAJOR_LAYOUT` (default) or `ttnn.TILE_LAYOUT`, which pads the last two
            dimensions with zeros to multiples of 32; the shape stays what it is.
        device: Where the tensor shall live; on the host when None.
        memory_config: Memory of the device; `ttnn.DRAM_MEMORY_CONFIG` when None.

    Raises:
        TypeError: An argument is of the wrong type, or `array` of a dtype not listed above.
        ValueError: The rank is above 8.
        ttnn.OutOfMemoryError: The memory of the device cannot hold the tensor.
    """
    import numpy as np

    require_type("array", array, np.ndarray)
    if array.dtype == np.float32:
        values_type, values = DataType.FLOAT32, array
    elif array.dtype.name == "bfloat16":
        values_type, values = DataType.BFLOAT16, array.view(np.uint16)
    else:
        raise TypeError(
            f"array: dtype {array.dtype} is not supported; expected numpy.float32 or "
            "ml_dtypes.bfloat16 (convert with array.astype(numpy.float32))"
        )
    return _tensor_from_values(values, values_type, dtype, layout, device, memory_config)


def to_numpy(tensor: Tensor) -> np.ndarray:
    """Copies the values of a tensor, wherever it lives, into a new array of its shape.

    The array is float32 also for bfloat16 tensors, exactly, for NumPy itself has no bfloat16.

    Raises:
        ttnn.DeviceClosedError: The tensor's device was closed.
        RuntimeError: The tensor was deallocated.
    """
    require_type("tensor", tensor, Tensor)
    return tensor.to_numpy()


def from_torch(
    tensor: torch.Tensor,
    dtype: DataType | None = None,
    *,
    layout: Layout | None = None,
    device: Device | None = None,
    memory_config: MemoryConfig | None = None,
) -> Tensor:
    """Makes a tensor of a torch tensor. The values are copied, gradients are left behind.

    Args:
        tensor: Any shape up to rank 8, dtype `torch.float32` or `torch.bfloat16`.
        dtype: As for `ttnn.from_numpy`.
        layout: As for `ttnn.from_numpy`.
        device: As for `ttnn.from_numpy`.
        memory_config: As for `ttnn.from_numpy`.

    Raises:
        TypeError: An argument is of the wrong type, or `tensor` of a dtype not listed above.
        ValueError: The rank is above 8.
        ttnn.OutOfMemoryError: The memory of the device cannot hold the tensor.
    """
    torch = sys.modules.get("torch")  # whoever has a torch tensor has imported torch
    if torch is None or not isinstance(tensor, torch.Tensor):
        raise TypeError(f"tensor: expected torch.Tensor, got {type(tensor).__name__}")
    source = tensor.detach().cpu()
    if source.dtype == torch.float32:
        values_type, values = DataType.FLOAT32, source.numpy()
    elif source.dtype == torch.bfloat16:
        values_type, values = DataType.BFLOAT16, source.view(torch.int16).numpy()
    else:
        raise TypeError(
            f"tensor: dtype {source.dtype} is not supported; expected torch.float32 or "
            "torch.bfloat16 (convert with tensor.float())"
        )
    return _tensor_from_values(values, values_type, dtype, layout, device, memory_config)


def to_torch(tensor: Tensor) -> torch.Tensor:
    """Copies the values of a tensor, wherever it lives, into a new torch tensor of its shape.

    bfloat16 tensors give `torch.bfloat16`, float32 ones `torch.float32`.

    Raises:
        ImportError: torch is not installed.
        ttnn.DeviceClosedError: The tensor's device was closed.
        RuntimeError: The tensor was deallocated.
    """
    import torch

    require_type("tensor", tensor, Tensor)
    values = torch.from_numpy(tensor.to_numpy())
    return values.to(torch.bfloat16) if tensor.dtype == DataType.BFLOAT16 else values


def _tensor_from_values(
    values: np.ndarray,
    values_type: DataType,
    dtype: DataType | None,
    layout: Layout | None,
    device: Device | None,
    memory_config: MemoryConfig | None,
) -> Tensor:
    require_type("dtype", dtype, DataType, type(None))
    require_type("layout", layout, Layout, type(None))
    require_type("device", device, Device, type(None))
    require_type("memory_config", memory_config, MemoryConfig, type(None))
    spec = TensorSpec(
        Shape(values.shape),
        values_type if dtype is None else dtype,
        Layout.ROW_MAJOR if layout is None else layout,
        BufferType.DRAM if memory_config is None else memory_config.buffer_type,
    )
    tensor = _ttnn.tensor_from_values(values, values_type, spec)
    return tensor if device is None else _ttnn.to_device(tensor, device)
