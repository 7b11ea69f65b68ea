// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Circular and hyperbolic functions and their inverses.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY(sin_tile, k_sin, Float32)
SFPU_UNARY(cos_tile, k_cos, Float32)
SFPU_UNARY(tan_tile, k_tan, Float32)
SFPU_UNARY(asin_tile, k_asin, Float32)
SFPU_UNARY(acos_tile, k_acos, Float32)
SFPU_UNARY(atan_tile, k_atan, Float32)
SFPU_UNARY(sinh_tile, k_sinh, Float32)
SFPU_UNARY(cosh_tile, k_cosh, Float32)
SFPU_UNARY(asinh_tile, k_asinh, Float32)
SFPU_UNARY(acosh_tile, k_acosh, Float32)
SFPU_UNARY(atanh_tile, k_atanh, Float32)

}  // namespace ckernel
