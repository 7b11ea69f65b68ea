# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Random numbers: the SFPU's, which one seed makes the same on any number of cores."""

from __future__ import annotations

from secrets import randbits

from ttnn import _ttnn
from ttnn._arguments import require_type
from ttnn._ttnn import DataType, Device, Layout, MemoryConfig, Shape, Tensor
from ttnn.decorators import register_python_operation
from ttnn.operations.core import allocate_tensor_on_device
from ttnn.operations.elementwise.chain import compile_chain
from ttnn.operations.elementwise.value import FLOATS, RANDOM, Value, lane_of, operand, sfpu
from ttnn.types import DRAM_MEMORY_CONFIG, TILE_LAYOUT

_DTYPES = (
    DataType.BFLOAT16,
    DataType.FLOAT32,
    DataType.INT32,
    DataType.UINT32,
    DataType.UINT16,
)
# Of each number below a limit, how much of it is left when it is rounded downwards to the next one.
_EPSILON = {DataType.BFLOAT16: 2.0**-8}


@register_python_operation("ttnn.rand")
def rand(
    shape: Shape | list[int] | tuple[int, ...],
    device: Device,
    *,
    dtype: DataType = DataType.BFLOAT16,
    layout: Layout = TILE_LAYOUT,
    memory_config: MemoryConfig = DRAM_MEMORY_CONFIG,
    low: float = 0.0,
    high: float = 1.0,
    seed: int = 0,
) -> Tensor:
    """Returns a tensor of numbers that are spread evenly from `low` on and below `high`.

    Args:
        shape: Of the tensor.
        device: Where it shall live.
        dtype: Of the tensor; integers are float32 numbers, converted as `ttnn.typecast` does it.
        layout: How the elements are ordered.
        memory_config: Memory of the device.
        low: The smallest number that there can be.
        high: What all numbers are below.
        seed: The same numbers for the same seed, anew each time for 0.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: `low` is not below `high`, or there are no random numbers of that dtype.
    """
    target = allocate_tensor_on_device(shape, dtype, layout, device, memory_config)
    return _fill(target, low, high, seed)


@register_python_operation("ttnn.uniform")
def uniform(
    input: Tensor, from_: float = 0.0, to: float = 1.0, seed: int = 0, **limits: float
) -> Tensor:
    """Fills a tensor with random numbers, as `ttnn.rand` has them, and returns it.

    Args:
        input: The tensor.
        from_: The smallest number; by its name, `from`, in a dictionary of keywords.
        to: What all numbers are below.
        seed: The same numbers for the same seed, anew each time for 0.
        **limits: `from`.
    """
    unknown = limits.keys() - {"from"}
    if unknown:
        raise TypeError(f"ttnn.uniform: unexpected arguments {sorted(unknown)}")
    require_type("input", input, Tensor)
    return _fill(input, limits.get("from", from_), to, seed)


@register_python_operation("ttnn.bernoulli")
def bernoulli(
    input: Tensor,
    seed: int | None = None,
    *,
    output: Tensor | None = None,
    dtype: DataType | None = None,
    memory_config: MemoryConfig | None = None,
) -> Tensor:
    """Returns 1 with the probability that each element is, else 0.

    Args:
        input: Probabilities.
        seed: The same numbers for the same seed, anew each time for None or 0.
        output: What the result is written to.
        dtype: Of the result; float32 when None.
        memory_config: Where the result shall lie; as `input` does when None.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: The probabilities are integers.
    """
    require_type("input", input, Tensor)
    if input.dtype not in FLOATS:
        raise ValueError(f"input: {input.dtype}; probabilities are floats")
    result_dtype = output.dtype if output is not None else dtype or DataType.FLOAT32
    happens = sfpu.lt(_between(0.0, 1.0), operand(0, input.dtype))
    chain = compile_chain(happens.to(lane_of(result_dtype)), 1, _seed(seed))
    return _ttnn.elementwise([("input", input)], chain, result_dtype, memory_config, output)


def _fill(target: Tensor, low: float, high: float, seed: int) -> Tensor:
    if target.dtype not in _DTYPES:
        names = ", ".join(map(str, _DTYPES))
        raise ValueError(f"dtype: {target.dtype}; random numbers are of {names}")
    if not low < high:
        raise ValueError(f"low and high: {low} and {high}; low must be below high")
    # Rounded, a number may become the limit itself, which it has to stay below.
    below = high - max(abs(high), abs(low)) * _EPSILON.get(target.dtype, 2.0**-24)
    numbers = sfpu.min(_between(low, high), max(below, low))
    chain = compile_chain(numbers.to(lane_of(target.dtype)), 0, _seed(seed))
    return _ttnn.elementwise([], chain, target.dtype, None, target)


def _between(low: float, high: float) -> Value:
    return sfpu.rand(RANDOM, low, high - low)


def _seed(seed: int | None) -> int:
    return seed & 0xFFFFFFFF if seed else randbits(32)
