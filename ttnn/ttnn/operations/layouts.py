# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Operations between rows and tiles, and on the padding of tiles."""

from __future__ import annotations

from collections.abc import Sequence

from ttnn import _ttnn
from ttnn._arguments import require_type
from ttnn._ttnn import CoreRangeSet, DataType, MemoryConfig, Shape, Tensor
from ttnn.operations.combination import pad
from ttnn.operations.movement import mechanism
from ttnn.operations.movement.arguments import (
    checked_int,
    checked_ints,
    checked_number,
    operation,
    require_tensor,
)
from ttnn.operations.movement.views import View
from ttnn.operations.selection import slice as slice_
from ttnn.types import DRAM_MEMORY_CONFIG

Extents = Shape | Sequence[int]
_TILE = 32


@operation(golden=lambda torch, x, *_, **__: x)
def tilize(
    input_tensor: Tensor,
    *,
    memory_config: MemoryConfig | None = None,
    dtype: DataType | None = None,
    use_multicore: bool = True,
    use_low_perf: bool = False,
    sub_core_grids: CoreRangeSet | None = None,
    output_tensor: Tensor | None = None,
) -> Tensor:
    """Returns a row-major tensor in tiles; what the last two dimensions lack is zeros.

    Args:
        input_tensor: Row-major, of any dtype, on a device.
        memory_config: Where the result lies; as `input_tensor` does when None.
        dtype: Of the result; floats may become other floats.
        use_multicore: All cores are used whatever it is.
        use_low_perf: Changes nothing.
        sub_core_grids: All cores are used whatever it is.
        output_tensor: What the result is written to.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: `input_tensor` is on the host or in tiles, or `dtype` is no float.
    """
    require_tensor("input_tensor", input_tensor, memory_config)
    require_type("dtype", dtype, DataType, type(None))
    result = _ttnn.tilize(input_tensor, memory_config, dtype)
    if output_tensor is None:
        return result
    from ttnn.operations.placement import copy

    return copy(result, output_tensor)


