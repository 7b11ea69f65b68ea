// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Remainders of Int32: with the sign of the divisor (remainder), or of the dividend (fmod).
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_BINARY(remainder_int32_tile, k_remainder, Int32)
SFPU_BINARY(fmod_int32_tile, k_fmod, Int32)

}  // namespace ckernel
