// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[out] = DST[a] * DST[b] of integers, wrapping.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_BINARY_OF(mul_int_tile, k_mul)
SFPU_BINARY_INTEGERS(mul, _tile, k_mul)

}  // namespace ckernel
