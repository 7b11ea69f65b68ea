# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Operations that give the elements of a tensor another order or shape."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import prod
from typing import Any

from ttnn import _ttnn
from ttnn._ttnn import CoreRangeSet, Layout, MemoryConfig, Shape, Tensor
from ttnn.operations.movement import mechanism
from ttnn.operations.movement.arguments import (
    checked_dim,
    checked_dims,
    checked_int,
    checked_ints,
    is_on_host,
    operation,
    require_tensor,
)
from ttnn.operations.movement.views import Piece, View

Extents = Shape | Sequence[int]

# Below that many elements fetching them one by one is cheaper than transposing tiles.
_FEW = 4096


@operation(golden=lambda torch, x, dims, *_, **__: x.permute(tuple(dims)))
def permute(
    input_tensor: Tensor,
    dims: Sequence[int],
    pad_value: float | None = 0.0,
    *,
    memory_config: MemoryConfig | None = None,
    sub_core_grids: CoreRangeSet | None = None,
) -> Tensor:
    """Returns a tensor whose dimension i is dimension `dims[i]` of `input_tensor`.

    Args:
        input_tensor: Any rank, dtype and layout, on a device or the host.
        dims: Each dimension once; negative ones count from the end.
        pad_value: Padding of tiles is zero whatever it is.
        memory_config: Where the result lies; as `input_tensor` does when None.
        sub_core_grids: All cores are used whatever it is.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: `dims` is no permutation.
    """
    require_tensor("input_tensor", input_tensor, memory_config)
    rank = len(input_tensor.shape)
    order = checked_dims("dims", dims, rank)
    if len(order) != rank:
        raise ValueError(f"dims: {list(dims)}; the tensor has {rank} dimensions")
    return _permuted(input_tensor, order, memory_config)


def _permuted(tensor: Tensor, order: list[int], memory_config: MemoryConfig | None) -> Tensor:
    rank = len(order)
    if order == list(range(rank)):
        return _where(tensor, memory_config)
    last = rank - 1
    if is_on_host(tensor) or order[-1] == last or _is_small(tensor):
        return _moved(tensor, order, memory_config)
    # What becomes the last dimension is put before that which is it, which then changes places
    # with it: so no copy tears rows apart.
    becomes_last = order[-1]
    others = [dim for dim in order if dim not in (becomes_last, last)]
    before = [*others, becomes_last, last]
    swapped = [*others, last, becomes_last]
    after = [swapped.index(dim) for dim in order]
    is_final = after == list(range(rank))
    tensor = _permuted(tensor, before, None)
    tensor = mechanism.swap_last_two(tensor, memory_config if is_final else None)
    return tensor if is_final else _permuted(tensor, after, memory_config)


def _is_small(tensor: Tensor) -> bool:
    return tensor.layout == Layout.ROW_MAJOR and tensor.shape.volume() <= _FEW


def _moved(tensor: Tensor, order: list[int], memory_config: MemoryConfig | None) -> Tensor:
    shape = [tensor.shape[dim] for dim in order]
    piece = Piece(View.of(tensor.shape).permute(order), View.of(shape))
    return mechanism.move([tensor], shape, [piece], memory_config)


def _where(tensor: Tensor, memory_config: MemoryConfig | None) -> Tensor:
    """The tensor where it shall lie: itself, if it lies there."""
    if memory_config is None or memory_config == tensor.memory_config() or is_on_host(tensor):
        return tensor
    return _ttnn.copy_to_memory(tensor, memory_config)


@operation(golden=lambda torch, x, dim1, dim2, *_, **__: x.transpose(dim1, dim2))
def transpose(
    input_tensor: Tensor,
    dim1: int,
    dim2: int,
    pad_value: float | None = 0.0,
    *,
    memory_config: MemoryConfig | None = None,
) -> Tensor:
    """Returns `input_tensor` with two dimensions swapped. Arguments are those of `ttnn.permute`."""
    require_tensor("input_tensor", input_tensor, memory_config)
    rank = len(input_tensor.shape)
    first, second = checked_dim("dim1", dim1, rank), checked_dim("dim2", dim2, rank)
    order = list(range(rank))
    order[first], order[second] = second, first
    return _permuted(input_tensor, order, memory_config)


