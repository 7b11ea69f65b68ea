# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The matrix product against NumPy in float64, within a bound drawn from how it is computed.

Operands enter exactly (bfloat16) or rounded to TF32 (float32); products of two such numbers are
exact in float32; K of them are summed in float32, each sum with a relative error of at most 2^-24
of the magnitudes so far; the result is rounded once to its dtype.
"""

from __future__ import annotations

import numpy as np
import pytest

import ttnn
from ttnn.rounding import to_bfloat16, to_tf32

FLOAT32_ROUNDING = 2.0**-24
BFLOAT16_ROUNDING = 2.0**-8

MATRICES = [
    (1, 1, 1),
    (32, 32, 32),
    (5, 7, 3),
    (33, 65, 129),
    (1, 300, 1),
    (200, 1, 31),
    (256, 320, 512),
]
BATCHES = [
    ((2,), (2,)),
    ((2, 3), (2, 3)),
    ((2, 3), ()),
    ((2, 3), (1, 1)),
    ((), (2,)),
    ((1,), (1, 1)),
    ((1, 3), (3,)),
    ((2, 1), (1, 3)),
    ((2, 1, 2), (3, 1)),
]


def send(
    array: np.ndarray, dtype: ttnn.DataType, device: ttnn.Device, **kwargs: object
) -> ttnn.Tensor:
    return ttnn.from_numpy(array, dtype, layout=ttnn.TILE_LAYOUT, device=device, **kwargs)


def operands(
    random: np.random.Generator,
    shape_a: tuple[int, ...],
    shape_b: tuple[int, ...],
    dtype: ttnn.DataType,
) -> tuple[np.ndarray, np.ndarray]:
    a, b = (random.standard_normal(shape, dtype=np.float32) for shape in (shape_a, shape_b))
    return (a, b) if dtype == ttnn.float32 else (to_bfloat16(a), to_bfloat16(b))


def assert_product(
    product: ttnn.Tensor, a: np.ndarray, b: np.ndarray, dtype: ttnn.DataType
) -> None:
    if dtype == ttnn.float32:
        a, b = to_tf32(a), to_tf32(b)
    a, b = a.astype(np.float64), b.astype(np.float64)
    exact = a @ b
    sum_error = a.shape[-1] * FLOAT32_ROUNDING * (np.abs(a) @ np.abs(b))
    last_rounding = 0 if dtype == ttnn.float32 else BFLOAT16_ROUNDING * (np.abs(exact) + sum_error)
    values = ttnn.to_numpy(product)
    assert product.dtype == dtype
    assert values.shape == exact.shape
    assert (np.abs(values - exact) <= sum_error + last_rounding).all()


@pytest.mark.parametrize("dtype", [ttnn.bfloat16, ttnn.float32])
@pytest.mark.parametrize(("m", "k", "n"), MATRICES)
def test_products_of_matrices(
    m: int,
    k: int,
    n: int,
    dtype: ttnn.DataType,
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    a, b = operands(random, (m, k), (k, n), dtype)

    product = ttnn.matmul(send(a, dtype, device), send(b, dtype, device))

    assert product.layout == ttnn.TILE_LAYOUT
    assert_product(product, a, b, dtype)


@pytest.mark.parametrize(("batch_a", "batch_b"), BATCHES)
def test_products_of_batches(
    batch_a: tuple[int, ...],
    batch_b: tuple[int, ...],
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    a, b = operands(random, (*batch_a, 40, 70), (*batch_b, 70, 90), ttnn.bfloat16)

    product = send(a, ttnn.bfloat16, device) @ send(b, ttnn.bfloat16, device)

    assert_product(product, a, b, ttnn.bfloat16)


def test_integers_are_exact(device: ttnn.Device, random: np.random.Generator) -> None:
    """Every partial sum is an integer below 2^24, so that float32 holds it: no error at all."""
    a = random.integers(-8, 9, size=(50, 200)).astype(np.float32)
    b = random.integers(-8, 9, size=(200, 70)).astype(np.float32)

    product = ttnn.matmul(send(a, ttnn.float32, device), send(b, ttnn.float32, device))

    np.testing.assert_array_equal(ttnn.to_numpy(product), a @ b)


def test_padding_of_an_operand_made_on_the_device_is_zero(
    device: ttnn.Device, random: np.random.Generator
) -> None:
    """K = 33: were the 31 padded columns and rows anything but zero, the sums would show it."""
    a = random.integers(-8, 9, size=(7, 33)).astype(np.float32)
    b = random.integers(-8, 9, size=(33, 5)).astype(np.float32)

    def tilize_on_device(array: np.ndarray) -> ttnn.Tensor:
        return ttnn.to_layout(ttnn.from_numpy(array, device=device), ttnn.TILE_LAYOUT)

    product = tilize_on_device(a) @ tilize_on_device(b)
    chained = product @ tilize_on_device(b.T.copy())

    np.testing.assert_array_equal(ttnn.to_numpy(product), a @ b)
    np.testing.assert_array_equal(
        ttnn.to_numpy(chained), to_tf32(a @ b).astype(np.float64) @ b.T.astype(np.float64)
    )


@pytest.mark.parametrize("output", [ttnn.DRAM_MEMORY_CONFIG, ttnn.L1_MEMORY_CONFIG, None])
def test_memories_mix(
    output: ttnn.MemoryConfig | None, device: ttnn.Device, random: np.random.Generator
) -> None:
    a, b = operands(random, (64, 64), (64, 64), ttnn.bfloat16)

    product = ttnn.matmul(
        send(a, ttnn.bfloat16, device, memory_config=ttnn.L1_MEMORY_CONFIG),
        send(b, ttnn.bfloat16, device),
        memory_config=output,
    )

    assert product.memory_config() == (ttnn.DRAM_MEMORY_CONFIG if output is None else output)
    assert_product(product, a, b, ttnn.bfloat16)


@pytest.mark.parametrize(
    ("shape_a", "shape_b", "rule"),
    [
        ((3, 4), (5, 6), "the width of the first, 4, and the height of the second, 5"),
        ((), (4, 6), "a product is one of vectors or matrices"),
        ((2, 3, 4), (3, 4, 6), "the dimensions before the last two must be equal, or 1 in one"),
        ((6, 3, 4), (2, 3, 4, 6), "the dimensions before the last two must be equal"),
    ],
)
def test_shapes_that_do_not_fit_are_named(
    shape_a: tuple[int, ...], shape_b: tuple[int, ...], rule: str, device: ttnn.Device
) -> None:
    a, b = (send(np.zeros(shape, np.float32), ttnn.float32, device) for shape in (shape_a, shape_b))

    with pytest.raises(ValueError, match=rule) as error:
        ttnn.matmul(a, b)

    assert f"{a.shape} and {b.shape}" in str(error.value)


def test_operands_that_do_not_go_together_are_named(device: ttnn.Device) -> None:
    zeros = np.zeros((32, 32), dtype=np.float32)
    tile = send(zeros, ttnn.float32, device)

    with pytest.raises(
        ValueError, match=r"input_tensor_b: Layout::ROW_MAJOR; must be Layout::TILE"
    ):
        ttnn.matmul(tile, ttnn.from_numpy(zeros, device=device))
    with pytest.raises(ValueError, match="input_tensor_b: DataType::INT32; a product is one of"):
        ttnn.matmul(tile, send(zeros, ttnn.int32, device))
    with pytest.raises(ValueError, match="input_tensor_a: is on the host"):
        ttnn.matmul(tile.cpu(), tile)
    with pytest.raises(
        TypeError, match=r"input_tensor_a: expected ttnn\.Tensor, got numpy.ndarray"
    ):
        ttnn.matmul(zeros, tile)


@pytest.mark.parametrize(
    ("shape_a", "shape_b"),
    [
        ((70,), (70,)),
        ((70,), (70, 40)),
        ((40, 70), (70,)),
        ((2, 40, 70), (70,)),
        ((70,), (2, 70, 5)),
    ],
)
def test_vectors_are_rows_or_columns(
    shape_a: tuple[int, ...],
    shape_b: tuple[int, ...],
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    a, b = operands(random, shape_a, shape_b, ttnn.bfloat16)

    product = ttnn.matmul(send(a, ttnn.bfloat16, device), send(b, ttnn.bfloat16, device))

    exact = a.astype(np.float64) @ b.astype(np.float64)
    assert product.shape == exact.shape
    np.testing.assert_allclose(ttnn.to_numpy(product), exact, rtol=2.0**-8, atol=1e-4)


@pytest.mark.parametrize("dtype", [ttnn.bfloat16, ttnn.float32])
@pytest.mark.parametrize("transpose_b", [False, True])
@pytest.mark.parametrize("transpose_a", [False, True])
def test_operands_may_be_transposed(
    transpose_a: bool,
    transpose_b: bool,
    dtype: ttnn.DataType,
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    a, b = operands(random, (2, 50, 70), (2, 70, 40), dtype)
    first = np.swapaxes(a, -1, -2) if transpose_a else a
    second = np.swapaxes(b, -1, -2) if transpose_b else b

    product = ttnn.matmul(
        send(first, dtype, device),
        send(second, dtype, device),
        transpose_a=transpose_a,
        transpose_b=transpose_b,
    )

    assert_product(product, a, b, dtype)


@pytest.mark.parametrize("dtype_b", [ttnn.bfloat16, ttnn.float32, ttnn.bfloat8_b, ttnn.bfloat4_b])
@pytest.mark.parametrize("dtype_a", [ttnn.bfloat16, ttnn.float32, ttnn.bfloat8_b])
def test_operands_may_be_of_different_floats(
    dtype_a: ttnn.DataType,
    dtype_b: ttnn.DataType,
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    a, b = operands(random, (40, 50), (50, 60), ttnn.float32)
    first, second = send(a, dtype_a, device), send(b, dtype_b, device)

    product = ttnn.matmul(first, second, dtype=ttnn.float32)

    assert_product(product, ttnn.to_numpy(first), ttnn.to_numpy(second), ttnn.float32)


def test_padding_does_not_count(device: ttnn.Device, random: np.random.Generator) -> None:
    """The reciprocal of the padding is infinite."""
    a, b = (1 + random.random((5, 5)).astype(np.float32) for _ in range(2))

    product = ttnn.matmul(
        ttnn.reciprocal(send(a, ttnn.float32, device)), send(b, ttnn.float32, device)
    )

    np.testing.assert_allclose(ttnn.to_numpy(product), (1 / a) @ b, rtol=2.0**-9)


@pytest.mark.parametrize("activation", [None, "relu", ttnn.UnaryOpType.SILU, "sigmoid"])
@pytest.mark.parametrize("has_bias", [False, True])
def test_linear_adds_a_bias_and_applies_a_function_before_it_rounds(
    has_bias: bool, activation: object, device: ttnn.Device, random: np.random.Generator
) -> None:
    a, b = operands(random, (2, 40, 70), (70, 100), ttnn.bfloat16)
    bias = to_bfloat16(random.standard_normal((1, 100), dtype=np.float32))

    result = ttnn.linear(
        send(a, ttnn.bfloat16, device),
        send(b, ttnn.bfloat16, device),
        bias=send(bias, ttnn.bfloat16, device) if has_bias else None,
        activation=activation,
    )

    exact = a.astype(np.float64) @ b.astype(np.float64) + (bias if has_bias else 0)
    exact = {
        None: exact,
        "relu": np.maximum(exact, 0),
        "sigmoid": 1 / (1 + np.exp(-exact)),
        ttnn.UnaryOpType.SILU: exact / (1 + np.exp(-exact)),
    }[activation]
    np.testing.assert_allclose(ttnn.to_numpy(result), exact, rtol=2.0**-8, atol=1e-4)


def test_addmm_adds_a_multiple(device: ttnn.Device, random: np.random.Generator) -> None:
    a, b = operands(random, (40, 70), (70, 50), ttnn.bfloat16)
    c = to_bfloat16(random.standard_normal((40, 50), dtype=np.float32))
    arguments = [send(x, ttnn.bfloat16, device) for x in (c, a, b)]

    result = ttnn.addmm(*arguments, alpha=0.5, beta=2.0)
    without = ttnn.addmm(*arguments, beta=0.0)

    product = a.astype(np.float64) @ b.astype(np.float64)
    np.testing.assert_allclose(
        ttnn.to_numpy(result), 0.5 * product + 2 * c, rtol=2.0**-8, atol=1e-4
    )
    np.testing.assert_allclose(ttnn.to_numpy(without), product, rtol=2.0**-8, atol=1e-4)


@pytest.mark.parametrize("strategy", ttnn.ShardStrategy)
def test_operands_and_result_may_be_sharded(
    strategy: ttnn.ShardStrategy, device: ttnn.Device, random: np.random.Generator
) -> None:
    a, b = operands(random, (128, 128), (128, 128), ttnn.bfloat16)
    config = ttnn.create_sharded_memory_config((128, 128), ttnn.CoreGrid(x=2, y=2), strategy)

    product = ttnn.matmul(
        send(a, ttnn.bfloat16, device, memory_config=config),
        send(b, ttnn.bfloat16, device, memory_config=config),
        memory_config=config,
    )

    assert product.memory_config() == config
    assert_product(product, a, b, ttnn.bfloat16)


def test_a_result_may_be_written_to_a_tensor(
    device: ttnn.Device, random: np.random.Generator
) -> None:
    a, b = operands(random, (40, 70), (70, 50), ttnn.bfloat16)
    first, second = send(a, ttnn.bfloat16, device), send(b, ttnn.bfloat16, device)
    output = send(np.zeros((40, 50), np.float32), ttnn.float32, device)

    result = ttnn.matmul(first, second, optional_output_tensor=output)

    assert result.buffer_address() == output.buffer_address()
    assert_product(output, a, b, ttnn.float32)
    with pytest.raises(ValueError, match=r"optional_output_tensor: Shape.*the product is of"):
        ttnn.matmul(first, first, transpose_b=True, optional_output_tensor=output)
    with pytest.raises(ValueError, match="optional_output_tensor: DataType::FLOAT32; dtype is"):
        ttnn.matmul(first, second, dtype=ttnn.bfloat16, optional_output_tensor=output)


CONFIG = {
    "compute_with_storage_grid_size": (2, 2),
    "in0_block_w": 2,
    "out_subblock_h": 2,
    "out_subblock_w": 1,
    "per_core_M": 4,
    "per_core_N": 2,
}


@pytest.mark.parametrize(
    "config",
    [
        ttnn.MatmulMultiCoreReuseProgramConfig(**CONFIG),
        ttnn.MatmulMultiCoreReuseMultiCastProgramConfig(**CONFIG, transpose_mcast=False),
        ttnn.MatmulMultiCoreReuseMultiCast1DProgramConfig(
            **CONFIG, fuse_batch=True, mcast_in0=True
        ),
        ttnn.MatmulMultiCoreReuseMultiCastDRAMShardedProgramConfig(
            in0_block_w=2, per_core_M=4, per_core_N=2
        ),
    ],
    ids=lambda config: type(config).__name__,
)
def test_program_configurations_do_not_change_results(
    config: object, device: ttnn.Device, random: np.random.Generator
) -> None:
    a, b = operands(random, (256, 128), (128, 128), ttnn.bfloat16)
    first, second = send(a, ttnn.bfloat16, device), send(b, ttnn.bfloat16, device)
    expected = ttnn.to_numpy(ttnn.matmul(first, second))

    result = ttnn.matmul(first, second, program_config=config)

    np.testing.assert_array_equal(ttnn.to_numpy(result), expected)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"in0_block_w": 0}, "in0_block_w: 0; a size is at least 1"),
        ({"per_core_M": 3}, "out_subblock_h: 2; per_core_M, 3, must be a multiple of it"),
        ({"out_subblock_h": 4, "out_subblock_w": 4, "per_core_N": 4}, "hold 8 tiles"),
    ],
)
def test_impossible_configurations_are_refused(changes: dict[str, int], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        ttnn.MatmulMultiCoreReuseProgramConfig(**CONFIG | changes)


def test_fidelity_is_what_is_asked_for(device: ttnn.Device) -> None:
    a = send(np.full((32, 32), 1 + 2.0**-7, np.float32), ttnn.bfloat16, device)

    low = ttnn.matmul(
        a,
        a,
        dtype=ttnn.float32,
        compute_kernel_config=ttnn.WormholeComputeKernelConfig(
            math_fidelity=ttnn.MathFidelity.LoFi, fp32_dest_acc_en=True
        ),
    )

    assert (ttnn.to_numpy(low) < 32 * (1 + 2.0**-7) ** 2).all()
    assert (ttnn.to_numpy(ttnn.matmul(a, a, dtype=ttnn.float32)) == 32 * (1 + 2.0**-7) ** 2).all()
