# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""One core copies a tensor from DRAM to DRAM, tile by tile through its own L1."""

from parts import WRITER, compare, empty_tensor, kernel, num_tiles, random_tensor, tile_buffer

import ttnn

CORE = ttnn.CoreCoord(0, 0)

with ttnn.manage_device(device_id=0) as device:
    source = random_tensor(device, 128, 96)
    target = empty_tensor(device, 128, 96)
    copy = kernel(
        "loopback",
        CORE,
        WRITER,
        runtime_args=[(CORE, [num_tiles(source)])],
        common_runtime_args=[source.buffer_address(), target.buffer_address()],
    )
    program = ttnn.ProgramDescriptor(kernels=[copy], cbs=[tile_buffer(0, CORE, 1)])
    ttnn.generic_op([source, target], program)

    compare("copy of 12 tiles", target, ttnn.to_numpy(source), tolerance=0)
