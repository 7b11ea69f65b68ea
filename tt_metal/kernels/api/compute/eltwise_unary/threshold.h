// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// x above the threshold, else the value. Parameters: threshold and value, as bits of floats.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY_WITH_2(threshold_tile, k_threshold, Float32)

}  // namespace ckernel
