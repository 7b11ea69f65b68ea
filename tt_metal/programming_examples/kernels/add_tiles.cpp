// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Adds tiles of two circular buffers.
//
// Role: compute.
// Circular buffers: c_0, c_1 in; c_16 out.
// Arguments: 0 number of tiles.
#include "api/compute/common.h"
#include "api/compute/compute_kernel_hw_startup.h"
#include "api/compute/eltwise_binary.h"
#include "api/compute/pack.h"

void kernel_main() {
    constexpr uint32_t kA = 0, kB = 1, kOut = 16, kDst = 0;
    compute_kernel_hw_startup(kA, kB, kOut);
    add_tiles_init(kA, kB);
    for (uint32_t i = 0; i < get_arg_val<uint32_t>(0); ++i) {
        cb_wait_front(kA, 1);
        cb_wait_front(kB, 1);
        tile_regs_acquire();
        add_tiles(kA, kB, 0, 0, kDst);
        tile_regs_commit();
        cb_pop_front(kA, 1);
        cb_pop_front(kB, 1);

        cb_reserve_back(kOut, 1);
        tile_regs_wait();
        pack_tile(kDst, kOut);
        tile_regs_release();
        cb_push_back(kOut, 1);
    }
}
