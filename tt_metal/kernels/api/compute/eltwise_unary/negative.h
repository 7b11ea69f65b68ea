// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// -x.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY(negative_tile, k_negative, Float32)
SFPU_UNARY(negative_tile_int32, k_negative, Int32)

}  // namespace ckernel
