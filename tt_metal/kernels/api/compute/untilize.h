// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Rows of tiles to row-major strips, a whole strip at a time.
#pragma once

#include <stdint.h>

#include "api/compute/pack_untilize.h"
#include "api/compute/reg_api.h"
#include "api/compute/tile_move_copy.h"

inline void untilize_init([[maybe_unused]] uint32_t in_cb) {}
inline void untilize_uninit([[maybe_unused]] uint32_t in_cb) {}

// The first `strip_tiles` tiles of `in_cb` to one strip at the back of `out_cb`. The caller waits,
// reserves, pushes and pops; DST is used and left free.
inline void untilize_block(uint32_t in_cb, uint32_t strip_tiles, uint32_t out_cb) {
    for (uint32_t column = 0; column < strip_tiles; ++column) {
        tile_regs_acquire();
        copy_tile(in_cb, column, 0);
        tile_regs_commit();
        tile_regs_wait();
        pack_untilize_tile(0, out_cb, strip_tiles, column);
        tile_regs_release();
    }
}
