# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Tensors from arrays and back: NumPy and torch. Neither is imported before it is needed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from ttnn import _ttnn
from ttnn._arguments import require_type
from ttnn._ttnn import DataType, Device, Layout, MemoryConfig, Shape, Tensor, TensorSpec, Tile

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import torch

_BLOCK_FLOATS = (DataType.BFLOAT8_B, DataType.BFLOAT4_B)


class _Source(NamedTuple):
    """How the elements of an array become those of a tensor."""

    dtype: DataType  # of the tensor, if none is asked for
    cast: str | None  # the NumPy type to which they are converted first; None: they stay
    values_type: DataType  # what they are then


_SOURCES = {
    "float32": _Source(DataType.FLOAT32, None, DataType.FLOAT32),
    "float64": _Source(DataType.FLOAT32, "float32", DataType.FLOAT32),
    "float16": _Source(DataType.BFLOAT16, "float32", DataType.FLOAT32),
    "bfloat16": _Source(DataType.BFLOAT16, None, DataType.BFLOAT16),
    "bool": _Source(DataType.UINT8, "uint8", DataType.UINT8),
    "uint8": _Source(DataType.UINT8, None, DataType.UINT8),
    "int8": _Source(DataType.INT32, "int32", DataType.INT32),
    "uint16": _Source(DataType.UINT16, None, DataType.UINT16),
    "int16": _Source(DataType.INT32, "int32", DataType.INT32),
    "uint32": _Source(DataType.UINT32, None, DataType.UINT32),
    "int32": _Source(DataType.INT32, None, DataType.INT32),
    "int64": _Source(DataType.UINT32, "int64", DataType.UINT32),
    "uint64": _Source(DataType.UINT32, "int64", DataType.UINT32),
}


class _Elements(NamedTuple):
    """Values as the extension takes them."""

    values: np.ndarray
    values_type: DataType
    dtype: DataType


def from_numpy(
    array: np.ndarray,
    dtype: DataType | None = None,
    *,
    spec: TensorSpec | None = None,
    tile: Tile | None = None,
    pad_value: float | None = None,
    layout: Layout | None = None,
    device: Device | None = None,
    memory_config: MemoryConfig | None = None,
) -> Tensor:
    """Makes a tensor of a NumPy array. The values are copied.

    Args:
        array: Any shape up to rank 8, of floats (also `ml_dtypes.bfloat16`), integers or bool.
        dtype: Element type of the tensor. By default that of the array; float64 becomes float32,
            float16 bfloat16, bool uint8, int8 and int16 int32, and int64 uint32. Floats are rounded
            to nearest, ties to even; to integers they are cut towards zero, and what is out of
            range becomes the nearest that there is.
        spec: All about the tensor at once; `dtype`, `layout`, `tile` and `memory_config` are then
            not to be given.
        tile: Height and width of tiles; 32x32 when None.
        pad_value: What fills up tiles at the edges; 0 when None.
        layout: `ttnn.ROW_MAJOR_LAYOUT`, or `ttnn.TILE_LAYOUT`, which pads the last two dimensions
            to whole tiles; the shape stays what it is. When None row-major, but tiles for block
            floats.
        device: Where the tensor shall live; on the host when None.
        memory_config: Memory of the device; `ttnn.DRAM_MEMORY_CONFIG` when None.

    Raises:
        TypeError: An argument is of the wrong type, or `array` of a dtype not listed above.
        ValueError: The rank is above 8, 64-bit integers do not fit, block floats shall be
            row-major, `spec` is of another shape or not alone, shards do not fit.
        ttnn.OutOfMemoryError: The memory of the device cannot hold the tensor.
    """
    import numpy as np

    require_type("array", array, np.ndarray)
    elements = _elements("array", array, array.dtype.name, spec.dtype if spec else dtype)
    return _make(elements, dtype, spec, tile, pad_value, layout, device, memory_config)


