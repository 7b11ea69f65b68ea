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
from tt_metal.kernels.tests.sim_chip import Chip, Hart

CORES = [(x, y) for y in range(2) for x in range(2)]


@dataclass(frozen=True)
class Blocking:
    """In tiles."""

    height: int = 2
    width: int = 2
    depth: int = 2


def run_matmul(a: np.ndarray, b: np.ndarray, blocking: Blocking) -> np.ndarray:
    """A batch of products; b may be one matrix for all of them. All tensors lie in DRAM."""
    chip = Chip()
    batch, m, k = a.shape
    n = b.shape[-1]
    height, depth, width = (-(-size // TILE) for size in (m, k, n))
    tile_size = TILE * TILE * a.itemsize
    tiles = [tilize(a), tilize(b)]
    sizes = [len(tiles[0]), len(tiles[1]), batch * height * width]
    buffers = [
        InterleavedBuffer(chip, 0x100000 * i, tile_size, size, is_dram=True)
        for i, size in enumerate(sizes)
    ]
    buffers[0].write(tiles[0].tobytes())
    buffers[1].write(tiles[1].tobytes())
    strides = [height * depth, depth * width if b.ndim == 3 else 0]

    shape = [blocking.height, blocking.width]
    blocks_per_matrix = math.ceil(height / blocking.height) * math.ceil(width / blocking.width)
    runs = split(batch * blocks_per_matrix, CORES)
    operands = [buffers[0].address, 1, strides[0], buffers[1].address, 1, strides[1]]
    problem = [height, depth, width, *shape, blocking.depth]
    output = [buffers[2].address, 1, height, width, *shape]
    formats = FORMATS[a.dtype]
    pages = {
        0: blocking.height * blocking.depth,
        1: blocking.depth * blocking.width,
        16: blocking.height * blocking.width,
    }
    Program(
        [
            Kernel(
                "reader_matmul",
                [Hart.NCRISC],
                {core: [*operands, *problem, *run] for core, run in runs.items()},
            ),
            Kernel(
                "compute_matmul",
                COMPUTE_HARTS,
                {core: [*problem, *run] for core, run in runs.items()},
            ),
            Kernel(
                "writer_matmul",
                [Hart.BRISC],
                {core: [*output, *run] for core, run in runs.items()},
            ),
        ],
        [CircularBuffer(index, 2 * count, tile_size, formats) for index, count in pages.items()],
        fp32_dest_acc=True,
    ).run(chip)

    result = np.frombuffer(buffers[2].read(), a.dtype)
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
