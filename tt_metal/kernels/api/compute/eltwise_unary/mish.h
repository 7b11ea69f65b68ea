// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// x tanh(log(1 + e^x)).
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY(mish_tile, k_mish, Float32)

}  // namespace ckernel
