# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Reductions: values along dimensions, put together to one.

Values are put together in float32, or in integers that wrap, and rounded once to the dtype of the
result. Within a tile a sum is one of pairs, so that its error grows with the number of tiles, not
of values. What lies beyond the shape of a tensor does not count.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from typing import Any

from ttnn import _ttnn
from ttnn._arguments import require_type
from ttnn._ttnn import CoreRangeSet, DataType, Layout, MemoryConfig, Tensor
from ttnn.decorators import Operation
from ttnn.operations.core import to_layout
from ttnn.operations.elementwise.chain import compile_chain
from ttnn.operations.elementwise.value import FLOATS, Number, Value, lane_of, operand, sfpu
from ttnn.operations.rearrangement import reshape
from ttnn.types import DRAM_MEMORY_CONFIG, bfloat4_b, bfloat8_b, float32, int32

Dims = int | Sequence[int] | None
Formula = Callable[[Value], Value]

_SUMMED = FLOATS | {int32}


class _Call:
    """One reduction of one tensor: what all of them check, and how what they are is asked for."""

    def __init__(
        self,
        input_tensor: Tensor,
        dim: Dims,
        keepdim: bool,
        memory_config: MemoryConfig | None,
        cores: CoreRangeSet | None,
        dtypes: Collection[DataType],
    ):
        require_type("input_tensor", input_tensor, Tensor)
        require_type("keepdim", keepdim, bool)
        require_type("memory_config", memory_config, MemoryConfig, type(None))
        require_type("sub_core_grids", cores, CoreRangeSet, type(None))
        if input_tensor.dtype not in dtypes:
            takes = ", ".join(sorted(dtype.name.lower() for dtype in dtypes))
            raise ValueError(f"input_tensor: {input_tensor.dtype}; this takes {takes}")
        self._source = input_tensor
        self._dims = _dims(dim, input_tensor.shape.rank)
        self._keepdim = keepdim
        self._memory_config = memory_config
        self._cores = cores

    @property
    def dtype(self) -> DataType:
        return self._source.dtype

    @property
    def count(self) -> int:
        """How many values become one."""
        return math.prod(self._source.shape[dim] for dim in self._dims)

    def tiles(self) -> Tensor:
        if self._source.layout == Layout.TILE:
            return self._source
        return to_layout(self._source, Layout.TILE, memory_config=DRAM_MEMORY_CONFIG)

    def reduce(
        self,
        source: Tensor,
        fold: str,
        dtype: DataType | None = None,
        *,
        before: Formula | None = None,
        after: Formula | None = None,
    ) -> Tensor:
        """Reduces tiles; the dimensions stay, with an extent of 1."""
        lane = lane_of(source.dtype)
        first = before(operand(0, source.dtype)) if before else None
        last = after(operand(0, lane)) if after else None
        return _ttnn.reduce(
            source,
            self._dims,
            fold,
            lane,
            dtype or source.dtype,
            compile_chain(first, 1) if first else None,
            compile_chain(last, 1) if last else None,
            DRAM_MEMORY_CONFIG if dtype == float32 else self._memory_config,
            self._cores,
        )

    def finish(self, result: Tensor) -> Tensor:
        if self._keepdim:
            return result
        extents = [extent for i, extent in enumerate(self._source.shape) if i not in self._dims]
        return reshape(result, extents)


def _dims(dim: Dims, rank: int) -> list[int]:
    """All dimensions that are meant, from 0 on."""
    if dim is None:
        return list(range(rank))
    dims = [dim] if isinstance(dim, int) else list(dim)
    for place in dims:
        require_type("dim", place, int)
        if not -rank <= place < rank:
            raise ValueError(f"dim: {place}; the tensor has {rank} dimensions")
    positive = sorted(place % rank for place in dims)
    if len(set(positive)) != len(positive):
        raise ValueError(f"dim: {dims}; a dimension is reduced once")
    return positive


def _scaled(factor: Number) -> Formula | None:
    return None if factor == 1 else lambda value: value * factor


def _sum(
    input_tensor: Tensor,
    dim: Dims = None,
    keepdim: bool = False,
    *,
    memory_config: MemoryConfig | None = None,
    compute_kernel_config: object = None,
    scalar: float = 1.0,
    sub_core_grids: CoreRangeSet | None = None,
    fast_and_approximate_mode: bool = False,
) -> Tensor:
    """Sum, times `scalar`."""
    call = _Call(input_tensor, dim, keepdim, memory_config, sub_core_grids, _SUMMED)
    return call.finish(call.reduce(call.tiles(), "add", after=_scaled(scalar)))


