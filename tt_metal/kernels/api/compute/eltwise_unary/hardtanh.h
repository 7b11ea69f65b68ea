// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// x within limits. Parameters: low and high limit, as bits of floats.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY_WITH_2(hardtanh_tile, k_clamp, Float32)

}  // namespace ckernel
