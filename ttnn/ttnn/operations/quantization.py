# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Floats as integers and back, by a scale and a zero point: numbers, or tensors that broadcast."""

from __future__ import annotations

from typing import Any

from ttnn._ttnn import DataType, MemoryConfig, Tensor
from ttnn.decorators import register_python_operation
from ttnn.operations.elementwise.families import ternary
from ttnn.operations.elementwise.value import FLOATS, INTEGERS, Term, Value, apply, sfpu, to_float


def _quantize(x: Value, scale: Term, zero_point: Term) -> Value:
    quotient = apply("add", apply("div", to_float(x), to_float(scale)), to_float(zero_point))
    return sfpu.round(quotient, 0).to(DataType.INT32)


def _dequantize(x: Value, scale: Term, zero_point: Term) -> Value:
    return apply("mul", apply("sub", to_float(x), to_float(zero_point)), to_float(scale))


def _quantize_golden(torch: Any, x: Any, scale: Any, zero_point: Any) -> Any:
    return torch.round(x / scale + zero_point).to(torch.int32)


_TENSORS = ("input_tensor", "scale", "zero_point")

quantize = ternary(
    "quantize",
    _quantize,
    "round(x / scale + zero_point), as int32.",
    FLOATS | INTEGERS,
    tensors=_TENSORS,
    numbers=_TENSORS[1:],
    golden=_quantize_golden,
)
dequantize = ternary(
    "dequantize",
    _dequantize,
    "(x - zero_point) times scale.",
    FLOATS | INTEGERS,
    tensors=_TENSORS,
    numbers=_TENSORS[1:],
    golden=lambda torch, x, scale, zero_point: (x - zero_point) * scale,
)


def _requantize_golden(
    x: Any, in_scale: Any, in_zero_point: Any, out_scale: Any, out_zero_point: Any, **_: Any
) -> Any:
    import torch

    return torch.round((x - in_zero_point) * in_scale / out_scale + out_zero_point).to(torch.int32)


@register_python_operation("ttnn.requantize", golden_function=_requantize_golden)
def requantize(
    input_tensor: Tensor,
    in_scale: Tensor | float,
    in_zero_point: Tensor | float,
    out_scale: Tensor | float,
    out_zero_point: Tensor | float,
    *,
    dtype: DataType | None = None,
    memory_config: MemoryConfig | None = None,
    output_tensor: Tensor | None = None,
) -> Tensor:
    """`ttnn.quantize` of `ttnn.dequantize`, with float32 in between.

    Args:
        input_tensor: Quantized numbers.
        in_scale: Their scale, a number or a tensor that broadcasts.
        in_zero_point: Their zero point.
        out_scale: The scale of the result.
        out_zero_point: The zero point of the result.
        dtype: Of the result; int32 when None.
        memory_config: Where the result shall lie; as `input_tensor` does when None.
        output_tensor: What the result is written to; its spec goes before these.
    """
    numbers = dequantize(input_tensor, in_scale, in_zero_point, dtype=DataType.FLOAT32)
    return quantize(
        numbers,
        out_scale,
        out_zero_point,
        dtype=dtype,
        memory_config=memory_config,
        output_tensor=output_tensor,
    )