def _mean(
    input_tensor: Tensor,
    dim: Dims = None,
    keepdim: bool = False,
    *,
    memory_config: MemoryConfig | None = None,
    compute_kernel_config: object = None,
    scalar: float = 1.0,
    sub_core_grids: CoreRangeSet | None = None,
    fast_and_approximate_mode: bool = False,
) -> Tensor:
    """Mean, times `scalar`."""
    call = _Call(input_tensor, dim, keepdim, memory_config, sub_core_grids, FLOATS)
    mean = _scaled(scalar / (call.count or 1))
    return call.finish(call.reduce(call.tiles(), "add", after=mean))


def _extreme(fold: str) -> Callable[..., Tensor]:
    def function(
        input_tensor: Tensor,
        dim: Dims = None,
        keepdim: bool = False,
        *,
        memory_config: MemoryConfig | None = None,
        compute_kernel_config: object = None,
        scalar: float = 1.0,
        sub_core_grids: CoreRangeSet | None = None,
    ) -> Tensor:
        call = _Call(input_tensor, dim, keepdim, memory_config, sub_core_grids, _SUMMED)
        return call.finish(call.reduce(call.tiles(), fold, after=_scaled(scalar)))

    return function


def _prod(
    input_tensor: Tensor,
    dim: Dims = None,
    keepdim: bool = False,
    *,
    memory_config: MemoryConfig | None = None,
) -> Tensor:
    """Product; that of block floats is float32."""
    if dim is None and keepdim:
        raise ValueError("keepdim: True; a product over all dimensions keeps none")
    call = _Call(input_tensor, dim, keepdim, memory_config, None, FLOATS)
    dtype = float32 if call.dtype in (bfloat8_b, bfloat4_b) else call.dtype
    return call.finish(call.reduce(call.tiles(), "mul", dtype))


def _spread(finish: Formula | None) -> Callable[..., Tensor]:
    """The variance, and what is made of it. The mean is subtracted first, so nothing cancels."""

    def function(
        input_tensor: Tensor,
        dim: Dims = None,
        keepdim: bool = False,
        *,
        memory_config: MemoryConfig | None = None,
        compute_kernel_config: object = None,
        scalar: float = 1.0,
        correction: bool | int = True,
        sub_core_grids: CoreRangeSet | None = None,
    ) -> Tensor:
        call = _Call(input_tensor, dim, keepdim, memory_config, sub_core_grids, FLOATS)
        freedom = call.count - int(correction)
        factor = 1 / freedom if freedom > 0 else math.inf

        def after(value: Value) -> Value:
            spread = value * factor
            spread = finish(spread) if finish else spread
            return spread if scalar == 1 else spread * scalar

        tiles = call.tiles()
        mean = call.reduce(tiles, "add", float32, after=_scaled(1 / (call.count or 1)))
        squares = _squared_difference(tiles, mean)
        return call.finish(call.reduce(squares, "add", call.dtype, after=after))

    return function


def _squared_difference(a: Tensor, b: Tensor) -> Tensor:
    difference = sfpu.squared_difference(operand(0, a.dtype), operand(1, b.dtype))
    operands = [("input_tensor", a), ("mean", b)]
    return _ttnn.elementwise(operands, compile_chain(difference, 2), float32, DRAM_MEMORY_CONFIG)


def _golden(name: str) -> Callable[..., Any]:
    def function(input_tensor: Any, dim: Dims = None, keepdim: bool = False, **named: Any) -> Any:
        import torch

        named = {key: value for key, value in named.items() if key == "correction"}
        dims = tuple(range(input_tensor.ndim)) if dim is None else dim
        return getattr(torch, name)(input_tensor, dims, keepdim=keepdim, **named)

    return function


def _golden_product(input_tensor: Any, dim: Dims = None, keepdim: bool = False, **_: Any) -> Any:
    import torch

    dims = _dims(dim, input_tensor.ndim)
    for place in reversed(dims):
        input_tensor = torch.prod(input_tensor, place, keepdim=keepdim)
    return input_tensor


sum = Operation(_sum, "ttnn.sum", golden_function=_golden("sum"))
mean = Operation(_mean, "ttnn.mean", golden_function=_golden("mean"))
max = Operation(
    _extreme("max"), "ttnn.max", golden_function=_golden("amax"), doc="The largest value."
)
min = Operation(
    _extreme("min"), "ttnn.min", golden_function=_golden("amin"), doc="The smallest value."
)
prod = Operation(_prod, "ttnn.prod", golden_function=_golden_product)
var = Operation(
    _spread(None),
    "ttnn.var",
    golden_function=_golden("var"),
    doc="Variance: of n values the mean square difference, times n / (n - correction).",
)
std = Operation(
    _spread(sfpu.sqrt),
    "ttnn.std",
    golden_function=_golden("std"),
    doc="Standard deviation: the square root of the variance.",
)
