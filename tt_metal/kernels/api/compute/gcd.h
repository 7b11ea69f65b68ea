// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Greatest common divisor of Int32.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_BINARY(gcd_tile, k_gcd, Int32)

}  // namespace ckernel
