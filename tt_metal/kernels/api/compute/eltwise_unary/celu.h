// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// x where positive, else alpha (e^(x/alpha) - 1). Parameters: alpha and, unused, 1/alpha, as bits
// of floats.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY_WITH_1_OF_2(celu_tile, k_celu, Float32)

}  // namespace ckernel
