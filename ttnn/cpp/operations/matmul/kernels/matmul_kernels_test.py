# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The kernels of matmul against float64, on shapes that divide into blocks and others."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pytest

from tt_metal.kernels.tests.chip_program import (
    COMPUTE_HARTS,
    FORMATS,
    TILE,
    CircularBuffer,
    InterleavedBuffer,
    Kernel,
    Program,
    bfloat16,
    float32,
    split,
    tilize,
    untilize,
)
from tt_metal.kernels.tests.sim_chip import SFPU_FUNCTIONS, Chip, Hart

CORES = [(x, y) for y in range(2) for x in range(2)]


IS_DRAM = 2  # the flag of an accessor


@dataclass(frozen=True)
class Blocking:
    """In tiles."""

    height: int = 2
    width: int = 2
    depth: int = 2


@dataclass(frozen=True)
class Extras:
    """What a product may have besides its operands."""

    transpose_a: bool = False
    transpose_b: bool = False
    bias: np.ndarray | None = None
    functions: tuple[str, ...] = ()
    padding: float = 0.0  # of the operands


def tiles_of(matrices: np.ndarray, padding: float) -> np.ndarray:
    height, width = matrices.shape[-2:]
    edges = [(0, 0)] * (matrices.ndim - 2) + [(0, -height % TILE), (0, -width % TILE)]
    return tilize(np.pad(matrices, edges, constant_values=padding))


def swapped(matrices: np.ndarray, is_transposed: bool) -> np.ndarray:
    return np.swapaxes(matrices, -1, -2) if is_transposed else matrices


