# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Operations that put tensors together, or one several times."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ttnn._ttnn import CoreRangeSet, Layout, MemoryConfig, Shape, Tensor
from ttnn.operations.movement import mechanism
from ttnn.operations.movement.arguments import (
    checked_dim,
    checked_int,
    checked_ints,
    checked_number,
    is_on_host,
    operation,
    require_alike,
    require_tensor,
)
from ttnn.operations.movement.views import Piece, View

Extents = Shape | Sequence[int]


def _concat_golden(torch: Any, tensors: Any, dim: int = 0, *, groups: int = 1, **_: Any) -> Any:
    if groups == 1:
        return torch.cat(tensors, dim)
    parts = [x.unflatten(-1, (groups, -1)) for x in tensors]
    return torch.cat(parts, -1).flatten(-2)


@operation(golden=_concat_golden)
def concat(
    tensors: Sequence[Tensor],
    dim: int = 0,
    *,
    memory_config: MemoryConfig | None = None,
    output_tensor: Tensor | None = None,
    groups: int = 1,
    sub_core_grids: CoreRangeSet | None = None,
) -> Tensor:
    """Returns tensors one after the other along a dimension.

    Args:
        tensors: Of one dtype, layout and rank, and of one shape but for the dimension.
        dim: The dimension.
        memory_config: Where the result lies; as the first tensor does when None.
        output_tensor: What the result is written to.
        groups: Into how many parts each tensor is cut along the last dimension: first come the
            first parts of all, then the second ones.
        sub_core_grids: All cores are used whatever it is.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: There are no tensors, or they differ; there is no such dimension; the groups do
            not cut it evenly.
    """
    require_alike("tensors", tensors)
    require_tensor("tensors[0]", tensors[0], memory_config)
    shape = [*tensors[0].shape]
    number = checked_dim("dim", dim, len(shape))
    for i, tensor in enumerate(tensors):
        other = [*tensor.shape]
        if other[:number] + other[number + 1 :] != shape[:number] + shape[number + 1 :]:
            raise ValueError(
                f"tensors: {shape} is the shape of the first and {other} that of number {i}; they "
                f"may differ in dimension {number} alone"
            )
        if other[number] % groups or (groups > 1 and number != len(shape) - 1):
            raise ValueError(f"groups: {groups}; must cut the last dimension of {other} evenly")
    parts = [tensor.shape[number] // groups for tensor in tensors]
    shape[number] = sum(parts) * groups
    pieces = []
    for group in range(groups):
        at = sum(parts) * group
        for i, (tensor, part) in enumerate(zip(tensors, parts, strict=True)):
            source = View.of(tensor.shape).slice(number, part * group, part)
            pieces.append(Piece(source, View.of(shape).slice(number, at, part), i))
            at += part
    result = mechanism.move(tensors, shape, pieces, memory_config)
    if output_tensor is None:
        return result
    from ttnn.operations.placement import copy

    return copy(result, output_tensor)


@operation(golden=lambda torch, tensors, dim: torch.stack(tensors, dim))
def stack(input_tensors: Sequence[Tensor], dim: int) -> Tensor:
    """Returns tensors side by side in a new dimension.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: There are no tensors, or they differ; there can be no such dimension.
    """
    require_alike("input_tensors", input_tensors)
    shape = [*input_tensors[0].shape]
    number = checked_dim("dim", dim, len(shape) + 1)
    for i, tensor in enumerate(input_tensors):
        if [*tensor.shape] != shape:
            raise ValueError(
                f"input_tensors: {shape} is the shape of the first and {[*tensor.shape]} that of "
                f"number {i}; all must have one shape"
            )
    if shape and number == len(shape):
        return _side_by_side(input_tensors)
    extents = [*shape[:number], len(input_tensors), *shape[number:]]
    pieces = [
        Piece(View.of(shape), View.of(extents).select(number, i), i)
        for i in range(len(input_tensors))
    ]
    return mechanism.move(input_tensors, extents, pieces)


def _side_by_side(tensors: Sequence[Tensor]) -> Tensor:
    """A new last dimension: elements are fetched from the rows of all, rather than strewn."""
    rows = concat(tensors, -1)
    count, width = len(tensors), tensors[0].shape[-1]
    shape = [*tensors[0].shape, count]
    source = View.of(rows.shape).split(len(shape) - 2, max(width, 1))
    dims = [*range(len(shape) - 2), len(shape) - 1, len(shape) - 2]
    piece = Piece(source.permute(dims), View.of(shape))
    return mechanism.move([rows], shape, [piece] if width else [])


@operation(golden=lambda torch, x, shape, **_: x.expand(tuple(shape)))
def expand(
    input_tensor: Tensor, output_shape: Extents, *, memory_config: MemoryConfig | None = None
) -> Tensor:
    """Returns `input_tensor` repeated along dimensions of extent 1, and along new ones in front.

    Args:
        input_tensor: Any rank, dtype and layout, on a device or the host.
        output_shape: Of the result; -1: what it is.
        memory_config: Where the result lies; as `input_tensor` does when None.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: A dimension of another extent than 1 would grow, or a new one is -1.
    """
    require_tensor("input_tensor", input_tensor, memory_config)
    wanted = checked_ints("output_shape", output_shape)
    shape = [*input_tensor.shape]
    new = len(wanted) - len(shape)
    if new < 0:
        raise ValueError(f"output_shape: {wanted} has fewer dimensions than {shape}")
    source = View.of(shape)
    for dim, extent in enumerate(wanted):
        before = shape[dim - new] if dim >= new else None
        if before is not None and extent in (before, -1):
            wanted[dim] = before
        elif extent < 0 or before not in (None, 1):
            raise ValueError(
                f"output_shape: {wanted}; {shape} does not grow to it in dimension {dim}"
            )
        else:
            source = (source if before is None else source.select(dim, 0)).repeat(dim, extent)
    return mechanism.move([input_tensor], wanted, [Piece(source, View.of(wanted))], memory_config)


@operation(golden=lambda torch, x, dims, **_: x.repeat(*([1] * (x.dim() - len(dims)) + list(dims))))
def repeat(
    input_tensor: Tensor,
    repeat_dims: Extents | None = None,
    *,
    memory_config: MemoryConfig | None = None,
    implementation: str = "auto",
    shape: Extents | None = None,
    repetition_vector: Extents | None = None,
) -> Tensor:
    """Returns `input_tensor` so many times in each dimension.

    Args:
        input_tensor: Any rank, dtype and layout, on a device or the host.
        repeat_dims: How often. Fewer than there are dimensions are those of the last; more make new
            dimensions in front.
        memory_config: Where the result lies; as `input_tensor` does when None.
        implementation: There is one, whatever it is.
        shape: An older name of `repeat_dims`.
        repetition_vector: An older name of `repeat_dims`.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: A number is negative.
    """
    require_tensor("input_tensor", input_tensor, memory_config)
    given = [v for v in (repeat_dims, shape, repetition_vector) if v is not None]
    if len(given) != 1:
        raise TypeError("repeat_dims: must be given, once")
    counts = checked_ints("repeat_dims", given[0])
    if any(count < 0 for count in counts):
        raise ValueError(f"repeat_dims: {counts}; must not be negative")
    before = [*input_tensor.shape]
    rank = max(len(before), len(counts))
    tensor = mechanism.reshape(input_tensor, [1] * (rank - len(before)) + before, None)
    counts = [1] * (rank - len(counts)) + counts
    for dim, count in enumerate(counts):
        if count != 1:
            tensor = _repeated(tensor, dim, count, memory_config, outside=True)
    return tensor


@operation(golden=lambda torch, x, repeats, dim, **_: x.repeat_interleave(repeats, dim))
def repeat_interleave(
    input_tensor: Tensor,
    repeats: int,
    dim: int,
    *,
    memory_config: MemoryConfig | None = None,
    implementation: str = "auto",
) -> Tensor:
    """Returns `input_tensor` with every element of a dimension so many times in a row.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: There is no such dimension, or `repeats` is negative.
    """
    require_tensor("input_tensor", input_tensor, memory_config)
    number = checked_dim("dim", dim, len(input_tensor.shape))
    count = checked_int("repeats", repeats)
    if count < 0:
        raise ValueError(f"repeats: {count}; must not be negative")
    return _repeated(input_tensor, number, count, memory_config, outside=False)


def _repeated(
    tensor: Tensor, dim: int, count: int, memory_config: MemoryConfig | None, *, outside: bool
) -> Tensor:
    """All of a dimension several times (outside), or each of its elements."""
    shape = [*tensor.shape]
    extent = shape[dim]
    shape[dim] *= count
    inner = extent if outside else count
    source = View.of(tensor.shape).repeat(dim if outside else dim + 1, count)
    target = View.of(shape).split(dim, max(inner, 1))
    pieces = [Piece(source, target)] if extent and count else []
    return mechanism.move([tensor], shape, pieces, memory_config)


def _pad_golden(torch: Any, x: Any, padding: Any, value: float, **_: Any) -> Any:
    pairs = [(0, 0)] * (x.dim() - len(padding)) + [tuple(pair) for pair in padding]
    flat = [side for pair in reversed(pairs) for side in pair]
    return torch.nn.functional.pad(x, flat, value=value)


@operation(golden=_pad_golden)
def pad(
    input_tensor: Tensor,
    padding: Sequence[Sequence[int]] | Sequence[int],
    *args: Any,
    value: float | None = None,
    use_multicore: bool = True,
    memory_config: MemoryConfig | None = None,
    sub_core_grids: CoreRangeSet | None = None,
) -> Tensor:
    """Returns `input_tensor` with a value around it.

    Args:
        input_tensor: Any rank, dtype and layout, on a device or the host.
        padding: How many elements before and after, for each dimension, or for the last ones; or
            the shape of the result.
        *args: `value`; after a shape `input_tensor_start` first, where the tensor begins in it.
        value: What the new elements are.
        use_multicore: All cores are used whatever it is.
        memory_config: Where the result lies; as `input_tensor` does when None.
        sub_core_grids: All cores are used whatever it is.

    Raises:
        TypeError: An argument is of the wrong type, or there is no value.
        ValueError: There are more pairs than dimensions, a number is negative, or there is padding
            before the elements of a tiled tensor on a device.
    """
    require_tensor("input_tensor", input_tensor, memory_config)
    extra = list(args)
    shape = [*input_tensor.shape]
    if padding and not isinstance(padding[0], (list, tuple)):
        start = checked_ints("input_tensor_start", extra.pop(0) if extra else None)
        pairs = _pairs_of_shape(shape, checked_ints("output_padded_shape", padding), start)
    else:
        pairs = _pairs(shape, padding)
    if extra:
        value = extra.pop(0)
    if extra:
        raise TypeError(f"pad: got {len(extra)} arguments too many")
    number = checked_number("value", value)
    has_front = any(before for before, _ in pairs[-2:])
    if has_front and input_tensor.layout == Layout.TILE and not is_on_host(input_tensor):
        raise ValueError(
            f"padding: {pairs}; tiles on a device are padded at the back alone (use to_layout)"
        )
    if not any(before or after for before, after in pairs):
        return input_tensor
    target = View.of([b + n + a for n, (b, a) in zip(shape, pairs, strict=True)])
    padded = list(target.shape)
    for dim, (before, _) in enumerate(pairs):
        target = target.slice(dim, before, shape[dim])
    piece = Piece(View.of(shape), target)
    return mechanism.move([input_tensor], padded, [piece], memory_config, number)


def _pairs(shape: list[int], padding: Sequence[Any]) -> list[tuple[int, int]]:
    if len(padding) > len(shape):
        raise ValueError(f"padding: {len(padding)} pairs; the tensor has {len(shape)} dimensions")
    pairs = [(0, 0)] * (len(shape) - len(padding))
    for i, pair in enumerate(padding):
        sides = checked_ints(f"padding[{i}]", pair)
        if len(sides) != 2 or min(sides) < 0:
            raise ValueError(f"padding[{i}]: {sides}; must be how many before and after")
        pairs.append((sides[0], sides[1]))
    return pairs


def _pairs_of_shape(shape: list[int], padded: list[int], start: list[int]) -> list[tuple[int, int]]:
    if not len(shape) == len(padded) == len(start):
        raise ValueError(
            f"output_padded_shape: {padded} and input_tensor_start: {start}; each must have one "
            f"number for each dimension of {shape}"
        )
    pairs = [(s, p - s - n) for n, p, s in zip(shape, padded, start, strict=True)]
    if any(min(pair) < 0 for pair in pairs):
        raise ValueError(f"output_padded_shape: {padded}; {shape} from {start} on exceeds it")
    return pairs
