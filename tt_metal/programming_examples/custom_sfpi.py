# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""A smooth step from 0 to 1, in vector code of its own on the 32 lanes of the vector engine."""

import numpy as np
from parts import compare, empty_tensor, random_tensor, unary_program

import ttnn

EDGES = np.float32([-1, 0.5])

with ttnn.manage_device(device_id=0) as device:
    x = random_tensor(device, 128, 128)
    y = empty_tensor(device, 128, 128)
    bits = EDGES.view(np.uint32)
    ttnn.generic_op([x, y], unary_program("smoothstep", x, y, compile_time_args=bits))

    t = np.clip((ttnn.to_numpy(x) - EDGES[0]) / (EDGES[1] - EDGES[0]), 0, 1)
    compare("smooth step", y, 3 * t**2 - 2 * t**3, tolerance=2**-8)
