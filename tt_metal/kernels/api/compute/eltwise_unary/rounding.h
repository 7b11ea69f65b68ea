// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// To integers, still as floats. round takes the number of decimals, and ties go to even.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY(floor_tile, k_floor, Float32)
SFPU_UNARY(floor_tile_float32, k_floor, Float32)
SFPU_UNARY(ceil_tile, k_ceil, Float32)
SFPU_UNARY(ceil_tile_float32, k_ceil, Float32)
SFPU_UNARY(trunc_tile, k_trunc, Float32)
SFPU_UNARY(trunc_tile_float32, k_trunc, Float32)
SFPU_UNARY(frac_tile, k_frac, Float32)
SFPU_UNARY(frac_tile_float32, k_frac, Float32)

template <auto...>
inline void round_tile_init(auto...) {}
template <auto...>
inline void round_tile(uint32_t dst, int32_t decimals, int vector_mode = kAllOfTile) {
    sfpu_run<SfpuFunction::k_round>(dst, vector_mode, dst_tile(dst),
                                    sfpu_scalar(static_cast<float>(decimals)));
}

}  // namespace ckernel
