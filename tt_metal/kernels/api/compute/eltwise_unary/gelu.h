// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// x times the normal distribution up to x; and its approximation by tanh.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY(gelu_tile, k_gelu, Float32)
SFPU_UNARY(gelu_tanh_tile, k_gelu_tanh, Float32)

}  // namespace ckernel
