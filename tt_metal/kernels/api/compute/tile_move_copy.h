// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Tiles from a circular buffer to DST, unchanged. 32-bit formats stay exact when DST is 32-bit.
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/compute_hart.h"

inline void copy_tile_to_dst_init_short([[maybe_unused]] uint32_t in_cb) {}
inline void copy_tile_init([[maybe_unused]] uint32_t in_cb) {}

// DST[dst] = tile `in_tile` from the front of `in_cb`.
inline void copy_tile(uint32_t in_cb, uint32_t in_tile, uint32_t dst) {
    if constexpr (kUnpacks) {
        tt::hw::issue<tt::hw::TensixOp::kUnpackA>(in_cb, in_tile);
    }
    if constexpr (kDoesMath) {
        tt::hw::issue<tt::hw::TensixOp::kMathCopy>(dst);
    }
}
