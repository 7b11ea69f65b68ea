// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// 1 - tanh(x)^2.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY(tanh_derivative_tile, k_tanh_derivative, Float32)

}  // namespace ckernel
