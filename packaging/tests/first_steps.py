# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What a user does first: open the device, add and multiply, compare with NumPy.

bfloat16 sums are exact in float32, so the device must give the float32 sum rounded to bfloat16, to
the bit. The matmul accumulates in float32 from operands with 8 bits of mantissa, whose products are
exact; its error is that of summing K terms and of rounding the result once to bfloat16.
"""

import numpy as np

import ttnn

FLOAT32_EPSILON = 2.0**-24
BFLOAT16_EPSILON = 2.0**-8


def to_bfloat16(values):
    """Rounds float32 to the nearest bfloat16, ties to even, kept as float32."""
    bits = values.astype(np.float32).view(np.uint32)
    rounded = bits + 0x7FFF + ((bits >> 16) & 1)
    return (rounded & 0xFFFF0000).view(np.float32)


random = np.random.default_rng(seed=0)
with ttnn.manage_device(device_id=0) as device:

    def send(array, dtype=ttnn.bfloat16):
        """Puts an array on the device, in tiles."""
        return ttnn.from_numpy(array, dtype=dtype, layout=ttnn.TILE_LAYOUT, device=device)

    for shape in [(32, 32), (1, 1), (3, 5), (33, 65), (2, 3, 47, 100)]:
        a, b = (to_bfloat16(random.standard_normal(shape)) for _ in range(2))
        total = ttnn.to_numpy(ttnn.add(send(a), send(b)))
        np.testing.assert_array_equal(total, to_bfloat16(a + b))

        a, b = (random.standard_normal(shape).astype(np.float32) for _ in range(2))
        total = ttnn.to_numpy(ttnn.add(send(a, ttnn.float32), send(b, ttnn.float32)))
        np.testing.assert_array_equal(total, a + b)

    for m, k, n in [(32, 32, 32), (1, 1, 1), (5, 7, 3), (33, 65, 129), (256, 256, 256)]:
        a = to_bfloat16(random.standard_normal((m, k)))
        b = to_bfloat16(random.standard_normal((k, n)))
        product = ttnn.to_numpy(ttnn.matmul(send(a), send(b)))
        exact = a.astype(np.float64) @ b.astype(np.float64)
        magnitude = np.abs(a).astype(np.float64) @ np.abs(b).astype(np.float64)
        bound = k * FLOAT32_EPSILON * magnitude + BFLOAT16_EPSILON * np.abs(exact)
        assert (np.abs(product - exact) <= bound).all(), (m, k, n)

print("all results match NumPy")
