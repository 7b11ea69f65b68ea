// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// x within limits. Parameters: low and high limit, as bits of the format.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY_WITH_2(clamp_tile, k_clamp, Float32)
SFPU_UNARY_WITH_2(clamp_tile_int32, k_clamp, Int32)
SFPU_UNARY_WITH_2(clamp_tile_uint16, k_clamp, UInt16)
SFPU_UNARY_WITH_2(clamp_tile_uint32, k_clamp, UInt32)

}  // namespace ckernel
