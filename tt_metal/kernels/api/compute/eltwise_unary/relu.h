// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Rectifiers. Parameter: limit or slope, as bits of a float (of an integer in those for integers).
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_EACH_FORMAT(SFPU_UNARY, relu_tile, k_relu)
SFPU_EACH_FORMAT(SFPU_UNARY_WITH_1, relu_max_tile, k_relu_max)
SFPU_EACH_FORMAT(SFPU_UNARY_WITH_1, relu_min_tile, k_max)
SFPU_UNARY_WITH_1(leaky_relu_tile, k_leaky_relu, Float32)

}  // namespace ckernel
