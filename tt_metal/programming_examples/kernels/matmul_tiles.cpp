// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Multiplies rows of A by columns of B, tile by tile.
//
// Role: compute.
// Circular buffers: c_0, c_1 in; c_16 out.
// Compile-time arguments: 0 columns of A in tiles.
// Arguments: 0 number of tiles of the product.
#include "api/compute/common.h"
#include "api/compute/matmul.h"
#include "api/compute/pack.h"

void kernel_main() {
    constexpr uint32_t kK = get_compile_time_arg_val(0);
    constexpr uint32_t kA = 0, kB = 1, kOut = 16, kDst = 0;
    mm_init(kA, kB, kOut);
    for (uint32_t i = 0; i < get_arg_val<uint32_t>(0); ++i) {
        tile_regs_acquire();
        for (uint32_t k = 0; k < kK; ++k) {
            cb_wait_front(kA, 1);
            cb_wait_front(kB, 1);
            matmul_tiles(kA, kB, 0, 0, kDst);  // adds to what is in DST
            cb_pop_front(kA, 1);
            cb_pop_front(kB, 1);
        }
        tile_regs_commit();

        cb_reserve_back(kOut, 1);
        tile_regs_wait();
        pack_tile(kDst, kOut);
        tile_regs_release();
        cb_push_back(kOut, 1);
    }
}