def to_numpy(tensor: Tensor) -> np.ndarray:
    """Copies the values of a tensor, wherever it lives, into a new array of its shape.

    Integers come as they are. The array is float32 also for bfloat16 and block floats, exactly, for
    NumPy itself has none of these.

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
    spec: TensorSpec | None = None,
    tile: Tile | None = None,
    pad_value: float | None = None,
    layout: Layout | None = None,
    device: Device | None = None,
    memory_config: MemoryConfig | None = None,
    mesh_mapper: None = None,
    cq_id: int | None = None,
    col_tilize: bool = False,
) -> Tensor:
    """Makes a tensor of a torch tensor. The values are copied, gradients are left behind.

    Args:
        tensor: Any shape up to rank 8, of floats, integers or bool.
        dtype: As for `ttnn.from_numpy`.
        spec: As for `ttnn.from_numpy`.
        tile: As for `ttnn.from_numpy`.
        pad_value: As for `ttnn.from_numpy`.
        layout: As for `ttnn.from_numpy`.
        device: As for `ttnn.from_numpy`.
        memory_config: As for `ttnn.from_numpy`.
        mesh_mapper: Only None, as there is one device.
        cq_id: The command queue; all are served alike.
        col_tilize: The last two dimensions are exchanged; for block floats in tiles alone.

    Raises:
        TypeError: An argument is of the wrong type, or `tensor` of a dtype not listed above.
        ValueError: As for `ttnn.from_numpy`.
        ttnn.OutOfMemoryError: The memory of the device cannot hold the tensor.
    """
    torch = sys.modules.get("torch")  # whoever has a torch tensor has imported torch
    if torch is None or not isinstance(tensor, torch.Tensor):
        raise TypeError(f"tensor: expected torch.Tensor, got {type(tensor).__name__}")
    require_type("mesh_mapper", mesh_mapper, type(None))
    require_type("cq_id", cq_id, int, type(None))
    source = tensor.detach().cpu()
    if col_tilize:
        _require_columns(tensor.ndim, dtype, layout, spec)
        source = source.transpose(-1, -2)
    name = str(source.dtype).removeprefix("torch.")
    array = (source.view(torch.int16) if name == "bfloat16" else source).numpy()
    elements = _elements("tensor", array, name, spec.dtype if spec else dtype)
    return _make(elements, dtype, spec, tile, pad_value, layout, device, memory_config)


def to_torch(
    tensor: Tensor,
    dtype: torch.dtype | None = None,
    *,
    torch_rank: int | None = None,
    mesh_composer: None = None,
    device: Device | None = None,
    cq_id: int | None = None,
) -> torch.Tensor:
    """Copies the values of a tensor, wherever it lives, into a new torch tensor of its shape.

    bfloat16 tensors give `torch.bfloat16`, float32 and block floats `torch.float32`, integers the
    integers of their width.

    Args:
        tensor: On the host or on a device.
        dtype: What the result is converted to, by torch.
        torch_rank: Rank of the result, from which extents of 1 in front are taken away.
        mesh_composer: Only None, as there is one device.
        device: The tensor's own, or None.
        cq_id: The command queue; all are served alike.

    Raises:
        ImportError: torch is not installed.
        ValueError: `torch_rank` would lose an extent that is not 1.
        ttnn.DeviceClosedError: The tensor's device was closed.
        RuntimeError: The tensor was deallocated.
    """
    import torch

    require_type("tensor", tensor, Tensor)
    require_type("mesh_composer", mesh_composer, type(None))
    require_type("device", device, Device, type(None))
    require_type("cq_id", cq_id, int, type(None))
    values = torch.from_numpy(tensor.to_numpy())
    if tensor.dtype == DataType.BFLOAT16:
        values = values.to(torch.bfloat16)
    if torch_rank is not None:
        values = values.reshape(tuple(tensor.shape.to_rank(torch_rank)))
    return values if dtype is None else values.to(dtype)


def tensor_of(
    values: np.ndarray | torch.Tensor | Sequence[Any] | Tensor,
    *arguments: Any,
    **named: Any,
) -> Tensor:
    """Makes a tensor as the constructor `ttnn.Tensor` does.

    Either `(array, data_type=None, device=None, layout=None, mem_config=None, tile=None)` of a
    NumPy array or torch tensor, or
    `(list, shape, data_type, layout=None, device=None, memory_config=None)` of as many numbers as
    the shape has elements; `pad_value` may be given to both. A tensor gives a tensor that shares
    its storage.

    Raises:
        TypeError: An argument is of the wrong type, unknown or missing.
        ValueError: As for `ttnn.from_numpy`; the list is of another length.
    """
    if isinstance(values, Tensor):
        return values
    if isinstance(values, list | tuple):
        return _of_list(values, *arguments, **named)
    return _of_array(values, *arguments, **named)


def _of_list(
    values: Sequence[Any],
    shape: Shape | Sequence[int],
    data_type: DataType,
    layout: Layout | None = None,
    device: Device | None = None,
    memory_config: MemoryConfig | None = None,
    *,
    tile: Tile | None = None,
    pad_value: float | None = None,
) -> Tensor:
    import numpy as np

    require_type("data_type", data_type, DataType)
    is_float = data_type in (DataType.FLOAT32, DataType.BFLOAT16, *_BLOCK_FLOATS)
    array = np.asarray(values, dtype=np.float32 if is_float else np.int64)
    extents = tuple(shape)
    if array.size != Shape(list(extents)).volume():
        raise ValueError(f"values: {array.size} of them; the shape {extents} has another number")
    return from_numpy(
        array.reshape(extents),
        data_type,
        layout=layout,
        device=device,
        memory_config=memory_config,
        tile=tile,
        pad_value=pad_value,
    )


def _of_array(
    values: np.ndarray | torch.Tensor,
    data_type: DataType | None = None,
    device: Device | None = None,
    layout: Layout | None = None,
    mem_config: MemoryConfig | None = None,
    tile: Tile | None = None,
    cq_id: int | None = None,
    pad_value: float | None = None,
) -> Tensor:
    import numpy as np

    require_type("cq_id", cq_id, int, type(None))
    make = from_numpy if isinstance(values, np.ndarray) else from_torch
    return make(
        values,
        data_type,
        layout=layout,
        device=device,
        memory_config=mem_config,
        tile=tile,
        pad_value=pad_value,
    )


def _elements(argument: str, array: np.ndarray, kind: str, dtype: DataType | None) -> _Elements:
    """`kind` is the name of the element type; arrays of bfloat16 may be of integers as wide."""
    import numpy as np

    require_type("dtype", dtype, DataType, type(None))
    source = _SOURCES.get(kind)
    if source is None:
        raise TypeError(
            f"{argument}: dtype {array.dtype if kind == array.dtype.name else kind} is not "
            f"supported; expected one of {', '.join(_SOURCES)}"
        )
    target = source.dtype if dtype is None else dtype
    if source.cast == "int64":
        return _narrowed(argument, array, target)
    if kind == "bfloat16":
        return _Elements(array.view(np.uint16), source.values_type, target)
    numpy_type = np.dtype(source.cast) if source.cast else array.dtype.newbyteorder("=")
    return _Elements(array.astype(numpy_type, copy=False), source.values_type, target)


def _narrowed(argument: str, array: np.ndarray, dtype: DataType) -> _Elements:
    """64-bit integers, which no tensor has: as floats for floats, else they must fit."""
    import numpy as np

    narrow = {
        DataType.INT32: (np.int32, DataType.INT32),
        DataType.UINT32: (np.uint32, DataType.UINT32),
        DataType.UINT16: (np.uint32, DataType.UINT32),
        DataType.UINT8: (np.uint32, DataType.UINT32),
    }.get(dtype)
    if narrow is None:
        return _Elements(array.astype(np.float32), DataType.FLOAT32, dtype)
    numpy_type, values_type = narrow
    limits = np.iinfo(numpy_type)
    if array.size and (array.min() < limits.min or array.max() > limits.max):
        raise ValueError(
            f"{argument}: has 64-bit integers from {array.min()} to {array.max()}; elements of "
            f"{dtype} are made of those from {limits.min} to {limits.max} (give dtype=)"
        )
    return _Elements(array.astype(numpy_type), values_type, dtype)


def _require_columns(
    rank: int, dtype: DataType | None, layout: Layout | None, spec: TensorSpec | None
) -> None:
    if spec is not None:
        raise ValueError("col_tilize: not together with spec, which has a shape of its own")
    if dtype not in _BLOCK_FLOATS or layout != Layout.TILE or rank < 2:
        raise ValueError(
            "col_tilize: only for dtype bfloat8_b or bfloat4_b, layout TILE and rank 2 or more"
        )


def _make(
    elements: _Elements,
    dtype: DataType | None,
    spec: TensorSpec | None,
    tile: Tile | None,
    pad_value: float | None,
    layout: Layout | None,
    device: Device | None,
    memory_config: MemoryConfig | None,
) -> Tensor:
    require_type("spec", spec, TensorSpec, type(None))
    require_type("tile", tile, Tile, type(None))
    require_type("pad_value", pad_value, float, int, type(None))
    require_type("layout", layout, Layout, type(None))
    require_type("device", device, Device, type(None))
    require_type("memory_config", memory_config, MemoryConfig, type(None))
    if spec is None:
        is_block = elements.dtype in _BLOCK_FLOATS
        spec = TensorSpec(
            Shape(elements.values.shape),
            elements.dtype,
            layout or (Layout.TILE if is_block else Layout.ROW_MAJOR),
            memory_config=memory_config or MemoryConfig(),
            tile=tile,
        )
    else:
        _require_alone(spec, elements.values.shape, dtype, layout, memory_config, tile)
    tensor = _ttnn.tensor_from_values(
        elements.values, elements.values_type, spec, 0.0 if pad_value is None else pad_value
    )
    return tensor if device is None else _ttnn.to_device(tensor, device)


def _require_alone(spec: TensorSpec, shape: tuple[int, ...], *others: object) -> None:
    if any(other is not None for other in others):
        raise ValueError(
            "spec: dtype, layout, memory_config and tile are part of it; give them not"
        )
    if spec.shape != shape:
        raise ValueError(f"spec: of {spec.shape}, but the values are of shape {shape}")
