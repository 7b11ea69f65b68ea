// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// 1 where x is what the name says, else 0.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY(isinf_tile, k_isinf, Float32)
SFPU_UNARY(isposinf_tile, k_isposinf, Float32)
SFPU_UNARY(isneginf_tile, k_isneginf, Float32)
SFPU_UNARY(isnan_tile, k_isnan, Float32)
SFPU_UNARY(isfinite_tile, k_isfinite, Float32)

}  // namespace ckernel
