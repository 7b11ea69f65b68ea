// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// 1 where x is 0, else 0.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY(logical_not_tile, k_logical_not, Float32)
SFPU_UNARY(logical_not_unary_tile, k_logical_not, Float32)
SFPU_UNARY(logical_not_tile_int32, k_logical_not, Int32)
SFPU_UNARY(logical_not_tile_uint16, k_logical_not, UInt16)
SFPU_UNARY(logical_not_tile_uint32, k_logical_not, UInt32)
SFPU_UNARY(logical_not_unary_tile_int32, k_logical_not, Int32)
SFPU_UNARY(logical_not_unary_tile_uint16, k_logical_not, UInt16)
SFPU_UNARY(logical_not_unary_tile_uint32, k_logical_not, UInt32)

}  // namespace ckernel
