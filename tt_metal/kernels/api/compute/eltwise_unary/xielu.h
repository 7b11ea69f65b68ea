// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// An activation of squares and exponentials. Parameters: alpha of positive and of negative x, as
// bits of floats.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY_WITH_2(xielu_tile, k_xielu, Float32)

}  // namespace ckernel
