// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Tiles out of row-major strips: 32 rows of a matrix, side by side as in memory.
#pragma once

#include <stdint.h>

#include "api/compute/pack.h"
#include "api/compute/reg_api.h"
#include "tt_metal/kernels/internal/compute_hart.h"

inline void tilize_init([[maybe_unused]] uint32_t in_cb, [[maybe_unused]] uint32_t strip_tiles,
                        [[maybe_unused]] uint32_t out_cb) {}
inline void tilize_uninit([[maybe_unused]] uint32_t in_cb, [[maybe_unused]] uint32_t out_cb) {}

// DST[dst] = tile number `column` of the strip, `strip_tiles` wide, at the front of `in_cb`.
inline void tilize_tile(uint32_t in_cb, uint32_t strip_tiles, uint32_t column, uint32_t dst) {
    if constexpr (kUnpacks) {
        tt::hw::issue<tt::hw::TensixOp::kUnpackTilize>(in_cb | strip_tiles << 8, column);
    }
    if constexpr (kDoesMath) {
        tt::hw::issue<tt::hw::TensixOp::kMathCopy>(dst);
    }
}

// A whole strip at the front of `in_cb` to as many tiles at the back of `out_cb`. The caller waits,
// reserves, pushes and pops; DST is used and left free.
inline void tilize_block(uint32_t in_cb, uint32_t strip_tiles, uint32_t out_cb) {
    for (uint32_t column = 0; column < strip_tiles; ++column) {
        tile_regs_acquire();
        tilize_tile(in_cb, strip_tiles, column, 0);
        tile_regs_commit();
        tile_regs_wait();
        pack_tile(0, out_cb);
        tile_regs_release();
    }
}