def resolved_shape(name: str, shape: Extents, volume: int) -> list[int]:
    """A shape in which one extent may be -1: whatever gives the volume."""
    extents = checked_ints(name, shape)
    unknown = [dim for dim, extent in enumerate(extents) if extent == -1]
    if len(unknown) > 1 or any(extent < -1 for extent in extents):
        raise ValueError(f"{name}: {extents}; extents are not negative, but for one that may be -1")
    known = prod(extent for extent in extents if extent != -1)
    if unknown and known:
        extents[unknown[0]] = volume // known
    if prod(extents) != volume:
        raise ValueError(f"{name}: {list(shape)} is not a shape of {volume} elements")
    return extents


@operation(golden=lambda torch, x, shape, *_, **__: x.reshape(tuple(shape)))
def reshape(
    input_tensor: Tensor,
    shape: Extents,
    padded_shape: Extents | None = None,
    *,
    memory_config: MemoryConfig | None = None,
    pad_value: float | None = None,
    sub_core_grids: CoreRangeSet | None = None,
    **settings: Any,
) -> Tensor:
    """Returns the elements of `input_tensor`, in their order, in another shape.

    Where the last dimension stays what it is the memory is shared, if that is possible; else the
    elements move.

    Args:
        input_tensor: Any rank, dtype and layout, on a device or the host.
        shape: Of as many elements; one extent may be -1.
        padded_shape: Tiles are padded to whole ones whatever it is.
        memory_config: Where the result lies; as `input_tensor` does when None.
        pad_value: Padding of tiles is zero whatever it is.
        sub_core_grids: All cores are used whatever it is.
        **settings: `reshape_tile_mode`, `skip_padding_fill` and `recreate_mapping_tensor`, which
            say how upstream does it, change nothing.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: `shape` is of another number of elements.
    """
    unknown = settings.keys() - {
        "reshape_tile_mode",
        "skip_padding_fill",
        "recreate_mapping_tensor",
    }
    if unknown:
        raise TypeError(f"reshape: got an unexpected argument {sorted(unknown)[0]}")
    require_tensor("input_tensor", input_tensor, memory_config)
    extents = resolved_shape("shape", shape, input_tensor.shape.volume())
    return mechanism.reshape(input_tensor, extents, memory_config)


@operation(golden=lambda torch, x, shape: x.view(tuple(shape)))
def view(input_tensor: Tensor, shape: Extents) -> Tensor:
    """Returns a tensor of another shape in the same memory.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: `shape` is of another number of elements, or the elements would have to move.
    """
    require_tensor("input_tensor", input_tensor)
    extents = resolved_shape("shape", shape, input_tensor.shape.volume())
    return _ttnn.view(input_tensor, Shape(extents))


@operation(golden=lambda torch, x, W, Z, Y, X, **_: x.reshape(W, Z, Y, X))
def reshape_on_device(
    input_tensor: Tensor,
    W: int,
    Z: int,
    Y: int,
    X: int,
    *,
    memory_config: MemoryConfig | None = None,
) -> Tensor:
    """`ttnn.reshape` to four dimensions."""
    return reshape(input_tensor, [W, Z, Y, X], memory_config=memory_config)


@operation(
    golden=lambda torch, x, dim=None: (
        x.squeeze() if dim is None else x.squeeze(tuple(dim) if isinstance(dim, list) else dim)
    )
)
def squeeze(input_tensor: Tensor, dim: int | list[int] | tuple[int, ...] | None = None) -> Tensor:
    """Returns `input_tensor` without dimensions of extent 1: those given, or all.

    Raises:
        TypeError: `dim` is no int, list or None.
        ValueError: There is no such dimension.
    """
    require_tensor("input_tensor", input_tensor)
    rank = len(input_tensor.shape)
    if dim is None:
        dims = list(range(rank))
    elif isinstance(dim, (list, tuple)):
        dims = checked_dims("dim", dim, rank)
    else:
        dims = [checked_dim("dim", dim, rank)]
    kept = [n for i, n in enumerate(input_tensor.shape) if i not in dims or n != 1]
    return mechanism.reshape(input_tensor, kept, None)


