// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Swaps rows and columns of every tile.
//
// Role: compute. 32-bit formats need DST of 32-bit datums (fp32_dest_acc) to pass unchanged.
// Circular buffers: c_0 in, c_16 out; page = one tile.
// Arguments:
//   0 num_tiles     may be 0
// Waits for: one tile in c_0; room for one tile in c_16.
#include "api/compute/common.h"
#include "api/compute/transpose_wh.h"

void kernel_main() {
    constexpr uint32_t kIn = 0;
    constexpr uint32_t kOut = 16;
    const uint32_t num_tiles = get_arg_val<uint32_t>(0);

    transpose_wh_init(kIn, kOut);
    for (uint32_t i = 0; i < num_tiles; ++i) {
        cb_wait_front(kIn, 1);
        tile_regs_acquire();
        transpose_wh_tile(kIn, 0, 0);
        tile_regs_commit();
        cb_pop_front(kIn, 1);

        cb_reserve_back(kOut, 1);
        tile_regs_wait();
        pack_tile(0, kOut);
        tile_regs_release();
        cb_push_back(kOut, 1);
    }
}
