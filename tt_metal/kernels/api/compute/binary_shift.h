// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[out] = DST[a] shifted by DST[b]; by less than 0 or more than 31: 0.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

SFPU_BINARY_OF(binary_left_shift_tile, k_left_shift)
SFPU_BINARY(binary_left_shift_int32_tile, k_left_shift, Int32)
SFPU_BINARY(binary_left_shift_uint32_tile, k_left_shift, UInt32)
SFPU_BINARY_OF(binary_right_shift_tile, k_right_shift)
SFPU_BINARY(binary_right_shift_int32_tile, k_right_shift, Int32)
SFPU_BINARY(binary_right_shift_uint32_tile, k_right_shift, UInt32)
SFPU_BINARY_OF(binary_logical_right_shift_tile, k_logical_right_shift)
SFPU_BINARY(binary_logical_right_shift_int32_tile, k_logical_right_shift, Int32)
SFPU_BINARY(binary_logical_right_shift_uint32_tile, k_logical_right_shift, UInt32)

template <auto...>
inline void binary_shift_tile_init(auto...) {}
