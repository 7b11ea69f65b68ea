// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Remainder with the sign of x. Parameters: divisor and, unused, its reciprocal, as bits of floats.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY_WITH_1_OF_2(fmod_tile, k_fmod, Float32)

}  // namespace ckernel
