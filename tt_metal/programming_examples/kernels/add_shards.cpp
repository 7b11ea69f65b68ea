// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Adds tiles that lie in this core's L1 already: its circular buffers are its shards.
//
// Role: compute.
// Circular buffers: c_0, c_1 in; c_16 out; each on a sharded buffer.
// Compile-time arguments: 0 tiles of a shard.
#include "api/compute/common.h"
#include "api/compute/compute_kernel_hw_startup.h"
#include "api/compute/eltwise_binary.h"
#include "api/compute/pack.h"

void kernel_main() {
    constexpr uint32_t kTiles = get_compile_time_arg_val(0);
    constexpr uint32_t kA = 0, kB = 1, kOut = 16;
    compute_kernel_hw_startup(kA, kB, kOut);
    add_tiles_init(kA, kB);
    cb_wait_front(kA, kTiles);
    cb_wait_front(kB, kTiles);
    cb_reserve_back(kOut, kTiles);
    for (uint32_t tile = 0; tile < kTiles; ++tile) {
        tile_regs_acquire();
        add_tiles(kA, kB, tile, tile, 0);
        tile_regs_commit();
        tile_regs_wait();
        pack_tile(0, kOut);
        tile_regs_release();
    }
    cb_push_back(kOut, kTiles);
    cb_pop_front(kA, kTiles);
    cb_pop_front(kB, kTiles);
}