def run_matmul(
    a: np.ndarray, b: np.ndarray, blocking: Blocking, extras: Extras = Extras()
) -> np.ndarray:
    """A batch of products; b may be one matrix for all of them. All tensors lie in DRAM."""
    chip = Chip()
    batch, m, k = swapped(a, extras.transpose_a).shape
    n = swapped(b, extras.transpose_b).shape[-1]
    height, depth, width = (-(-size // TILE) for size in (m, k, n))
    tile_size = TILE * TILE * a.itemsize
    tiles = [tiles_of(a, extras.padding), tiles_of(b, extras.padding)]
    if extras.bias is not None:
        tiles.append(tiles_of(extras.bias[None], extras.padding))

    def buffer(place: int, num_tiles: int) -> InterleavedBuffer:
        return InterleavedBuffer(chip, 0x100000 * place, tile_size, num_tiles, is_dram=True)

    def tensor(buffer: InterleavedBuffer) -> list[int]:
        return [buffer.address, IS_DRAM, tile_size]

    inputs = [buffer(i, len(pages)) for i, pages in enumerate(tiles)]
    for place, pages in zip(inputs, tiles, strict=True):
        place.write(pages.tobytes())
    output = buffer(3, batch * height * width)

    block = blocking.height * blocking.width
    blocks = math.ceil(height / blocking.height) * math.ceil(width / blocking.width)
    runs = split(batch * blocks, CORES)
    problem = [1, batch, height, depth, width, blocking.height, blocking.width, blocking.depth]
    problem += [extras.transpose_a, extras.transpose_b]
    a_strides = [1, height] if extras.transpose_a else [depth, 1]
    b_strides = [1, depth] if extras.transpose_b else [width, 1]
    reader = [*problem, *tensor(inputs[0]), *a_strides, height * depth]
    reader += [*tensor(inputs[1]), *b_strides, depth * width if b.ndim == 3 else 0]
    reader += [len(inputs) - 2, *(word for bias in inputs[2:] for word in tensor(bias))]
    reader += [k - (depth - 1) * TILE]
    steps = [[0, 1, SFPU_FUNCTIONS[name] | 0xF << 12, 0] for name in extras.functions]
    compute = [*problem, len(inputs) - 2, block, len(steps), *(w for step in steps for w in step)]
    pages = {
        0: blocking.height * blocking.depth,
        1: blocking.depth * blocking.width,
        2: blocking.width,
        16: block,
    }
    Program(
        [
            Kernel("reader_matmul", [Hart.NCRISC], runs, reader),
            Kernel("compute_matmul", COMPUTE_HARTS, runs, compute),
            Kernel("writer_matmul", [Hart.BRISC], runs, [*problem, *tensor(output)]),
        ],
        [
            CircularBuffer(index, 2 * count, tile_size, FORMATS[a.dtype])
            for index, count in pages.items()
        ],
        fp32_dest_acc=True,
        unpack_to_dest=False,
    ).run(chip)

    result = np.frombuffer(output.read(), a.dtype)
    return untilize(result, (batch, m, n))


def round_to_tf32(x: np.ndarray) -> np.ndarray:
    """To the 10 bits of mantissa that the FPU takes, to nearest even."""
    bits = x.astype(np.float32).view(np.uint32)
    bits = bits + 0xFFF + ((bits >> 13) & 1)
    return (bits & ~np.uint32(0x1FFF)).view(np.float32)


def check(a: np.ndarray, b: np.ndarray, blocking: Blocking = Blocking()) -> None:
    result = run_matmul(a, b, blocking).astype(np.float64)

    # bfloat16 has fewer bits than TF32, so this changes float32 operands only.
    exact_a, exact_b = (round_to_tf32(x).astype(np.float64) for x in (a, b))
    expected = exact_a @ exact_b
    # Each of K additions in fp32 errs by half a unit of at most the sum of magnitudes; then the
    # result is rounded to its dtype.
    accumulation = a.shape[-1] * 2.0**-24 * (np.abs(exact_a) @ np.abs(exact_b))
    rounding = np.abs(expected) * (2.0**-8 if a.dtype == bfloat16 else 2.0**-24)
    assert np.all(np.abs(result - expected) <= accumulation + 1.01 * rounding)


def operands(dtype: np.dtype, *shapes: tuple[int, ...]) -> list[np.ndarray]:
    rng = np.random.default_rng(sum(map(math.prod, shapes)))
    return [rng.standard_normal(shape).astype(dtype) for shape in shapes]


@pytest.mark.parametrize("dtype", [bfloat16, float32], ids=str)
@pytest.mark.parametrize(
    ("m", "k", "n"),
    [
        (32, 32, 32),
        (1, 1, 1),
        (64, 64, 64),
        (33, 65, 97),
        (160, 96, 224),
        (7, 300, 5),
        (300, 7, 50),
    ],
)
def test_product(dtype: np.dtype, m: int, k: int, n: int) -> None:
    check(*operands(dtype, (1, m, k), (1, k, n)))


@pytest.mark.parametrize("b_batch", [(3,), ()], ids=["each", "shared"])
def test_batch(b_batch: tuple[int, ...]) -> None:
    check(*operands(bfloat16, (3, 70, 40), (*b_batch, 40, 100)))


@pytest.mark.parametrize(
    "blocking",
    [Blocking(1, 1, 1), Blocking(1, 4, 3), Blocking(4, 1, 1), Blocking(2, 2, 8)],
    ids=str,
)
def test_every_blocking_gives_the_same_bits(blocking: Blocking) -> None:
    a, b = operands(float32, (2, 100, 150), (2, 150, 180))

    expected = run_matmul(a, b, Blocking(2, 2, 2))

    np.testing.assert_array_equal(run_matmul(a, b, blocking), expected)


@pytest.mark.parametrize("transpose_b", [False, True])
@pytest.mark.parametrize("transpose_a", [False, True])
@pytest.mark.parametrize("k", [20, 64, 100])
def test_operands_may_be_transposed(k: int, transpose_a: bool, transpose_b: bool) -> None:
    a, b = operands(float32, (2, 70, k), (2, k, 40))
    expected = run_matmul(a, b, Blocking())

    result = run_matmul(
        swapped(a, transpose_a),
        swapped(b, transpose_b),
        Blocking(),
        Extras(transpose_a, transpose_b),
    )

    np.testing.assert_array_equal(result, expected)


@pytest.mark.parametrize("dtype", [bfloat16, float32], ids=str)
@pytest.mark.parametrize("transposed", [False, True])
@pytest.mark.parametrize("k", [1, 16, 20, 45])
def test_what_lies_beyond_the_matrices_does_not_count(
    k: int, transposed: bool, dtype: np.dtype
) -> None:
    a, b = operands(dtype, (1, 40, k), (1, k, 40))
    expected = run_matmul(a, b, Blocking())

    result = run_matmul(
        swapped(a, transposed),
        swapped(b, transposed),
        Blocking(),
        Extras(transposed, transposed, padding=np.nan),
    )

    np.testing.assert_array_equal(result, expected)


@pytest.mark.parametrize("blocking", [Blocking(1, 3, 2), Blocking(3, 1, 1)], ids=str)
def test_bias_and_functions_come_before_the_rounding(blocking: Blocking) -> None:
    a, b, bias = operands(bfloat16, (2, 70, 40), (2, 40, 130), (1, 130))
    exact = a.astype(np.float64) @ b.astype(np.float64) + bias.astype(np.float64)

    result = run_matmul(a, b, blocking, Extras(bias=bias, functions=("relu", "square")))

    expected = np.square(np.maximum(exact, 0))
    # One rounding, and little before it.
    np.testing.assert_allclose(result.astype(np.float64), expected, rtol=2.0**-8, atol=1e-4)
