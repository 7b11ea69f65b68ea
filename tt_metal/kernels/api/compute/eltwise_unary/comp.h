// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// 1 where the comparison holds, else 0: with zero, or with the parameter (bits of the format).
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_EACH_FORMAT(SFPU_UNARY, eqz_tile, k_eqz)
SFPU_EACH_FORMAT(SFPU_UNARY, nez_tile, k_nez)
SFPU_EACH_FORMAT(SFPU_UNARY, ltz_tile, k_ltz)
SFPU_EACH_FORMAT(SFPU_UNARY, lez_tile, k_lez)
SFPU_EACH_FORMAT(SFPU_UNARY, gtz_tile, k_gtz)
SFPU_EACH_FORMAT(SFPU_UNARY, gez_tile, k_gez)
SFPU_EACH_FORMAT(SFPU_UNARY_WITH_1, unary_eq_tile, k_eq)
SFPU_EACH_FORMAT(SFPU_UNARY_WITH_1, unary_ne_tile, k_ne)
SFPU_EACH_FORMAT(SFPU_UNARY_WITH_1, unary_gt_tile, k_gt)
SFPU_EACH_FORMAT(SFPU_UNARY_WITH_1, unary_lt_tile, k_lt)
SFPU_EACH_FORMAT(SFPU_UNARY_WITH_1, unary_ge_tile, k_ge)
SFPU_EACH_FORMAT(SFPU_UNARY_WITH_1, unary_le_tile, k_le)
SFPU_UNARY_WITH_1(unary_max_tile, k_max, Float32)
SFPU_UNARY_WITH_1(unary_max_int32_tile, k_max, Int32)
SFPU_UNARY_WITH_1(unary_max_uint32_tile, k_max, UInt32)
SFPU_UNARY_WITH_1(unary_min_tile, k_min, Float32)
SFPU_UNARY_WITH_1(unary_min_int32_tile, k_min, Int32)
SFPU_UNARY_WITH_1(unary_min_uint32_tile, k_min, UInt32)
SFPU_UNARY_WITH_1(heaviside_tile, k_heaviside, Float32)

}  // namespace ckernel
