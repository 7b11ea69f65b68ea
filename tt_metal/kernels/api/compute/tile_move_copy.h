// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Tiles from a circular buffer into DST.
#pragma once

#include <stdint.h>

#include "api/compute/common.h"
#include "tt_metal/kernels/internal/fpu.h"

namespace ckernel {

// Whether copies swap rows and columns.
inline bool copies_transposed;

inline void copy_tile_to_dst_init_short([[maybe_unused]] uint32_t in_cb = 0,
                                        [[maybe_unused]] uint32_t transpose = 0) {
    if constexpr (kUnpacks) {
        copies_transposed = transpose != 0;
    }
}
inline void copy_tile_init(uint32_t in_cb = 0) { copy_tile_to_dst_init_short(in_cb); }
inline void copy_init(uint32_t in_cb = 0) { copy_tile_to_dst_init_short(in_cb); }

// After a buffer of another format.
inline void copy_tile_to_dst_init_short_with_dt(uint32_t, uint32_t in_cb, uint32_t transpose = 0) {
    copy_tile_to_dst_init_short(in_cb, transpose);
}

// DST[dst] = tile `in_tile` from the front of `in_cb`.
inline void copy_tile(uint32_t in_cb, uint32_t in_tile, uint32_t dst) {
    fpu_unpack(in_cb, in_tile, copies_transposed ? tt::hw::kUnpackTransposeA : 0);
    fpu_copy(dst);
}

// DST[first_dst], DST[first_dst + 1], ... = as many tiles from `first_tile` on.
inline void copy_block_matmul_partials(uint32_t in_cb, uint32_t first_tile, uint32_t first_dst,
                                       uint32_t num_tiles) {
    for (uint32_t i = 0; i < num_tiles; ++i) {
        copy_tile(in_cb, first_tile + i, first_dst + i);
    }
}

}  // namespace ckernel
