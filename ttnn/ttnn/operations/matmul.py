# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Matrix products.

Products of float32 operands are of TF32 (10 bits of mantissa), as the matrix unit takes them; those
of all others are exact. They are summed in float32 over ascending K and rounded once, at the end.
What lies beyond the shape of a tensor does not count.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ttnn import _ttnn
from ttnn._arguments import require_type
from ttnn._ttnn import CoreCoord, CoreRange, CoreRangeSet, DataType, MemoryConfig, Tensor, Tile
from ttnn.compute_config import DeviceComputeKernelConfig
from ttnn.decorators import Operation
from ttnn.operations.elementwise.chain import compile_chain
from ttnn.operations.elementwise.value import operand
from ttnn.operations.fused import Activation, UnaryOpType, UnaryWithParam, activate
from ttnn.operations.matmul_configs import MatmulProgramConfig
from ttnn.operations.rearrangement import reshape
from ttnn.types import CoreGrid, float32

_EXACT = DeviceComputeKernelConfig(fp32_dest_acc_en=True)


def _matmul(
    input_tensor_a: Tensor,
    input_tensor_b: Tensor,
    *,
    transpose_a: bool = False,
    transpose_b: bool = False,
    memory_config: MemoryConfig | None = None,
    dtype: DataType | None = None,
    program_config: MatmulProgramConfig | None = None,
    activation: Activation | None = None,
    compute_kernel_config: DeviceComputeKernelConfig | None = None,
    core_grid: CoreGrid | None = None,
    output_tile: Tile | None = None,
    optional_output_tensor: Tensor | None = None,
    global_cb: None = None,
    sub_device_id: None = None,
) -> Tensor:
    """The matrix product of the last two dimensions, over the batch before them.

    Args:
        input_tensor_a: Shape [..., M, K], of floats, tile layout, on a device; or [K].
        input_tensor_b: Shape [..., K, N], or [K]. What is before the last two dimensions is
            broadcast as NumPy does it.
        transpose_a: Exchanges the last two dimensions of a.
        transpose_b: Exchanges the last two dimensions of b.
        memory_config: Where the result shall lie; interleaved in DRAM when None.
        dtype: Of the result; that of a when None.
        program_config: How the work is cut; chosen when None.
        activation: Applied to the result before it is rounded. That of a program configuration
            goes before it.
        compute_kernel_config: How products are computed; exactly when None.
        core_grid: The cores that work; all when None.
        output_tile: 32x32, as all tiles of products are.
        optional_output_tensor: Written to and returned; its dtype and memory are the result's.
        global_cb: Only None.
        sub_device_id: Only None.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: Shapes do not fit, an operand is row-major (use `ttnn.to_layout`), on the host
            (use `ttnn.to_device`) or of integers, devices differ, the output is another.
        ttnn.DeviceClosedError: The device was closed.
        ttnn.OutOfMemoryError: The memory cannot hold the result.
    """
    require_type("global_cb", global_cb, type(None))
    require_type("sub_device_id", sub_device_id, type(None))
    return _product(
        input_tensor_a,
        input_tensor_b,
        None,
        transpose_a=transpose_a,
        transpose_b=transpose_b,
        memory_config=memory_config,
        dtype=dtype,
        program_config=program_config,
        activation=activation,
        compute_kernel_config=compute_kernel_config,
        core_grid=core_grid,
        output_tile=output_tile,
        optional_output_tensor=optional_output_tensor,
    )


def _linear(
    input_tensor_a: Tensor,
    input_tensor_b: Tensor,
    *,
    bias: Tensor | None = None,
    transpose_a: bool = False,
    transpose_b: bool = False,
    memory_config: MemoryConfig | None = None,
    dtype: DataType | None = None,
    program_config: MatmulProgramConfig | None = None,
    activation: Activation | None = None,
    compute_kernel_config: DeviceComputeKernelConfig | None = None,
    core_grid: CoreGrid | None = None,
    output_tile: Tile | None = None,
    optional_output_tensor: Tensor | None = None,
    global_cb: None = None,
    sub_device_id: None = None,
) -> Tensor:
    """A matrix product plus a bias.

    `bias` has N elements in its last dimension and 1 in the others; it is added before the
    activation and the rounding. All else is as for `ttnn.matmul`.
    """
    require_type("global_cb", global_cb, type(None))
    require_type("sub_device_id", sub_device_id, type(None))
    require_type("bias", bias, Tensor, type(None))
    return _product(
        input_tensor_a,
        input_tensor_b,
        bias,
        transpose_a=transpose_a,
        transpose_b=transpose_b,
        memory_config=memory_config,
        dtype=dtype,
        program_config=program_config,
        activation=activation,
        compute_kernel_config=compute_kernel_config,
        core_grid=core_grid,
        output_tile=output_tile,
        optional_output_tensor=optional_output_tensor,
    )


