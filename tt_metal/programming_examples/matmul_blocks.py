# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""A matrix product in blocks, one for each core of a rectangle.

First every core reads all that it needs; then blocks of A are read by the first core of each row
of cores and sent along it, and blocks of B by the first of each column: each is read once.
"""

import numpy as np
from parts import READER, WRITER, compare, empty_tensor, kernel, random_tensor, tile_buffer

import ttnn

ROWS, COLUMNS = 3, 4
"""Of cores."""
HEIGHT, WIDTH, INNER, STEPS = 2, 2, 2, 3
"""Tiles of a core's block of the product, and of its blocks of A and B; how many of these."""
K, N = INNER * STEPS, COLUMNS * WIDTH
"""Columns of A and B in tiles."""
SIDE = ttnn.TILE_SIZE


def shared_operand(
    device: ttnn.Device,
    operand: str,
    core: ttnn.CoreCoord,
    share: bool,
    a: ttnn.Tensor,
    b: ttnn.Tensor,
    product: ttnn.Tensor,
) -> ttnn.KernelDescriptor:
    """The kernel that brings one operand's blocks to a core; that of B takes the product out."""
    x, y = core.x, core.y
    if operand == "A":
        is_first, first, last = x == 0, (1, y), (COLUMNS - 1, y)
        source, size, columns, start, stride = a, (HEIGHT, INNER), K, y * HEIGHT * K, INNER
        sender = (0, y)
    else:
        is_first, first, last = y == 0, (x, 1), (x, ROWS - 1)
        source, size, columns, start, stride = b, (INNER, WIDTH), N, x * WIDTH, INNER * N
        sender = (x, 0)
    places = [
        device.worker_core_from_logical_core(ttnn.CoreCoord(*place))
        for place in (sender, first, last)
    ]
    receivers = (last[0] - first[0] + 1) * (last[1] - first[1] + 1) if share else 0
    index = "AB".index(operand)
    return kernel(
        "matmul_share_block",
        core,
        (READER, WRITER)[index],
        compile_time_args=[
            *(index, 2 * index, is_first or not share),
            *(*size, columns, STEPS, stride),
            *(HEIGHT, WIDTH, N),
        ],
        runtime_args=[
            (
                core,
                [
                    *(source.buffer_address(), start),
                    *(coordinate for place in places for coordinate in (place.x, place.y)),
                    *(receivers, product.buffer_address(), y * HEIGHT * N + x * WIDTH),
                ],
            )
        ],
    )


def product_of(device: ttnn.Device, a: ttnn.Tensor, b: ttnn.Tensor, *, share: bool) -> ttnn.Tensor:
    """Runs the program, with or without the sending of blocks."""
    product = empty_tensor(device, ROWS * HEIGHT * SIDE, N * SIDE)
    cores = ttnn.CoreRange(ttnn.CoreCoord(0, 0), ttnn.CoreCoord(COLUMNS - 1, ROWS - 1))
    compute = kernel(
        "matmul_block",
        cores,
        ttnn.ComputeConfigDescriptor(fp32_dest_acc_en=True),
        compile_time_args=[HEIGHT, WIDTH, INNER, STEPS],
    )
    program = ttnn.ProgramDescriptor(
        kernels=[
            compute,
            *(
                shared_operand(device, operand, core, share, a, b, product)
                for operand in "AB"
                for core in ttnn.corerange_to_cores(cores)
            ),
        ],
        semaphores=[ttnn.SemaphoreDescriptor(number, cores) for number in range(4)],
        cbs=[
            tile_buffer(0, cores, 2 * HEIGHT * INNER),
            tile_buffer(1, cores, 2 * INNER * WIDTH),
            tile_buffer(16, cores, HEIGHT * WIDTH),
        ],
    )
    return ttnn.generic_op([a, b, product], program)


with ttnn.manage_device(device_id=0) as device:
    a = random_tensor(device, ROWS * HEIGHT * SIDE, K * SIDE, seed=1)
    b = random_tensor(device, K * SIDE, N * SIDE, seed=2)
    # Sums are of float32 in DST; the result is rounded to the 8 bits of bfloat16.
    exact = ttnn.to_numpy(a).astype(np.float64) @ ttnn.to_numpy(b)

    compare("each core reads", product_of(device, a, b, share=False), exact, tolerance=2**-8)
    compare("blocks are shared", product_of(device, a, b, share=True), exact, tolerance=2**-8)
