# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Softplus, log(1 + exp(x)), as three functions of the vector engine one after the other in DST."""

import numpy as np
from parts import compare, empty_tensor, random_tensor, unary_program

import ttnn

ONE = 0x3F800000
"""Bits of a float."""
SOFTPLUS = f"exp_tile(0); add_unary_tile(0, {ONE}); log_tile(0)"

with ttnn.manage_device(device_id=0) as device:
    x = random_tensor(device, 128, 128)
    y = empty_tensor(device, 128, 128)
    ttnn.generic_op([x, y], unary_program("sfpu_chain", x, y, defines=[("FUNCTIONS", SOFTPLUS)]))

    exact = np.log1p(np.exp(ttnn.to_numpy(x).astype(np.float64)))
    compare("softplus", y, exact, tolerance=2**-8)
