# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Operations that return parts of a tensor."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from types import EllipsisType
from typing import Any

from ttnn._ttnn import CoreRangeSet, MemoryConfig, Tensor
from ttnn.operations.movement import mechanism
from ttnn.operations.movement.arguments import (
    checked_dim,
    checked_int,
    checked_ints,
    operation,
    require_tensor,
)
from ttnn.operations.movement.views import Piece, View

Index = int | builtins.slice | EllipsisType


def _slice_golden(torch: Any, x: Any, starts: Any, ends: Any, steps: Any = None, **_: Any) -> Any:
    return x[tuple(map(builtins.slice, starts, ends, steps or [1] * x.dim()))]


@operation(golden=_slice_golden)
def slice(
    input_tensor: Tensor,
    slice_start: Sequence[int] | Tensor | None = None,
    slice_end: Sequence[int] | Tensor | None = None,
    slice_step: Sequence[int] | None = None,
    *,
    memory_config: MemoryConfig | None = None,
    output_tensor: Tensor | None = None,
    pad_value: float | None = None,
    sub_core_grids: CoreRangeSet | None = None,
    starts: Sequence[int] | Tensor | None = None,
    ends: Sequence[int] | Tensor | None = None,
    steps: Sequence[int] | None = None,
) -> Tensor:
    """Returns the elements from `slice_start` to before `slice_end`, every `slice_step`-th.

    Args:
        input_tensor: Any rank, dtype and layout, on a device or the host.
        slice_start: One for each dimension; negative ones count from the end. May be a tensor.
        slice_end: The same; what is beyond the end is the end.
        slice_step: Positive; 1 when None.
        memory_config: Where the result lies; as `input_tensor` does when None.
        output_tensor: What the result is written to.
        pad_value: Padding of tiles is zero whatever it is.
        sub_core_grids: All cores are used whatever it is.
        starts: Another name of `slice_start`.
        ends: Another name of `slice_end`.
        steps: Another name of `slice_step`.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: There is not one of each for each dimension, a start is after its end or beyond
            the tensor, or a step is not positive.
    """
    require_tensor("input_tensor", input_tensor, memory_config)
    rank = len(input_tensor.shape)
    first = _bounds("slice_start", slice_start if slice_start is not None else starts, rank)
    end = _bounds("slice_end", slice_end if slice_end is not None else ends, rank)
    step = slice_step if slice_step is not None else steps
    by = [1] * rank if step is None else _bounds("slice_step", step, rank)
    ranges = []
    for dim, extent in enumerate(input_tensor.shape):
        ranges.append(_range(dim, extent, first[dim], end[dim], by[dim]))
    result = _taken(input_tensor, ranges, memory_config)
    if output_tensor is None:
        return result
    from ttnn.operations.placement import copy

    return copy(result, output_tensor)


def _bounds(name: str, values: Sequence[int] | Tensor | None, rank: int) -> list[int]:
    if isinstance(values, Tensor):
        values = [int(value) for value in values.to_numpy().reshape(-1)]
    if values is None:
        raise TypeError(f"{name}: is missing")
    numbers = checked_ints(name, values)
    if len(numbers) != rank:
        raise ValueError(f"{name}: {numbers}; there must be one for each of {rank} dimensions")
    return numbers


def _range(dim: int, extent: int, start: int, end: int, step: int) -> range:
    if step <= 0:
        raise ValueError(f"slice_step: {step} in dimension {dim}; must be positive")
    first = start + extent if start < 0 else start
    last = min(end + extent if end < 0 else end, extent)
    if not 0 <= first <= last:
        raise ValueError(
            f"slice_start: {start} in dimension {dim}; must be from 0 to its end, {end}, and the "
            f"dimension has {extent}"
        )
    return range(first, last, step)


def _taken(tensor: Tensor, ranges: Sequence[range], memory_config: MemoryConfig | None) -> Tensor:
    shape = [len(taken) for taken in ranges]
    source = View.of(tensor.shape)
    for dim, taken in enumerate(ranges):
        source = source.slice(dim, taken.start if taken else 0, len(taken), taken.step)
    if shape == [*tensor.shape] and memory_config in (None, tensor.memory_config()):
        return tensor
    return mechanism.move([tensor], shape, [Piece(source, View.of(shape))], memory_config)


def _part(
    tensor: Tensor, dim: int, start: int, count: int, memory_config: MemoryConfig | None = None
) -> Tensor:
    ranges = [range(extent) for extent in tensor.shape]
    ranges[dim] = range(start, start + count)
    return _taken(tensor, ranges, memory_config)


