// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// x and the parameter (bits of the format): x + s, x - s, x * s, x / s, s - x.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

// One init serves them all.
template <auto...>
inline void binop_with_scalar_tile_init(auto...) {}

SFPU_UNARY_WITH_1(add_unary_tile, k_add, Float32)
SFPU_UNARY_WITH_1(sub_unary_tile, k_sub, Float32)
SFPU_UNARY_WITH_1(mul_unary_tile, k_mul, Float32)
SFPU_UNARY_WITH_1(div_unary_tile, k_div, Float32)
SFPU_UNARY_WITH_1(rsub_unary_tile, k_rsub, Float32)
SFPU_UNARY_WITH_1(add_unary_tile_int32, k_add, Int32)
SFPU_UNARY_WITH_1(sub_unary_tile_int32, k_sub, Int32)
SFPU_UNARY_WITH_1(mul_unary_tile_int32, k_mul, Int32)
SFPU_UNARY_WITH_1(rsub_unary_tile_int32, k_rsub, Int32)
SFPU_UNARY_WITH_1(add_unary_tile_uint32, k_add, UInt32)
SFPU_UNARY_WITH_1(sub_unary_tile_uint32, k_sub, UInt32)
SFPU_UNARY_WITH_1(mul_unary_tile_uint32, k_mul, UInt32)
SFPU_UNARY_WITH_1(rsub_unary_tile_uint32, k_rsub, UInt32)

}  // namespace ckernel
