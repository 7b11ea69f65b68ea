# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Every hart of two cores prints a line."""

import os

from parts import READER, WRITER, empty_tensor, kernel

import ttnn

os.environ["TT_METAL_DPRINT_CORES"] = "(0,0),(1,0)"  # read when the device is opened

with ttnn.manage_device(device_id=0) as device:
    cores = ttnn.CoreRange(ttnn.CoreCoord(0, 0), ttnn.CoreCoord(1, 0))
    configs = [READER, WRITER, ttnn.ComputeConfigDescriptor()]
    program = ttnn.ProgramDescriptor(
        kernels=[kernel("say_hello", cores, config) for config in configs]
    )
    ttnn.generic_op([empty_tensor(device, 32, 32)], program)