@operation(golden=lambda torch, x, dim, start, length: x.narrow(dim, start, length))
def narrow(input_tensor: Tensor, dim: int, start: int, length: int) -> Tensor:
    """Returns `length` elements of a dimension, from `start` on.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: There is no such dimension, or it has not these elements.
    """
    require_tensor("input_tensor", input_tensor)
    number = checked_dim("dim", dim, len(input_tensor.shape))
    extent = input_tensor.shape[number]
    first, count = checked_int("start", start), checked_int("length", length)
    first += extent if first < 0 else 0
    if not 0 <= first <= extent or not 0 <= count <= extent - first:
        raise ValueError(f"length: {length} from start {start}; dimension {dim} has {extent}")
    return _part(input_tensor, number, first, count)


@operation(golden=lambda torch, x, split_size, dim=0, **_: list(x.split(split_size, dim)))
def split(
    input_tensor: Tensor,
    split_size: int | Sequence[int],
    dim: int = 0,
    *,
    memory_config: MemoryConfig | None = None,
) -> list[Tensor]:
    """Returns parts of so many elements of a dimension, the last of which may have fewer.

    Args:
        input_tensor: Any rank, dtype and layout, on a device or the host.
        split_size: Of every part, or of each.
        dim: The dimension.
        memory_config: Where the results lie; as `input_tensor` does when None.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: There is no such dimension, a size is not positive, or the sizes do not make up
            the dimension.
    """
    require_tensor("input_tensor", input_tensor, memory_config)
    number = checked_dim("dim", dim, len(input_tensor.shape))
    extent = input_tensor.shape[number]
    if isinstance(split_size, (list, tuple)):
        sizes = checked_ints("split_size", split_size)
        if any(size < 0 for size in sizes) or sum(sizes) != extent:
            raise ValueError(f"split_size: {sizes}; must make up the {extent} of dimension {dim}")
    else:
        size = checked_int("split_size", split_size)
        if size <= 0:
            raise ValueError(f"split_size: {size}; must be positive")
        sizes = [min(size, extent - start) for start in range(0, extent, size)] or [0]
    starts = [sum(sizes[:i]) for i in range(len(sizes))]
    return [
        _part(input_tensor, number, start, size, memory_config)
        for start, size in zip(starts, sizes, strict=True)
    ]


@operation(golden=lambda torch, x, chunks, dim: list(x.chunk(chunks, dim)))
def chunk(input_tensor: Tensor, chunks: int, dim: int) -> list[Tensor]:
    """Returns so many parts of a dimension, or fewer, all but the last equally large.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: There is no such dimension, or `chunks` is not positive.
    """
    require_tensor("input_tensor", input_tensor)
    number = checked_dim("dim", dim, len(input_tensor.shape))
    count = checked_int("chunks", chunks)
    if count <= 0:
        raise ValueError(f"chunks: {count}; must be positive")
    return split(input_tensor, max(1, -(-input_tensor.shape[number] // count)), number)


def get_item(tensor: Tensor, index: Index | tuple[Index, ...]) -> Tensor:
    """`tensor[index]`: integers, slices and an ellipsis.

    Raises:
        TypeError: An index is of another kind.
        IndexError: There are too many, or an integer is beyond its dimension.
        ValueError: There are several ellipses, or a step is not positive.
    """
    indices = list(index) if isinstance(index, tuple) else [index]
    for item in indices:
        if not isinstance(item, (int, builtins.slice, EllipsisType)) or isinstance(item, bool):
            kind = type(item).__name__
            raise TypeError(f"index: expected int, slice or Ellipsis, got {kind}")
    rank = len(tensor.shape)
    ellipses = indices.count(Ellipsis)
    if ellipses > 1:
        raise ValueError(f"index: {ellipses} ellipses; there can be one")
    missing = rank - (len(indices) - ellipses)
    if missing < 0:
        raise IndexError(f"index: {len(indices)} indices; the tensor has {rank} dimensions")
    at = indices.index(Ellipsis) if ellipses else len(indices)
    indices[at : at + ellipses] = [builtins.slice(None)] * missing
    ranges = [
        _indexed(i, item, n) for i, (item, n) in enumerate(zip(indices, tensor.shape, strict=True))
    ]
    taken = _taken(tensor, ranges, None)
    kept = [
        len(r) for r, item in zip(ranges, indices, strict=True) if isinstance(item, builtins.slice)
    ]
    return mechanism.reshape(taken, kept, None)


def _indexed(dim: int, index: Index, extent: int) -> range:
    if isinstance(index, builtins.slice):
        start, end, step = index.indices(extent)
        if step <= 0:
            raise ValueError(f"index: step {step} in dimension {dim}; must be positive")
        return range(start, max(start, end), step)
    number = checked_int("index", index)
    if not -extent <= number < extent:
        raise IndexError(f"index: {number} in dimension {dim}, which has {extent}")
    return range(number % extent, number % extent + 1)
