# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Operations that make tensors of nothing but numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ttnn import _ttnn
from ttnn._arguments import require_type
from ttnn._ttnn import DataType, Device, Layout, MemoryConfig, Shape, Tensor, TensorSpec
from ttnn.operations.movement.arguments import (
    checked_int,
    checked_number,
    is_on_host,
    operation,
    require_tensor,
)
from ttnn.types import DRAM_MEMORY_CONFIG

Extents = Shape | Sequence[int]
_BLOCK_FLOATS = (DataType.BFLOAT8_B, DataType.BFLOAT4_B)


@operation(golden=lambda torch, shape, fill_value, *_, **__: torch.full(tuple(shape), fill_value))
def full(
    shape: Extents,
    fill_value: float,
    dtype: DataType | None = None,
    layout: Layout | None = None,
    device: Device | None = None,
    memory_config: MemoryConfig | None = None,
    optional_tensor: Tensor | None = None,
) -> Tensor:
    """Returns a tensor that has one value everywhere.

    Args:
        shape: Of the tensor.
        fill_value: The value. Floats are rounded; to integers they are cut towards zero. Integers
            wrap.
        dtype: bfloat16 when None.
        layout: Row-major when None, but tiles for block floats.
        device: Where the tensor lives; on the host when None.
        memory_config: Memory of the device; `ttnn.DRAM_MEMORY_CONFIG` when None.
        optional_tensor: What is filled, and returned, instead of a new tensor.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: Such a tensor cannot be, or an infinity or NaN shall be an integer.
        ttnn.OutOfMemoryError: The memory cannot hold the tensor.
    """
    value = checked_number("fill_value", fill_value)
    if optional_tensor is not None:
        require_tensor("optional_tensor", optional_tensor)
        if [*optional_tensor.shape] != [*shape]:
            raise ValueError(f"optional_tensor: {optional_tensor.shape}; must be of {list(shape)}")
        _ttnn.fill(optional_tensor, value)
        return optional_tensor
    spec = _spec(shape, dtype, layout, memory_config)
    require_type("device", device, Device, type(None))
    if device is None:
        return _full_on_host(spec, value)
    tensor = _ttnn.allocate_tensor_on_device(spec, device)
    _ttnn.fill(tensor, value)
    return tensor


def _spec(
    shape: Extents,
    dtype: DataType | None,
    layout: Layout | None,
    memory_config: MemoryConfig | None,
) -> TensorSpec:
    require_type("shape", shape, Shape, list, tuple)
    require_type("dtype", dtype, DataType, type(None))
    require_type("layout", layout, Layout, type(None))
    require_type("memory_config", memory_config, MemoryConfig, type(None))
    dtype = DataType.BFLOAT16 if dtype is None else dtype
    if layout is None:
        layout = Layout.TILE if dtype in _BLOCK_FLOATS else Layout.ROW_MAJOR
    config = DRAM_MEMORY_CONFIG if memory_config is None else memory_config
    return TensorSpec([*shape], dtype, layout, memory_config=config)


def _full_on_host(spec: TensorSpec, value: float) -> Tensor:
    import numpy as np

    from ttnn.conversion import from_numpy

    if spec.dtype in (DataType.FLOAT32, DataType.BFLOAT16, *_BLOCK_FLOATS):
        values = np.full([*spec.shape], value, np.float32)
    elif abs(value) < 2**63:
        values = np.full([*spec.shape], int(value) & 0xFFFFFFFF, np.uint32)
        values = values.astype(spec.dtype.name.lower())
    else:
        raise ValueError(f"fill_value: {value}; an integer has no such value")
    return from_numpy(values, spec=spec)


def _constant(name: str, value: int, doc: str) -> Any:
    def function(
        shape: Extents,
        dtype: DataType | None = None,
        layout: Layout | None = None,
        device: Device | None = None,
        memory_config: MemoryConfig | None = None,
    ) -> Tensor:
        return full(shape, value, dtype, layout, device, memory_config)

    function.__name__, function.__doc__ = name, doc
    return operation(golden=lambda torch, shape, *_, **__: torch.full(tuple(shape), value))(
        function
    )


zeros = _constant("zeros", 0, "Returns zeros. Arguments are those of `ttnn.full`.")
ones = _constant("ones", 1, "Returns ones. Arguments are those of `ttnn.full`.")


