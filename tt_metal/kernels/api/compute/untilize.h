// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Tiles of a circular buffer into row-major strips, 32 rows high.
#pragma once

#include <stdint.h>

#include "api/compute/common.h"
#include "api/compute/pack_untilize.h"
#include "tt_metal/kernels/internal/fpu.h"

namespace ckernel {

inline void untilize_init(uint32_t, uint32_t = 16) {}
inline void untilize_init_short(uint32_t) {}
inline void untilize_init_short_with_dt(uint32_t, uint32_t) {}
inline void untilize_uninit(uint32_t) {}

// The first `full_ct_dim` tiles of `in_cb` to one strip at the back of `out_cb`. The caller waits,
// reserves, pushes and pops; DST is used and left free.
template <uint32_t block_ct_dim = 1>
inline void untilize_block(uint32_t in_cb, uint32_t full_ct_dim, uint32_t out_cb) {
    for (uint32_t column = 0; column < full_ct_dim; ++column) {
        tile_regs_acquire();
        fpu_unpack(in_cb, column);
        fpu_copy(0);
        tile_regs_commit();
        tile_regs_wait();
        pack_untilize_tile(0, out_cb, full_ct_dim, column);
        tile_regs_release();
    }
}

}  // namespace ckernel
