# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""All cores add two tensors: each reads its tiles, adds them on the FPU, and writes the sums."""

import numpy as np
from parts import (
    READER,
    WRITER,
    compare,
    empty_tensor,
    kernel,
    num_tiles,
    random_tensor,
    split_tiles,
    tile_buffer,
)

import ttnn

SHAPE = (320, 416)

with ttnn.manage_device(device_id=0) as device:
    a, b = random_tensor(device, *SHAPE, seed=1), random_tensor(device, *SHAPE, seed=2)
    total = empty_tensor(device, *SHAPE)
    cores, runs, counts = split_tiles(device, num_tiles(total))
    program = ttnn.ProgramDescriptor(
        kernels=[
            kernel(
                "read_tiles",
                cores,
                READER,
                compile_time_args=[2],
                runtime_args=runs,
                common_runtime_args=[a.buffer_address(), b.buffer_address()],
            ),
            kernel("add_tiles", cores, ttnn.ComputeConfigDescriptor(), runtime_args=counts),
            kernel(
                "write_tiles",
                cores,
                WRITER,
                runtime_args=runs,
                common_runtime_args=[total.buffer_address()],
            ),
        ],
        cbs=[tile_buffer(index, cores) for index in (0, 1, 16)],
    )
    ttnn.generic_op([a, b, total], program)

    # The sum is rounded once, to the 8 bits of bfloat16.
    exact = ttnn.to_numpy(a).astype(np.float64) + ttnn.to_numpy(b)
    compare(f"sum on {cores.num_cores()} cores", total, exact, tolerance=2**-8)
