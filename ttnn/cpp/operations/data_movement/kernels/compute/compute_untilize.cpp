// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Joins tiles to row-major blocks.
//
// Role: compute. 32-bit formats need DST of 32-bit datums (fp32_dest_acc) to pass unchanged.
// Circular buffers: c_0 in, page = one tile; c_16 out, as writer_untilize empties it, whose format
// may be another one.
// Common arguments: the blocks (strip_blocks.h).
// Arguments:
//   0 first_block
//   1 num_blocks    may be 0
// Waits for: one tile in c_0, which reader_tiles reads as one run for all blocks; room for a block
// in c_16.
#include "api/compute/common.h"
#include "api/compute/compute_kernel_hw_startup.h"
#include "api/compute/pack_untilize.h"
#include "api/compute/tile_move_copy.h"
#include "ttnn/cpp/operations/data_movement/kernels/strip_blocks.h"

void kernel_main() {
    constexpr uint32_t kIn = 0;
    constexpr uint32_t kOut = 16;
    CommonArguments arguments;
    const StripBlocks blocks(arguments);
    const uint32_t first_block = get_arg_val<uint32_t>(0);
    const uint32_t end_block = first_block + get_arg_val<uint32_t>(1);

    compute_kernel_hw_startup(kIn, kOut);
    copy_tile_to_dst_init_short(kIn);
    for (uint32_t index = first_block; index < end_block; ++index) {
        const uint32_t num_tiles = blocks[index].num_tiles;
        cb_reserve_back(kOut, blocks.tiles_per_block());
        for (uint32_t column = 0; column < num_tiles; ++column) {
            cb_wait_front(kIn, 1);
            tile_regs_acquire();
            copy_tile(kIn, 0, 0);
            tile_regs_commit();
            cb_pop_front(kIn, 1);

            tile_regs_wait();
            pack_untilize_tile(0, kOut, num_tiles, column);
            tile_regs_release();
        }
        cb_push_back(kOut, blocks.tiles_per_block());
    }
}
