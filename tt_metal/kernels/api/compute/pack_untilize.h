// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Tiles out of DST into row-major strips, 32 rows high.
//
// Upstream's template arguments: `block_ct_dim` tiles at a time, of `full_ct_dim` in a strip;
// block number `block_c_index` of it. There are only whole tiles here, so the arguments for others
// must have these values.
#pragma once

#include <stdint.h>

#include "api/compute/common.h"
#include "tt_metal/hw/data_format.h"
#include "tt_metal/kernels/internal/fpu.h"

namespace ckernel {

// DST[dst] becomes tile number `column` of strip number `strip`, `strip_tiles` wide, counted from
// the back of `out_cb`.
inline void pack_untilize_tile([[maybe_unused]] uint32_t dst, [[maybe_unused]] uint32_t out_cb,
                               [[maybe_unused]] uint32_t strip_tiles,
                               [[maybe_unused]] uint32_t column,
                               [[maybe_unused]] uint32_t strip = 0) {
    if constexpr (kPacks) {
        tt::hw::issue<tt::hw::TensixOp::kPackUntilize>(dst | column << 8,
                                                       out_cb | strip_tiles << 8 | strip << 20);
    }
}

// ── From DST, which the caller owns ──

template <uint32_t block_ct_dim = 8, uint32_t full_ct_dim = block_ct_dim, bool diagonal = false,
          bool narrow_row = false, uint32_t row_num_datums = tt::hw::kTileWidth>
inline void pack_untilize_dest_init(uint32_t, uint32_t = tt::hw::kFaceHeight, uint32_t = 4) {
    static_assert(!diagonal && !narrow_row && row_num_datums == tt::hw::kTileWidth,
                  "only whole tiles can be packed into strips");
}

// Strip number r, for each r below `block_rt_dim`, from the r-th run of block_ct_dim tiles of DST.
template <uint32_t block_ct_dim = 8, uint32_t full_ct_dim = block_ct_dim, bool diagonal = false,
          bool narrow_row = false, uint32_t row_num_datums = tt::hw::kTileWidth>
inline void pack_untilize_dest(uint32_t out_cb, uint32_t block_rt_dim = 1,
                               uint32_t block_c_index = 0, uint32_t = tt::hw::kFaceHeight,
                               uint32_t = 4, uint32_t first_dst = 0) {
    static_assert(!diagonal && !narrow_row && row_num_datums == tt::hw::kTileWidth,
                  "only whole tiles can be packed into strips");
    for (uint32_t strip = 0; strip < block_rt_dim; ++strip) {
        for (uint32_t i = 0; i < block_ct_dim; ++i) {
            pack_untilize_tile(first_dst + strip * block_ct_dim + i, out_cb, full_ct_dim,
                               block_c_index * block_ct_dim + i, strip);
        }
    }
}

// ── From a circular buffer ──

template <uint32_t block_ct_dim = 8, uint32_t full_ct_dim = block_ct_dim>
inline void pack_untilize_init(uint32_t, uint32_t) {}

// The caller waits, reserves, pushes and pops; DST is used and left free.
template <uint32_t block_ct_dim = 8, uint32_t full_ct_dim = block_ct_dim>
inline void pack_untilize_block(uint32_t in_cb, uint32_t block_rt_dim, uint32_t out_cb,
                                uint32_t block_c_index = 0) {
    for (uint32_t strip = 0; strip < block_rt_dim; ++strip) {
        tile_regs_acquire();
        for (uint32_t i = 0; i < block_ct_dim; ++i) {
            fpu_unpack(in_cb, strip * block_ct_dim + i);
            fpu_copy(i);
        }
        tile_regs_commit();
        tile_regs_wait();
        for (uint32_t i = 0; i < block_ct_dim; ++i) {
            pack_untilize_tile(i, out_cb, full_ct_dim, block_c_index * block_ct_dim + i, strip);
        }
        tile_regs_release();
    }
}

inline void pack_untilize_uninit(uint32_t = 0) {}

}  // namespace ckernel
