// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[out] = DST[a] op DST[b] by the SFPU, in fp32, elementwise.
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/compute_hart.h"

template <tt::hw::ElementwiseOp kOp>
inline void sfpu_binary_tile(uint32_t a, uint32_t b, uint32_t out) {
    if constexpr (kDoesMath) {
        tt::hw::issue<tt::hw::TensixOp::kSfpuBinary>(a | b << 8 | out << 16,
                                                     static_cast<uint32_t>(kOp));
    }
}

inline void add_binary_tile_init() {}
inline void sub_binary_tile_init() {}
inline void mul_binary_tile_init() {}

inline void add_binary_tile(uint32_t a, uint32_t b, uint32_t out) {
    sfpu_binary_tile<tt::hw::ElementwiseOp::kAdd>(a, b, out);
}
inline void sub_binary_tile(uint32_t a, uint32_t b, uint32_t out) {
    sfpu_binary_tile<tt::hw::ElementwiseOp::kSubtract>(a, b, out);
}
inline void mul_binary_tile(uint32_t a, uint32_t b, uint32_t out) {
    sfpu_binary_tile<tt::hw::ElementwiseOp::kMultiply>(a, b, out);
}
