// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// scale (x where positive, else alpha (e^x - 1)). Parameters: scale and alpha, as bits of floats.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY_WITH_2(selu_tile, k_selu, Float32)

}  // namespace ckernel
