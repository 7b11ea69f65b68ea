# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Elementwise operations on two tensors.

Operands are of one shape, one dtype and on one device, each in either layout. A row-major operand
is tilized on the device first; the result is row-major when both operands are, else in tiles.
Results are exact sums, differences and products rounded once, to nearest even.
"""

from __future__ import annotations

from collections.abc import Callable

from ttnn import _ttnn
from ttnn._arguments import require_type
from ttnn._ttnn import MemoryConfig, Tensor


def add(
    input_tensor_a: Tensor, input_tensor_b: Tensor, *, memory_config: MemoryConfig | None = None
) -> Tensor:
    """Returns `a + b`, element by element.

    Args:
        input_tensor_a: Any shape, bfloat16 or float32, on a device.
        input_tensor_b: The same shape and dtype, on the same device.
        memory_config: Where the result shall lie; as `input_tensor_a` does when None.

    Raises:
        TypeError: An operand is no `ttnn.Tensor`.
        ValueError: Shapes, dtypes or devices differ, or an operand is on the host.
        ttnn.DeviceClosedError: The device was closed.
        ttnn.OutOfMemoryError: The memory cannot hold the result.
    """
    return _binary(_ttnn.add, input_tensor_a, input_tensor_b, memory_config)


def subtract(
    input_tensor_a: Tensor, input_tensor_b: Tensor, *, memory_config: MemoryConfig | None = None
) -> Tensor:
    """Returns `a - b`, element by element. Arguments and errors are those of `ttnn.add`."""
    return _binary(_ttnn.subtract, input_tensor_a, input_tensor_b, memory_config)


def multiply(
    input_tensor_a: Tensor, input_tensor_b: Tensor, *, memory_config: MemoryConfig | None = None
) -> Tensor:
    """Returns `a * b`, element by element. Arguments and errors are those of `ttnn.add`."""
    return _binary(_ttnn.multiply, input_tensor_a, input_tensor_b, memory_config)


def _binary(
    operation: Callable[[Tensor, Tensor, MemoryConfig | None], Tensor],
    input_tensor_a: Tensor,
    input_tensor_b: Tensor,
    memory_config: MemoryConfig | None,
) -> Tensor:
    require_type("input_tensor_a", input_tensor_a, Tensor)
    require_type("input_tensor_b", input_tensor_b, Tensor)
    require_type("memory_config", memory_config, MemoryConfig, type(None))
    return operation(input_tensor_a, input_tensor_b, memory_config)


sub = subtract
mul = multiply
