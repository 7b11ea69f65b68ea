# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The least that shows a working installation: a sum and a product on the device.

For processors that are emulated, on which the simulated device takes a hundred times as long.
"""

import numpy as np

import ttnn

# Small integers, of which sums and products are exact in bfloat16.
a = np.arange(32 * 32, dtype=np.float32).reshape(32, 32) % 3
with ttnn.manage_device(device_id=0) as device:
    on_device = ttnn.from_numpy(a, dtype=ttnn.bfloat16, layout=ttnn.TILE_LAYOUT, device=device)
    np.testing.assert_array_equal(ttnn.to_numpy(ttnn.add(on_device, on_device)), a + a)
    np.testing.assert_array_equal(ttnn.to_numpy(ttnn.matmul(on_device, on_device)), a @ a)

print("all results match NumPy")
