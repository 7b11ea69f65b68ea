// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[out] = DST[a] shifted by DST[b]; by less than 0 or more than 31: 0.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_BINARY_OF(binary_left_shift_tile, k_left_shift)
SFPU_BINARY_INTEGERS(binary_left_shift, _tile, k_left_shift)
SFPU_BINARY_OF(binary_right_shift_tile, k_right_shift)
SFPU_BINARY_INTEGERS(binary_right_shift, _tile, k_right_shift)
SFPU_BINARY_OF(binary_logical_right_shift_tile, k_logical_right_shift)
SFPU_BINARY_INTEGERS(binary_logical_right_shift, _tile, k_logical_right_shift)

template <auto...>
inline void binary_shift_tile_init(auto...) {}

}  // namespace ckernel
