# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Operations made of elementwise ones and of movements: gated halves, slopes, outer products."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from numbers import Real
from typing import Any

from ttnn._arguments import require_type
from ttnn._ttnn import MemoryConfig, Tensor
from ttnn.decorators import Operation, register_python_operation
from ttnn.operations.activation import leaky_relu
from ttnn.operations.binary import multiply
from ttnn.operations.elementwise.call import to_number
from ttnn.operations.fused import UnaryOpType
from ttnn.operations.rearrangement import reshape, unsqueeze
from ttnn.operations.relational import ltz
from ttnn.operations.selection import split
from ttnn.operations.ternary import where

_GATED_WIDTH = 64  # two whole tiles

Gated = Callable[..., Tensor]


def _gated(
    name: str, gate: UnaryOpType, torch_gate: Callable[[Any, Any], Any]
) -> Operation[..., Tensor]:
    """Makes the operation whose result is the first half of each row times a gate of the second."""

    def golden(x: Any, dim: int = -1, **_: Any) -> Any:
        import torch

        first, second = x.chunk(2, -1)
        return first * torch_gate(torch, second)

    @register_python_operation(f"ttnn.{name}", golden_function=golden)
    def operation(
        input_tensor: Tensor,
        dim: int = -1,
        *,
        memory_config: MemoryConfig | None = None,
        **variant: object,
    ) -> Tensor:
        require_type("input_tensor", input_tensor, Tensor)
        shape = list(input_tensor.shape)
        if not shape or dim not in (-1, len(shape) - 1):
            raise ValueError(f"dim: {dim}; halves are taken of the last dimension")
        if shape[-1] % _GATED_WIDTH != 0:
            rule = f"the last extent is a multiple of {_GATED_WIDTH}"
            raise ValueError(f"input_tensor: {input_tensor.shape}; {rule}")
        first, second = split(input_tensor, shape[-1] // 2, len(shape) - 1)
        return multiply(
            first, second, input_tensor_b_activations=[gate], memory_config=memory_config
        )

    operation.__doc__ = (
        f"The first half of each row times {gate.name.lower()} of the second half.\n\n"
        "Args:\n"
        "    input_tensor: Rows of a multiple of 64 elements.\n"
        "    dim: The last dimension.\n"
        "    memory_config: Where the result shall lie; as `input_tensor` does when None.\n"
        "    **variant: Of geglu: what `ttnn.gelu` takes."
    )
    return operation


glu = _gated("glu", UnaryOpType.SIGMOID, lambda torch, x: torch.sigmoid(x))
reglu = _gated("reglu", UnaryOpType.RELU, lambda torch, x: torch.relu(x))
geglu = _gated("geglu", UnaryOpType.GELU, lambda torch, x: torch.nn.functional.gelu(x))
swiglu = _gated("swiglu", UnaryOpType.SILU, lambda torch, x: torch.nn.functional.silu(x))


def _prelu_golden(x: Any, weight: Any, **_: Any) -> Any:
    import torch

    return torch.nn.functional.prelu(x, torch.as_tensor(weight, dtype=x.dtype).reshape(-1))


@register_python_operation("ttnn.prelu", golden_function=_prelu_golden)
def prelu(
    input_tensor_a: Tensor,
    weight: Tensor | float | Sequence[float],
    *,
    memory_config: MemoryConfig | None = None,
) -> Tensor:
    """Returns x, times a weight where it is below 0.

    Args:
        input_tensor_a: The tensor.
        weight: A number, or a list of one; or a tensor of one dimension, a weight for each index of
            the tensor's dimension 1.
        memory_config: Where the result shall lie; as `input_tensor_a` does when None.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: There are not as many weights as that.
    """
    require_type("input_tensor_a", input_tensor_a, Tensor)
    if isinstance(weight, list | tuple):
        if len(weight) != 1:
            raise ValueError(f"weight: {len(weight)} numbers; a list has one (or use a tensor)")
        weight = weight[0]
    if isinstance(weight, Real):
        return leaky_relu(input_tensor_a, to_number(weight), memory_config=memory_config)
    if not isinstance(weight, Tensor):
        kind = type(weight).__name__
        raise TypeError(f"weight: expected ttnn.Tensor or float or a list of one, got {kind}")
    slopes = _by_channel(weight, len(input_tensor_a.shape))
    scaled = multiply(input_tensor_a, slopes)
    return where(ltz(input_tensor_a), scaled, input_tensor_a, memory_config=memory_config)


def _by_channel(weight: Tensor, rank: int) -> Tensor:
    """A tensor of one dimension along dimension 1 of tensors of that rank."""
    if len(weight.shape) != 1 or rank < 2:
        return weight
    return reshape(weight, [1, weight.shape[0], *[1] * (rank - 2)])


def _outer_golden(a: Any, b: Any, **_: Any) -> Any:
    return a[..., :, None] * b[..., None, :]


@register_python_operation("ttnn.outer", golden_function=_outer_golden)
def outer(
    input_tensor_a: Tensor, input_tensor_b: Tensor, *, memory_config: MemoryConfig | None = None
) -> Tensor:
    """Returns the products of each element of a with each of b, along their last dimensions.

    Args:
        input_tensor_a: [..., i].
        input_tensor_b: [..., j].
        memory_config: Where the result, [..., i, j], shall lie; as `input_tensor_a` does when None.
    """
    for name, tensor in (("input_tensor_a", input_tensor_a), ("input_tensor_b", input_tensor_b)):
        require_type(name, tensor, Tensor)
        if not len(tensor.shape):
            raise ValueError(f"{name}: {tensor.shape}; it needs a dimension")
    columns, rows = unsqueeze(input_tensor_a, -1), unsqueeze(input_tensor_b, -2)
    return multiply(columns, rows, memory_config=memory_config)
