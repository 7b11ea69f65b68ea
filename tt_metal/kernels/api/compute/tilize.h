// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Row-major strips, 32 rows high, into tiles.
#pragma once

#include <stdint.h>

#include "api/compute/common.h"
#include "tt_metal/kernels/internal/fpu.h"

namespace ckernel {

// Width of a strip in tiles; set by the init functions.
inline uint32_t tilize_strip_tiles;

inline void tilize_init(uint32_t, [[maybe_unused]] uint32_t strip_tiles, uint32_t = 16) {
    if constexpr (kUnpacks) {
        tilize_strip_tiles = strip_tiles;
    }
}
inline void tilize_uninit(uint32_t, uint32_t) {}

// DST[dst] = tile number `column` of the strip, `strip_tiles` wide, at the front of `in_cb`.
inline void tilize_tile([[maybe_unused]] uint32_t in_cb, [[maybe_unused]] uint32_t strip_tiles,
                        [[maybe_unused]] uint32_t column, uint32_t dst) {
    if constexpr (kUnpacks) {
        tt::hw::issue<tt::hw::TensixOp::kUnpackTilize>(in_cb | strip_tiles << 8, column);
    }
    fpu_copy(dst);
}

// `num_tiles` tiles of the strip at the front of `in_cb`, from `in_tile` on, to as many at the back
// of `out_cb`, from `out_tile` on. The caller waits, reserves, pushes and pops; DST is used and
// left free.
inline void tilize_block(uint32_t in_cb, uint32_t num_tiles, uint32_t out_cb, uint32_t in_tile = 0,
                         uint32_t out_tile = 0) {
    for (uint32_t i = 0; i < num_tiles; ++i) {
        tile_regs_acquire();
        tilize_tile(in_cb, tilize_strip_tiles, in_tile + i, 0);
        tile_regs_commit();
        tile_regs_wait();
        pack_tile<true>(0, out_cb, out_tile + i);
        tile_regs_release();
    }
}

// The same into DST, from `first_dst` on, which the caller owns.
inline void tilize_block_no_pack(uint32_t in_cb, uint32_t num_tiles, uint32_t first_dst,
                                 uint32_t in_tile = 0) {
    for (uint32_t i = 0; i < num_tiles; ++i) {
        tilize_tile(in_cb, tilize_strip_tiles, in_tile + i, first_dst + i);
    }
}

// ── Together with another operand ──
// For reduce_tile_math() on rows that are no tiles: pooling. Strips are as high as the tiles of
// their buffer, so there are no rows to be filled up, with minus infinity or with zeros.

template <bool neginf_srcA = false, bool zero_srcA_reduce = false>
inline void tilizeA_B_reduce_init(uint32_t in_cb, uint32_t /*scaler_cb*/, uint32_t strip_tiles,
                                  uint32_t out_cb = 16, uint32_t /*num_faces*/ = 4,
                                  uint32_t /*face_rows*/ = 16) {
    tilize_init(in_cb, strip_tiles, out_cb);
}
template <bool neginf_srcA = false, bool reload_srcB = true, bool zero_srcA = false,
          bool zero_srcA_reduce = false>
inline void unpack_tilizeA_B_block([[maybe_unused]] uint32_t in_cb,
                                   [[maybe_unused]] uint32_t scaler_cb,
                                   [[maybe_unused]] uint32_t num_tiles,
                                   [[maybe_unused]] uint32_t scaler_tile,
                                   uint32_t /*num_faces*/ = 4, uint32_t /*face_rows*/ = 16) {
    if constexpr (kUnpacks) {
        for (uint32_t i = 0; i < num_tiles; ++i) {
            tt::hw::issue<tt::hw::TensixOp::kUnpackTilizeAB>(
                in_cb | scaler_cb << 8 | tilize_strip_tiles << 16, i | scaler_tile << 16);
        }
    }
}

// ── Other spellings ──
// "no_pack": the output is not packed to; "with_dt": after a buffer of another format; "fast": the
// same at another speed.

inline void tilize_init_short(uint32_t in_cb, uint32_t strip_tiles, uint32_t out_cb = 16) {
    tilize_init(in_cb, strip_tiles, out_cb);
}
inline void tilize_init_no_pack(uint32_t in_cb, uint32_t strip_tiles) {
    tilize_init(in_cb, strip_tiles, 0);
}
inline void tilize_init_short_with_dt(uint32_t, uint32_t in_cb, uint32_t strip_tiles,
                                      uint32_t out_cb) {
    tilize_init(in_cb, strip_tiles, out_cb);
}
inline void tilize_init_short_with_dt_no_pack(uint32_t, uint32_t in_cb, uint32_t strip_tiles) {
    tilize_init(in_cb, strip_tiles, 0);
}
inline void tilize_uninit_no_pack(uint32_t) {}
inline void tilize_uninit_with_dt(uint32_t, uint32_t, uint32_t) {}
inline void tilize_uninit_with_dt_no_pack(uint32_t, uint32_t) {}

inline void fast_tilize_init(uint32_t in_cb, uint32_t strip_tiles, uint32_t out_cb) {
    tilize_init(in_cb, strip_tiles, out_cb);
}
inline void fast_tilize_init_with_dt(uint32_t in_cb, uint32_t strip_tiles, uint32_t out_cb) {
    tilize_init(in_cb, strip_tiles, out_cb);
}
inline void fast_tilize_uninit(uint32_t, uint32_t) {}
inline void fast_tilize_block(uint32_t in_cb, uint32_t num_tiles, uint32_t out_cb,
                              uint32_t in_tile = 0, uint32_t out_tile = 0) {
    tilize_block(in_cb, num_tiles, out_cb, in_tile, out_tile);
}

}  // namespace ckernel
