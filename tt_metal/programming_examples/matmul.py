# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""A matrix product on one core, then on all: each makes some tiles of it, one after the other."""

import numpy as np
from parts import (
    READER,
    WRITER,
    compare,
    empty_tensor,
    kernel,
    random_tensor,
    split_tiles,
    tile_buffer,
)

import ttnn

M, K, N = 4, 8, 6
"""In tiles."""
SIDE = ttnn.TILE_SIZE


def product_on(
    cores: ttnn.CoreRangeSet,
    runs: ttnn.RuntimeArgs,
    counts: ttnn.RuntimeArgs,
    a: ttnn.Tensor,
    b: ttnn.Tensor,
) -> ttnn.Tensor:
    """Runs the program on these cores."""
    product = empty_tensor(a.device(), M * SIDE, N * SIDE)
    program = ttnn.ProgramDescriptor(
        kernels=[
            kernel(
                "matmul_read",
                cores,
                READER,
                compile_time_args=[K, N],
                runtime_args=runs,
                common_runtime_args=[a.buffer_address(), b.buffer_address()],
            ),
            kernel(
                "matmul_tiles",
                cores,
                ttnn.ComputeConfigDescriptor(fp32_dest_acc_en=True),
                compile_time_args=[K],
                runtime_args=counts,
            ),
            kernel(
                "write_tiles",
                cores,
                WRITER,
                runtime_args=runs,
                common_runtime_args=[product.buffer_address()],
            ),
        ],
        cbs=[tile_buffer(index, cores) for index in (0, 1, 16)],
    )
    return ttnn.generic_op([a, b, product], program)


with ttnn.manage_device(device_id=0) as device:
    a = random_tensor(device, M * SIDE, K * SIDE, seed=1)
    b = random_tensor(device, K * SIDE, N * SIDE, seed=2)
    # Sums are of float32 in DST; the result is rounded to the 8 bits of bfloat16.
    exact = ttnn.to_numpy(a).astype(np.float64) @ ttnn.to_numpy(b)

    one = ttnn.CoreCoord(0, 0)
    whole = ttnn.CoreRangeSet(one), [(one, [0, M * N])], [(one, [M * N])]
    compare("product on 1 core", product_on(*whole, a, b), exact, tolerance=2**-8)

    cores, runs, counts = split_tiles(device, M * N)
    title = f"product on {cores.num_cores()} cores"
    compare(title, product_on(cores, runs, counts, a, b), exact, tolerance=2**-8)
