// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[out] = DST[a] op DST[b] by the SFPU, in fp32, elementwise.
#pragma once

#include "api/compute/sfpi.h"  // upstream's headers bring it
#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_BINARY(add_binary_tile, k_add, Float32)
SFPU_BINARY(sub_binary_tile, k_sub, Float32)
SFPU_BINARY(mul_binary_tile, k_mul, Float32)
SFPU_BINARY(div_binary_tile, k_div, Float32)
SFPU_BINARY(rsub_binary_tile, k_rsub, Float32)
SFPU_BINARY(power_binary_tile, k_power, Float32)
SFPU_BINARY(eq_binary_tile, k_eq, Float32)
SFPU_BINARY(ne_binary_tile, k_ne, Float32)
SFPU_BINARY(lt_binary_tile, k_lt, Float32)
SFPU_BINARY(le_binary_tile, k_le, Float32)
SFPU_BINARY(gt_binary_tile, k_gt, Float32)
SFPU_BINARY(ge_binary_tile, k_ge, Float32)
SFPU_BINARY(atan2_binary_tile, k_atan2, Float32)
SFPU_BINARY(hypot_binary_tile, k_hypot, Float32)

}  // namespace ckernel