def _addmm(
    input_tensor: Tensor,
    mat1_tensor: Tensor,
    mat2_tensor: Tensor,
    *,
    alpha: float = 1.0,
    beta: float = 1.0,
    memory_config: MemoryConfig | None = None,
    dtype: DataType | None = None,
    program_config: MatmulProgramConfig | None = None,
    compute_kernel_config: DeviceComputeKernelConfig | None = None,
    core_grid: CoreGrid | None = None,
    output_tile: Tile | None = None,
    optional_output_tensor: Tensor | None = None,
) -> Tensor:
    """`beta * input + alpha * (mat1 @ mat2)`, of matrices. With beta 0 the input is not read."""
    for name, tensor in (("mat1_tensor", mat1_tensor), ("mat2_tensor", mat2_tensor)):
        require_type(name, tensor, Tensor)
        if tensor.shape.rank != 2:
            raise ValueError(f"{name}: {tensor.shape}; must be of rank 2")
    require_type("input_tensor", input_tensor, Tensor)
    product = _product(
        mat1_tensor,
        mat2_tensor,
        None,
        dtype=float32,
        program_config=program_config,
        compute_kernel_config=compute_kernel_config,
        core_grid=core_grid,
        output_tile=output_tile,
    )
    target = dtype or input_tensor.dtype
    if beta == 0:
        terms = [("mat1_tensor", product)]
        result = operand(0, float32) * alpha
    else:
        terms = [("mat1_tensor", product), ("input_tensor", input_tensor)]
        result = operand(0, float32) * alpha + operand(1, input_tensor.dtype) * beta
    chain = compile_chain(result, len(terms))
    return _ttnn.elementwise(terms, chain, target, memory_config, optional_output_tensor)


def _matmul_batched_weights(
    input_tensor_a: Tensor, input_tensors_b: Sequence[Tensor], **arguments: Any
) -> list[Tensor]:
    """The products of one tensor with each of several; arguments are those of `ttnn.matmul`."""
    return [_matmul(input_tensor_a, tensor, **arguments) for tensor in input_tensors_b]


