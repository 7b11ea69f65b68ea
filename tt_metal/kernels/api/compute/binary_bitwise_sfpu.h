// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[out] = DST[a] op DST[b], bit by bit.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_BINARY_OF(bitwise_and_binary_tile, k_bitwise_and)
SFPU_BINARY_INTEGERS(bitwise_and, _binary_tile, k_bitwise_and)
SFPU_BINARY_OF(bitwise_or_binary_tile, k_bitwise_or)
SFPU_BINARY_INTEGERS(bitwise_or, _binary_tile, k_bitwise_or)
SFPU_BINARY_OF(bitwise_xor_binary_tile, k_bitwise_xor)
SFPU_BINARY_INTEGERS(bitwise_xor, _binary_tile, k_bitwise_xor)

template <auto...>
inline void binary_bitwise_tile_init(auto...) {}

}  // namespace ckernel
