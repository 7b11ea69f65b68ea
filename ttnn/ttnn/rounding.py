# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Rounding by another way than the product's, for expected values. For tests only."""

from __future__ import annotations

import ml_dtypes
import numpy as np


def to_bfloat16(values: np.ndarray) -> np.ndarray:
    """Rounds to the nearest bfloat16, ties to even, and returns it as float32."""
    return values.astype(ml_dtypes.bfloat16).astype(np.float32)


def to_tf32(values: np.ndarray) -> np.ndarray:
    """Rounds float32 to 11 significant bits, ties to even, and returns it as float32."""
    mantissa, exponent = np.frexp(values)
    return np.ldexp(np.rint(np.ldexp(mantissa, 11)), exponent - 11)
