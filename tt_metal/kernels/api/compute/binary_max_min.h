// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[out] = the larger or the smaller of DST[a] and DST[b].
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_BINARY(binary_max_tile, k_max, Float32)
SFPU_BINARY(binary_max_int32_tile, k_max, Int32)
SFPU_BINARY(binary_max_uint32_tile, k_max, UInt32)
SFPU_BINARY(binary_min_tile, k_min, Float32)
SFPU_BINARY(binary_min_int32_tile, k_min, Int32)
SFPU_BINARY(binary_min_uint32_tile, k_min, UInt32)

}  // namespace ckernel