def _product(
    a: Tensor,
    b: Tensor,
    bias: Tensor | None,
    *,
    transpose_a: bool = False,
    transpose_b: bool = False,
    memory_config: MemoryConfig | None = None,
    dtype: DataType | None = None,
    program_config: MatmulProgramConfig | None = None,
    activation: Activation | None = None,
    compute_kernel_config: DeviceComputeKernelConfig | None = None,
    core_grid: CoreGrid | None = None,
    output_tile: Tile | None = None,
    optional_output_tensor: Tensor | None = None,
) -> Tensor:
    require_type("input_tensor_a", a, Tensor)
    require_type("input_tensor_b", b, Tensor)
    require_type("transpose_a", transpose_a, bool)
    require_type("transpose_b", transpose_b, bool)
    require_type("memory_config", memory_config, MemoryConfig, type(None))
    require_type("dtype", dtype, DataType, type(None))
    require_type("program_config", program_config, *MatmulProgramConfig.__args__, type(None))
    require_type("activation", activation, str, UnaryOpType, UnaryWithParam, type(None))
    require_type(
        "compute_kernel_config", compute_kernel_config, DeviceComputeKernelConfig, type(None)
    )
    require_type("core_grid", core_grid, CoreGrid, type(None))
    require_type("output_tile", output_tile, Tile, type(None))
    require_type("optional_output_tensor", optional_output_tensor, Tensor, type(None))
    if output_tile not in (None, Tile()):
        raise ValueError(f"output_tile: {output_tile}; tiles of products are 32x32")
    first, second, kept = _as_matrices(a, b, transpose_a, transpose_b)
    config = compute_kernel_config or _EXACT
    fused = getattr(program_config, "fused_activation", None)
    chosen = fused if fused is not None else activation
    like = a if optional_output_tensor is None else optional_output_tensor
    result_type = dtype or like.dtype
    chain = None
    if chosen is not None:
        chain = compile_chain(activate(operand(0, float32), chosen), 1)
    is_simple = chain is None or chain.num_slots == 1
    product = _ttnn.matmul(
        first,
        second,
        transpose_a=transpose_a and a.shape.rank > 1,
        transpose_b=transpose_b or b.shape.rank == 1,
        bias=bias,
        activation=chain if is_simple else None,
        dtype=result_type if is_simple else float32,
        memory_config=memory_config if is_simple else None,
        optional_output_tensor=optional_output_tensor if is_simple and kept is None else None,
        math_fidelity=config.math_fidelity,
        fp32_dest_acc_en=config.fp32_dest_acc_en,
        blocking=program_config.blocking if program_config else None,
        cores=_cores(core_grid) if core_grid else getattr(program_config, "cores", None),
    )
    if not is_simple:
        assert chain is not None
        terms = [("input_tensor_a", product)]
        product = _ttnn.elementwise(
            terms, chain, result_type, memory_config, optional_output_tensor
        )
    return product if kept is None else reshape(product, kept)


def _as_matrices(
    a: Tensor, b: Tensor, transpose_a: bool, transpose_b: bool
) -> tuple[Tensor, Tensor, list[int] | None]:
    """Vectors as matrices of one row; and the shape of the result if it has fewer dimensions.

    A second vector is a column: the product is told that it is transposed.
    """
    if a.shape.rank > 1 and b.shape.rank > 1:
        return a, b, None
    if a.shape.rank == 0 or b.shape.rank == 0:
        raise ValueError(
            f"input_tensor_a and input_tensor_b: {a.shape} and {b.shape}; a product is one of "
            "vectors or matrices"
        )
    batch = list(a.shape)[:-2] if a.shape.rank > 1 else list(b.shape)[:-2]
    rows = [] if a.shape.rank == 1 else [a.shape[-1 if transpose_a else -2]]
    columns = [] if b.shape.rank == 1 else [b.shape[-2 if transpose_b else -1]]
    return _row(a), _row(b), batch + rows + columns


def _row(tensor: Tensor) -> Tensor:
    return tensor if tensor.shape.rank > 1 else reshape(tensor, [1, tensor.shape[0]])


def _cores(grid: CoreGrid) -> CoreRangeSet:
    return CoreRangeSet(CoreRange(CoreCoord(0, 0), CoreCoord(grid.x - 1, grid.y - 1)))


def _golden_matmul(
    input_tensor_a: Any,
    input_tensor_b: Any,
    *,
    transpose_a: bool = False,
    transpose_b: bool = False,
    bias: Any = None,
    activation: Any = None,
    **_: Any,
) -> Any:
    import torch

    a = input_tensor_a.transpose(-1, -2) if transpose_a else input_tensor_a
    b = input_tensor_b.transpose(-1, -2) if transpose_b else input_tensor_b
    product = a @ b if bias is None else a @ b + bias
    if activation is None:
        return product
    name = activation if isinstance(activation, str) else activation.name.lower()
    return getattr(torch.nn.functional, name)(product)


def _golden_addmm(
    input_tensor: Any, mat1: Any, mat2: Any, *, alpha: float = 1.0, beta: float = 1.0, **_: Any
) -> Any:
    import torch

    return torch.addmm(input_tensor, mat1, mat2, alpha=alpha, beta=beta)


matmul = Operation(_matmul, "ttnn.matmul", golden_function=_golden_matmul)
linear = Operation(_linear, "ttnn.linear", golden_function=_golden_matmul)
addmm = Operation(_addmm, "ttnn.addmm", golden_function=_golden_addmm)
matmul_batched_weights = Operation(_matmul_batched_weights, "ttnn.matmul_batched_weights")
