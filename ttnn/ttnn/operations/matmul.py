# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The matrix product."""

from __future__ import annotations

from ttnn import _ttnn
from ttnn._arguments import require_type
from ttnn._ttnn import MemoryConfig, Tensor


def matmul(
    input_tensor_a: Tensor, input_tensor_b: Tensor, *, memory_config: MemoryConfig | None = None
) -> Tensor:
    """Returns the matrix product of the last two dimensions, over the batch before them.

    Products are summed in float32 over ascending K and rounded to the dtype once, at the end.
    float32 operands are first rounded to TF32 (10 bits of mantissa), as the matrix unit does.

    Args:
        input_tensor_a: Shape [..., M, K], bfloat16 or float32, tile layout, on a device.
        input_tensor_b: Shape [..., K, N]; same dtype, layout and device. The batches are equal, or
            one operand is a single matrix ([K, N] or [1, 1, K, N], say) for all of the other.
        memory_config: Where the result shall lie; as `input_tensor_a` does when None.

    Returns:
        Shape [..., M, N], tile layout.

    Raises:
        TypeError: An operand is no `ttnn.Tensor`.
        ValueError: Shapes do not fit, dtypes or devices differ, an operand is row-major (use
            `ttnn.to_layout`) or on the host (use `ttnn.to_device`).
        ttnn.DeviceClosedError: The device was closed.
        ttnn.OutOfMemoryError: The memory cannot hold the result.
    """
    require_type("input_tensor_a", input_tensor_a, Tensor)
    require_type("input_tensor_b", input_tensor_b, Tensor)
    require_type("memory_config", memory_config, MemoryConfig, type(None))
    return _ttnn.matmul(input_tensor_a, input_tensor_b, memory_config)