@operation(golden=lambda torch, x, *_, **__: x)
def tilize_with_val_padding(
    input_tensor: Tensor,
    output_tensor_shape: Extents,
    pad_value: float,
    *,
    memory_config: MemoryConfig | None = None,
    dtype: DataType | None = None,
    use_multicore: bool = True,
    sub_core_grids: CoreRangeSet | None = None,
) -> Tensor:
    """Returns a row-major tensor in tiles, padded with a value to `output_tensor_shape`.

    The shape stays what it is, if tiles reach as far as they must; else it is the padded one.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: `input_tensor` is on the host or in tiles, or the shape is smaller than it, or
            its last two extents are not whole tiles.
    """
    require_tensor("input_tensor", input_tensor, memory_config)
    value = checked_number("pad_value", pad_value)
    shape = [*input_tensor.shape]
    padded = checked_ints("output_tensor_shape", output_tensor_shape)
    is_larger = len(padded) == len(shape) and all(
        p >= n for p, n in zip(padded, shape, strict=True)
    )
    if not is_larger or any(extent % _TILE for extent in padded[-2:]):
        raise ValueError(
            f"output_tensor_shape: {padded}; must be {shape} or larger, in whole tiles of 32x32"
        )
    if padded != [*shape[:-2], *(-(-extent // _TILE) * _TILE for extent in shape[-2:])]:
        pairs = [(0, p - n) for p, n in zip(padded, shape, strict=True)]
        input_tensor = pad(input_tensor, pairs, value)
    return _ttnn.tilize(input_tensor, memory_config, dtype, value)


@operation(golden=lambda torch, x, *_, **__: x)
def tilize_with_zero_padding(
    input_tensor: Tensor,
    *,
    memory_config: MemoryConfig | None = None,
    output_dtype: DataType | None = None,
    use_multicore: bool = True,
) -> Tensor:
    """Returns a row-major tensor in tiles, padded with zeros. Arguments as `ttnn.tilize`."""
    return tilize(input_tensor, memory_config=memory_config, dtype=output_dtype)


@operation(golden=lambda torch, x, *_, **__: x)
def untilize(
    input_tensor: Tensor,
    *,
    memory_config: MemoryConfig | None = None,
    use_multicore: bool = True,
    use_pack_untilize: bool = True,
    sub_core_grids: CoreRangeSet | None = None,
) -> Tensor:
    """Returns a tiled tensor in rows, without padding; block floats become bfloat16.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: `input_tensor` is on the host or in rows.
    """
    require_tensor("input_tensor", input_tensor, memory_config)
    return _ttnn.untilize(input_tensor, memory_config)


@operation(golden=lambda torch, x, ends, **_: x[tuple(slice(end + 1) for end in ends)])
def untilize_with_unpadding(
    input_tensor: Tensor,
    output_tensor_end: Extents,
    *,
    memory_config: MemoryConfig | None = None,
    use_multicore: bool = True,
    sub_core_grids: CoreRangeSet | None = None,
) -> Tensor:
    """Returns a tiled tensor in rows, up to and with an element.

    Args:
        input_tensor: In tiles, on a device.
        output_tensor_end: The last element in each dimension.
        memory_config: Where the result lies; as `input_tensor` does when None.
        use_multicore: All cores are used whatever it is.
        sub_core_grids: All cores are used whatever it is.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: `input_tensor` is on the host or in rows, or has not this element.
    """
    ends = [end + 1 for end in checked_ints("output_tensor_end", output_tensor_end)]
    rows = untilize(input_tensor, memory_config=memory_config)
    shape = [*rows.shape]
    if len(ends) != len(shape) or not all(0 < e <= n for e, n in zip(ends, shape, strict=True)):
        raise ValueError(f"output_tensor_end: {[*output_tensor_end]}; is no element of {shape}")
    return slice_(rows, [0] * len(shape), ends)


@operation(golden=lambda torch, x, *_, **__: x)
def fill_implicit_tile_padding(
    input_tensor: Tensor, fill_value: float, *, memory_config: MemoryConfig | None = None
) -> Tensor:
    """Returns a tiled tensor with a value in what tiles have beyond its shape.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: `input_tensor` is on the host or in rows.
    """
    require_tensor("input_tensor", input_tensor, memory_config)
    value = checked_number("fill_value", fill_value)
    config = input_tensor.memory_config() if memory_config is None else memory_config
    rows = _ttnn.untilize(input_tensor, DRAM_MEMORY_CONFIG)
    return _ttnn.tilize(rows, config, input_tensor.dtype, value, input_tensor.tile)


@operation()
def fill_rm(
    N: int,
    C: int,
    H: int,
    W: int,
    hOnes: int,
    wOnes: int,
    any: Tensor,
    val_hi: float,
    val_lo: float,
    *,
    memory_config: MemoryConfig | None = None,
) -> Tensor:
    """Returns matrices of `val_lo` with `val_hi` in the upper left `hOnes` x `wOnes` of each.

    Args:
        N: Extent of the result.
        C: Extent of the result.
        H: Extent of the result.
        W: Extent of the result.
        hOnes: Rows of `val_hi`.
        wOnes: Columns of `val_hi`.
        any: A tensor of the dtype and on the device that the result has.
        val_hi: The one value.
        val_lo: The other.
        memory_config: Where the result lies; as `any` does when None.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: There are more rows or columns of `val_hi` than of the result.
    """
    require_tensor("any", any, memory_config)
    shape = [checked_int("N", N), checked_int("C", C), checked_int("H", H), checked_int("W", W)]
    if not (0 <= hOnes <= H and 0 <= wOnes <= W):
        raise ValueError(f"hOnes, wOnes: {hOnes}, {wOnes}; must be within {H} x {W}")
    target = mechanism.move([any], shape, [], memory_config, checked_number("val_lo", val_lo))
    high = View.of(shape).slice(2, 0, hOnes).slice(3, 0, wOnes)
    value = checked_number("val_hi", val_hi)
    _ttnn.fill_box(target, value, list(high.extents), high.flat_base(), high.strides())
    return target


@operation()
def fill_ones_rm(
    N: int,
    C: int,
    H: int,
    W: int,
    hOnes: int,
    wOnes: int,
    any: Tensor,
    *,
    memory_config: MemoryConfig | None = None,
) -> Tensor:
    """`ttnn.fill_rm` with ones and zeros."""
    return fill_rm(N, C, H, W, hOnes, wOnes, any, 1, 0, memory_config=memory_config)
