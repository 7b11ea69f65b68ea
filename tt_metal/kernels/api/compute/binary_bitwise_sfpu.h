// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[out] = DST[a] op DST[b], bit by bit.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

SFPU_BINARY_OF(bitwise_and_binary_tile, k_bitwise_and)
SFPU_BINARY(bitwise_and_uint32_binary_tile, k_bitwise_and, UInt32)
SFPU_BINARY(bitwise_and_uint16_binary_tile, k_bitwise_and, UInt16)
SFPU_BINARY_OF(bitwise_or_binary_tile, k_bitwise_or)
SFPU_BINARY(bitwise_or_uint32_binary_tile, k_bitwise_or, UInt32)
SFPU_BINARY(bitwise_or_uint16_binary_tile, k_bitwise_or, UInt16)
SFPU_BINARY_OF(bitwise_xor_binary_tile, k_bitwise_xor)
SFPU_BINARY(bitwise_xor_uint32_binary_tile, k_bitwise_xor, UInt32)
SFPU_BINARY(bitwise_xor_uint16_binary_tile, k_bitwise_xor, UInt16)

template <auto...>
inline void binary_bitwise_tile_init(auto...) {}
