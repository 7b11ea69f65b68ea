// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Output blocks of a batched matmul, each accumulated in DST over all of K.
//
// Role: compute.
// Circular buffers: c_0 (A) and c_1 (B) in, as reader_matmul fills them; c_16 (out) out, as
// writer_matmul empties it. Page = one tile.
// Arguments (sizes in tiles):
//   0 Mt             height of the output
//   1 Kt
//   2 Nt             width of the output
//   3 block_height   block_height * block_width is at most the capacity of DST
//   4 block_width
//   5 block_depth    steps along K in one slab
//   6 first_block    in the order of output_blocks.h
//   7 num_blocks     may be 0
// Waits for: slabs in c_0 and c_1; room in c_16, once per block.
#include "api/compute/common.h"
#include "api/compute/compute_kernel_hw_startup.h"
#include "api/compute/matmul.h"
#include "api/compute/pack.h"
#include "ttnn/cpp/operations/matmul/kernels/output_blocks.h"

namespace {

constexpr uint32_t kA = 0;
constexpr uint32_t kB = 1;
constexpr uint32_t kOut = 16;
constexpr bool kTranspose = false;

}  // namespace

void kernel_main() {
    const uint32_t height = get_arg_val<uint32_t>(0);
    const uint32_t depth = get_arg_val<uint32_t>(1);
    const uint32_t width = get_arg_val<uint32_t>(2);
    const uint32_t block_height = get_arg_val<uint32_t>(3);
    const uint32_t block_width = get_arg_val<uint32_t>(4);
    const uint32_t block_depth = get_arg_val<uint32_t>(5);
    OutputBlocks blocks(height, width, block_height, block_width, get_arg_val<uint32_t>(6));
    const uint32_t num_blocks = get_arg_val<uint32_t>(7);

    compute_kernel_hw_startup<SrcOrder::Reverse>(kA, kB, kOut);
    matmul_block_init(kA, kB, kTranspose, block_width, block_height, block_depth);
    for (uint32_t i = 0; i < num_blocks; ++i, ++blocks) {
        const OutputBlock block = *blocks;
        tile_regs_acquire();
        for (uint32_t k = 0; k < depth; k += block_depth) {
            const uint32_t slab_depth = depth - k < block_depth ? depth - k : block_depth;
            cb_wait_front(kA, block_height * block_depth);
            cb_wait_front(kB, block_depth * block_width);
            for (uint32_t step = 0; step < slab_depth; ++step) {
                matmul_block(kA, kB, step, step * block_width, 0, kTranspose, block.num_columns,
                             block.num_rows, block_depth);
            }
            cb_pop_front(kA, block_height * block_depth);
            cb_pop_front(kB, block_depth * block_width);
        }
        tile_regs_commit();

        cb_reserve_back(kOut, block_height * block_width);
        tile_regs_wait();
        pack_tile_block(0, kOut, block.num_rows * block.num_columns);
        tile_regs_release();
        cb_push_back(kOut, block_height * block_width);
    }
}
