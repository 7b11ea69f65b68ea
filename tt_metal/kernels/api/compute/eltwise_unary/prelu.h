// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// x where positive, else slope x. Parameter: slope, as bits of a float.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY_WITH_1(prelu_tile, k_leaky_relu, Float32)

}  // namespace ckernel
