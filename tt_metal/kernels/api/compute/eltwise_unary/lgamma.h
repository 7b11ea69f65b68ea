// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Logarithm of |gamma(x)|, and the derivatives of log(gamma(x)).
// Parameter: the order, as bits of a float.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY(lgamma_tile, k_lgamma, Float32)
SFPU_UNARY(digamma_tile, k_digamma, Float32)
SFPU_UNARY_WITH_1(polygamma_tile, k_polygamma, Float32)

}  // namespace ckernel
