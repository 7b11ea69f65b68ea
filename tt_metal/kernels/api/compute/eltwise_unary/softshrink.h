// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// x less lambda, towards 0. Parameter: lambda, as bits of a float.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY_WITH_1(softshrink_tile, k_softshrink, Float32)

}  // namespace ckernel