@operation(golden=lambda torch, x, dim: x.unsqueeze(dim))
def unsqueeze(input_tensor: Tensor, dim: int) -> Tensor:
    """Returns `input_tensor` with a dimension of extent 1 more, as dimension `dim`.

    Raises:
        TypeError: `dim` is no int.
        ValueError: There can be no such dimension.
    """
    require_tensor("input_tensor", input_tensor)
    shape = [*input_tensor.shape]
    shape.insert(checked_dim("dim", dim, len(shape) + 1), 1)
    return mechanism.reshape(input_tensor, shape, None)


@operation(golden=lambda torch, x: x.reshape((1,) * (4 - x.dim()) + tuple(x.shape)))
def unsqueeze_to_4D(tensor: Tensor) -> Tensor:
    """Returns `tensor` with as many dimensions of extent 1 in front as make four of it.

    Raises:
        TypeError: `tensor` is no `ttnn.Tensor`.
        ValueError: It has more than four dimensions.
    """
    require_tensor("tensor", tensor)
    rank = len(tensor.shape)
    if rank > 4:
        raise ValueError(f"tensor: has {rank} dimensions; there must be 4 or fewer")
    return mechanism.reshape(tensor, [1] * (4 - rank) + [*tensor.shape], None)


@operation(golden=lambda torch, x, dims, **_: x.flip(dims))
def flip(
    input_tensor: Tensor, dims: Sequence[int], *, memory_config: MemoryConfig | None = None
) -> Tensor:
    """Returns `input_tensor` with these dimensions from the last to the first.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: There is no such dimension, or it comes twice.
    """
    require_tensor("input_tensor", input_tensor, memory_config)
    source = View.of(input_tensor.shape)
    for dim in checked_dims("dims", dims, len(input_tensor.shape)):
        source = source.flip(dim)
    piece = Piece(source, View.of(input_tensor.shape))
    return mechanism.move([input_tensor], [*input_tensor.shape], [piece], memory_config)


@operation(golden=lambda torch, x, shifts, dim=None: x.roll(shifts, dim))
def roll(
    input_tensor: Tensor, shifts: int | Sequence[int], dim: int | Sequence[int] | None = None
) -> Tensor:
    """Returns `input_tensor` with its elements moved on, those at the end back to the start.

    Args:
        input_tensor: Any rank, dtype and layout, on a device or the host.
        shifts: How far, in each of the dimensions.
        dim: One dimension or several; when None the elements move as if there were one.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: There is no such dimension, or there are not as many shifts as dimensions.
    """
    require_tensor("input_tensor", input_tensor)
    shape = [*input_tensor.shape]
    if dim is None:
        flat = mechanism.reshape(input_tensor, [prod(shape)], None)
        return mechanism.reshape(roll(flat, shifts, 0), shape, None)
    dims = [dim] if isinstance(dim, int) else checked_ints("dim", dim)
    steps = [shifts] if isinstance(shifts, int) else checked_ints("shifts", shifts)
    if len(dims) != len(steps):
        raise ValueError(f"shifts: {shifts}; there must be one for each of dim {dim}")
    shift_of = dict.fromkeys(range(len(shape)), 0)
    for number, step in zip(dims, steps, strict=True):
        shift_of[checked_dim("dim", number, len(shape))] += checked_int("shifts", step)
    return mechanism.move([input_tensor], shape, _rolled(shape, shift_of), None)


def _rolled(shape: list[int], shift_of: dict[int, int]) -> list[Piece]:
    """In each dimension that is shifted one part goes up and one down."""
    parts: list[list[tuple[int, int, int, int]]] = []  # dimension, from, to, count
    for dim, shift in shift_of.items():
        extent = shape[dim]
        if extent and shift % extent:
            up = shift % extent
            parts.append([(dim, 0, up, extent - up), (dim, extent - up, 0, up)])
    pieces = []
    for choice in product(*parts):
        source = target = View.of(shape)
        for dim, start, there, count in choice:
            source = source.slice(dim, start, count)
            target = target.slice(dim, there, count)
        pieces.append(Piece(source, target))
    return pieces
