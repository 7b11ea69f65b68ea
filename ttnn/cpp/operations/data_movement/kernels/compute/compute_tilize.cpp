// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Cuts row-major blocks into tiles.
//
// Role: compute. 32-bit formats need DST of 32-bit datums (fp32_dest_acc) to pass unchanged.
// Circular buffers: c_0 in, as reader_tilize fills it; c_16 out, page = one tile, whose format may
// be another one.
// Common arguments: the blocks (strip_blocks.h).
// Arguments:
//   0 first_block
//   1 num_blocks    may be 0
// Waits for: a block in c_0; room for one tile in c_16.
// Then core/writer_pages can write the run of tiles that the blocks make.
#include "api/compute/common.h"
#include "api/compute/compute_kernel_hw_startup.h"
#include "api/compute/pack.h"
#include "api/compute/tilize.h"
#include "ttnn/cpp/operations/data_movement/kernels/strip_blocks.h"

void kernel_main() {
    constexpr uint32_t kIn = 0;
    constexpr uint32_t kOut = 16;
    CommonArguments arguments;
    const StripBlocks blocks(arguments);
    const uint32_t first_block = get_arg_val<uint32_t>(0);
    const uint32_t end_block = first_block + get_arg_val<uint32_t>(1);

    compute_kernel_hw_startup(kIn, kOut);
    tilize_init(kIn, blocks.tiles_per_block(), kOut);
    for (uint32_t index = first_block; index < end_block; ++index) {
        const uint32_t num_tiles = blocks[index].num_tiles;
        cb_wait_front(kIn, blocks.tiles_per_block());
        for (uint32_t column = 0; column < num_tiles; ++column) {
            tile_regs_acquire();
            tilize_tile(kIn, num_tiles, column, 0);
            tile_regs_commit();

            cb_reserve_back(kOut, 1);
            tile_regs_wait();
            pack_tile(0, kOut);
            tile_regs_release();
            cb_push_back(kOut, 1);
        }
        cb_pop_front(kIn, blocks.tiles_per_block());
    }
    tilize_uninit(kIn, kOut);
}
