# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""A smooth step from 0 to 1, in vector code of its own on the 32 lanes of the vector engine."""

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

EDGES = np.float32([-1, 0.5])

with ttnn.manage_device(device_id=0) as device:
    x = random_tensor(device, 128, 128)
    y = empty_tensor(device, 128, 128)
    cores, runs, counts = split_tiles(device, num_tiles(y))
    program = ttnn.ProgramDescriptor(
        kernels=[
            kernel(
                "read_tiles",
                cores,
                READER,
                compile_time_args=[1],
                runtime_args=runs,
                common_runtime_args=[x.buffer_address()],
            ),
            kernel(
                "smoothstep",
                cores,
                ttnn.ComputeConfigDescriptor(fp32_dest_acc_en=True),
                compile_time_args=EDGES.view(np.uint32),
                runtime_args=counts,
            ),
            kernel(
                "write_tiles",
                cores,
                WRITER,
                runtime_args=runs,
                common_runtime_args=[y.buffer_address()],
            ),
        ],
        cbs=[tile_buffer(index, cores) for index in (0, 16)],
    )
    ttnn.generic_op([x, y], program)

    # DST holds float32; only the result is rounded to the 8 bits of bfloat16.
    t = np.clip((ttnn.to_numpy(x) - EDGES[0]) / (EDGES[1] - EDGES[0]), 0, 1)
    compare("smooth step", y, 3 * t**2 - 2 * t**3, tolerance=2**-8)
