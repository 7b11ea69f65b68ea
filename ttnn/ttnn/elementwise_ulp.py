# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""How far a result is from the exact number, in units of what is stored."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

import ttnn

Doubles = NDArray[np.float64]

# Bits of a mantissa with the one in front.
_SIGNIFICANT = {
    ttnn.float32: 24,
    ttnn.bfloat16: 8,
    ttnn.bfloat8_b: 7,
    ttnn.bfloat4_b: 3,
}
_SMALLEST_EXPONENT = -126
_LARGEST_EXPONENT = 127
_GROUP = 16  # elements of a block float that share an exponent


def error_in_units(result: np.ndarray, exact: Doubles, dtype: ttnn.DataType) -> Doubles:
    """Returns the distance of each element; 0 where NaN meets NaN, or both are too large.

    The unit is that of the last place of the exact number; in a block float, of the largest number
    that shares an exponent with it.
    """
    bits = _SIGNIFICANT[dtype]
    _, exponent = np.frexp(exact)  # of 0.5 to 1
    if dtype in (ttnn.bfloat8_b, ttnn.bfloat4_b):
        exponent = _shared(exponent)
    unit = np.ldexp(1.0, np.maximum(exponent - 1, _SMALLEST_EXPONENT) - (bits - 1))
    # To nearest even, numbers from here on become infinite.
    beyond = np.abs(exact) >= np.ldexp(2 - 2.0**-bits, _LARGEST_EXPONENT)
    with np.errstate(invalid="ignore"):
        agree = (np.isnan(exact) & np.isnan(result)) | (
            beyond & (result == np.sign(exact) * np.inf)
        )
        return np.where(agree, 0, np.nan_to_num(np.abs(result - exact) / unit, nan=np.inf))


def _shared(exponent: np.ndarray) -> np.ndarray:
    """The largest exponent of each group along the last dimension."""
    flat = np.atleast_1d(exponent)
    width = flat.shape[-1]
    padding = [(0, 0)] * (flat.ndim - 1) + [(0, -width % _GROUP)]
    groups = np.pad(flat, padding, constant_values=-1000).reshape(*flat.shape[:-1], -1, _GROUP)
    largest = np.repeat(groups.max(axis=-1), _GROUP, axis=-1)[..., :width]
    return largest.reshape(exponent.shape)
