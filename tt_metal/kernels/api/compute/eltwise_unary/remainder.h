// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Remainder with the sign of the divisor. Parameters: divisor and, unused, its reciprocal, as bits
// of floats.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY_WITH_1_OF_2(remainder_tile, k_remainder, Float32)

}  // namespace ckernel
