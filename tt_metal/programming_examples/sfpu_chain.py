# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Softplus, log(1 + exp(x)), as three functions of the vector engine one after the other in DST."""

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

ONE = 0x3F800000
"""Bits of a float."""
SOFTPLUS = f"exp_tile(0); add_unary_tile(0, {ONE}); log_tile(0)"

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
                "sfpu_chain",
                cores,
                ttnn.ComputeConfigDescriptor(fp32_dest_acc_en=True),
                defines=[("FUNCTIONS", SOFTPLUS)],
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
    exact = np.log1p(np.exp(ttnn.to_numpy(x).astype(np.float64)))
    compare("softplus", y, exact, tolerance=2**-8)