@operation(golden=lambda torch, x, fill_value, *_, **__: torch.full_like(x, fill_value))
def full_like(
    tensor: Tensor,
    fill_value: float,
    dtype: DataType | None = None,
    layout: Layout | None = None,
    device: Device | None = None,
    memory_config: MemoryConfig | None = None,
    optional_tensor: Tensor | None = None,
) -> Tensor:
    """Returns `ttnn.full` of the shape of `tensor`, and like it in all that is not given."""
    require_tensor("tensor", tensor, memory_config)
    if device is None and not is_on_host(tensor):
        device = tensor.device()
    return full(
        tensor.shape,
        fill_value,
        tensor.dtype if dtype is None else dtype,
        tensor.layout if layout is None else layout,
        device,
        tensor.memory_config() if memory_config is None else memory_config,
        optional_tensor,
    )


def _constant_like(name: str, value: int, doc: str) -> Any:
    def function(
        tensor: Tensor,
        dtype: DataType | None = None,
        layout: Layout | None = None,
        device: Device | None = None,
        memory_config: MemoryConfig | None = None,
        optional_tensor: Tensor | None = None,
    ) -> Tensor:
        return full_like(tensor, value, dtype, layout, device, memory_config, optional_tensor)

    function.__name__, function.__doc__ = name, doc
    return operation(golden=lambda torch, x, *_, **__: torch.full_like(x, value))(function)


zeros_like = _constant_like("zeros_like", 0, "Returns zeros. Arguments as `ttnn.full_like`.")
ones_like = _constant_like("ones_like", 1, "Returns ones. Arguments as `ttnn.full_like`.")


@operation(golden=lambda torch, shape, *_, **__: torch.empty(tuple(shape)))
def empty(
    shape: Extents,
    dtype: DataType | None = None,
    layout: Layout | None = None,
    device: Device | None = None,
    memory_config: MemoryConfig | None = None,
) -> Tensor:
    """Returns a tensor on a device whose values are yet to be written. Arguments as `ttnn.full`."""
    require_type("device", device, Device)
    return _ttnn.allocate_tensor_on_device(
        _spec(shape, dtype, layout, memory_config),
        device,  # type: ignore[arg-type]
    )


@operation(golden=lambda torch, x, **_: torch.empty_like(x))
def empty_like(
    tensor: Tensor,
    *,
    dtype: DataType | None = None,
    layout: Layout | None = None,
    device: Device | None = None,
    memory_config: MemoryConfig | None = None,
) -> Tensor:
    """Returns `ttnn.empty` of the shape of `tensor`, and like it in all that is not given."""
    require_tensor("tensor", tensor, memory_config)
    return empty(
        tensor.shape,
        tensor.dtype if dtype is None else dtype,
        tensor.layout if layout is None else layout,
        device if device is not None or is_on_host(tensor) else tensor.device(),
        tensor.memory_config() if memory_config is None else memory_config,
    )


@operation(golden=lambda torch, *args, **_: torch.arange(*args))
def arange(
    *args: int,
    start: int | None = None,
    end: int | None = None,
    step: int | None = None,
    dtype: DataType = DataType.BFLOAT16,
    device: Device | None = None,
    memory_config: MemoryConfig = DRAM_MEMORY_CONFIG,
    layout: Layout = Layout.ROW_MAJOR,
) -> Tensor:
    """Returns the integers from `start` to before `end`, every `step`-th.

    Args:
        *args: `end`; or `start`, `end` and perhaps `step`.
        start: 0 when None.
        end: Must be given.
        step: 1 when None; negative ones count down.
        dtype: Of the result.
        device: Where it lives; on the host when None.
        memory_config: Memory of the device.
        layout: How it is ordered.

    Raises:
        TypeError: An argument is of the wrong type, or there is no end.
        ValueError: `step` is 0, or a number is none of the dtype.
    """
    import numpy as np

    from ttnn.conversion import from_numpy

    names = ("end",) if len(args) == 1 else ("start", "end", "step")
    if len(args) > len(names):
        raise TypeError(f"arange: got {len(args)} numbers; there are start, end and step")
    given = {"start": start, "end": end, "step": step, **dict(zip(names, args, strict=False))}
    first = checked_int("start", 0 if given["start"] is None else given["start"])
    by = checked_int("step", 1 if given["step"] is None else given["step"])
    if by == 0:
        raise ValueError("step: 0; must be another number")
    numbers = np.arange(first, checked_int("end", given["end"]), by)
    if dtype in (DataType.FLOAT32, DataType.BFLOAT16, *_BLOCK_FLOATS):
        numbers = numbers.astype(np.float32)
    elif numbers.size and (numbers.min() < -(2**31) or numbers.max() >= 2**32):
        raise ValueError(f"end: {given['end']}; an integer of the device has 32 bits")
    else:
        numbers = numbers.astype(np.int32 if numbers.min(initial=0) < 0 else np.uint32)
    return from_numpy(numbers, dtype, layout=layout, device=device, memory_config=memory_config)
