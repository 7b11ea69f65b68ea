# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Operations on where a tensor lives and how it is laid out."""

from __future__ import annotations

from typing import cast, overload

from ttnn import _ttnn
from ttnn._arguments import require_type
from ttnn._ttnn import (
    CoreRangeSet,
    DataType,
    Device,
    Layout,
    MemoryConfig,
    Shape,
    StorageType,
    Tensor,
    TensorSpec,
)
from ttnn.operations.movement.arguments import checked_number
from ttnn.operations.movement.cast import cast as change_dtype
from ttnn.types import DRAM_MEMORY_CONFIG


def to_layout(
    tensor: Tensor,
    layout: Layout,
    dtype: DataType | None = None,
    memory_config: MemoryConfig | None = None,
    sub_core_grids: CoreRangeSet | None = None,
    pad_value: float = 0.0,
) -> Tensor:
    """Returns `tensor` in `layout`: on the device by a device program, on the host on the host.

    To `ttnn.TILE_LAYOUT` the last two dimensions are padded with a value to multiples of 32; to
    `ttnn.ROW_MAJOR_LAYOUT` the padding is cut off. Values and shape stay what they are, bit for
    bit. A tensor that has the layout already is returned as it is, if it also lies where it shall.

    Args:
        tensor: On the host or on a device.
        layout: The layout wanted.
        dtype: Of the result; that of `tensor` when None, or bfloat16 for rows of block floats.
        memory_config: Where the result shall lie; as `tensor` does when None.
        sub_core_grids: All cores are used whatever it is.
        pad_value: What rows on a device are padded with; on the host it is zeros.

    Raises:
        TypeError: An argument is of the wrong type.
        ttnn.DeviceClosedError: The tensor's device was closed.
        ttnn.OutOfMemoryError: The memory cannot hold the result.
        RuntimeError: The tensor was deallocated.
    """
    require_type("tensor", tensor, Tensor)
    require_type("layout", layout, Layout)
    require_type("dtype", dtype, DataType, type(None))
    require_type("memory_config", memory_config, MemoryConfig, type(None))
    value = checked_number("pad_value", pad_value)
    is_padded = layout == Layout.TILE and tensor.layout == Layout.ROW_MAJOR
    if is_padded and tensor.storage_type() == StorageType.DEVICE:
        return change_dtype(_ttnn.tilize(tensor, memory_config, None, value), dtype)
    return change_dtype(_ttnn.to_layout(tensor, layout, memory_config), dtype)


@overload
def allocate_tensor_on_device(
    shape: Shape | list[int] | tuple[int, ...],
    dtype: DataType,
    layout: Layout,
    device: Device,
    memory_config: MemoryConfig = DRAM_MEMORY_CONFIG,
) -> Tensor: ...
@overload
def allocate_tensor_on_device(shape: TensorSpec, dtype: Device) -> Tensor: ...
def allocate_tensor_on_device(
    shape: Shape | list[int] | tuple[int, ...] | TensorSpec,
    dtype: DataType | Device,
    layout: Layout | None = None,
    device: Device | None = None,
    memory_config: MemoryConfig = DRAM_MEMORY_CONFIG,
) -> Tensor:
    """Returns a tensor on a device whose values are yet to be written.

    Args:
        shape: Of the tensor; or all of its spec, which a device alone follows.
        dtype: What the elements are.
        layout: How they are ordered.
        device: An open device.
        memory_config: Memory of the device.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: Such a tensor cannot be: see `ttnn.from_numpy`.
        ttnn.DeviceClosedError: `device` was closed.
        ttnn.OutOfMemoryError: The memory cannot hold the tensor.
    """
    if isinstance(shape, TensorSpec):
        require_type("device", dtype, Device)
        return _ttnn.allocate_tensor_on_device(shape, cast("Device", dtype))
    require_type("dtype", dtype, DataType)
    require_type("layout", layout, Layout)
    require_type("device", device, Device)
    require_type("memory_config", memory_config, MemoryConfig)
    spec = TensorSpec(
        shape, cast("DataType", dtype), cast("Layout", layout), memory_config=memory_config
    )
    return _ttnn.allocate_tensor_on_device(spec, cast("Device", device))


def to_device(tensor: Tensor, device: Device, memory_config: MemoryConfig | None = None) -> Tensor:
    """Copies a host tensor to `device`, as it is laid out.

    Args:
        tensor: On the host.
        device: An open device.
        memory_config: Memory of the device; that of the tensor's own spec when None.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: `tensor` is on another device, or in other memory of this one; the shards of
            `memory_config` do not fit it.
        ttnn.DeviceClosedError: `device` was closed.
        ttnn.OutOfMemoryError: The memory cannot hold the tensor.
    """
    require_type("tensor", tensor, Tensor)
    require_type("device", device, Device)
    require_type("memory_config", memory_config, MemoryConfig, type(None))
    return _ttnn.to_device(tensor, device, memory_config)


def from_device(tensor: Tensor) -> Tensor:
    """Copies a tensor to the host, as it is laid out; a host tensor is returned as it is.

    Raises:
        TypeError: `tensor` is not a `ttnn.Tensor`.
        ttnn.DeviceClosedError: The tensor's device was closed.
        RuntimeError: The tensor was deallocated.
    """
    require_type("tensor", tensor, Tensor)
    return _ttnn.from_device(tensor)


def to_dtype(tensor: Tensor, dtype: DataType) -> Tensor:
    """Returns a host tensor with its elements converted, as `ttnn.from_numpy` converts them.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: `tensor` is on a device, where `ttnn.typecast` converts; or it is row-major,
            which block floats are not.
    """
    require_type("tensor", tensor, Tensor)
    require_type("dtype", dtype, DataType)
    return _ttnn.to_dtype(tensor, dtype)


def deallocate(tensor: Tensor, force: bool = True) -> None:
    """Frees the memory of `tensor` and of everything that shares it, now.

    Args:
        tensor: On the host or on a device.
        force: Without it, as with it: storage is shared by all copies of a tensor.
    """
    require_type("tensor", tensor, Tensor)
    tensor.deallocate(force)
