// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Writes a run of output blocks of a batched matmul.
//
// Role: writer (BRISC).
// Circular buffers: c_16 in, page = one tile. Each block takes exactly block_height * block_width
// pages and fills the first of them, row-major; the capacity is a multiple of that.
// Arguments (sizes in tiles):
//   0 address        of the output
//   1 is_dram        1: DRAM, 0: L1
//   2 Mt             height of the output
//   3 Nt             width of the output
//   4 block_height
//   5 block_width
//   6 first_block    in the order of output_blocks.h
//   7 num_blocks     may be 0
// Waits for: pages in c_16; its writes to have left, once per block, and to have arrived, at the
// end.
#include "api/dataflow/dataflow_api.h"
#include "ttnn/cpp/operations/matmul/kernels/output_blocks.h"

void kernel_main() {
    constexpr uint32_t kIn = 16;
    const uint32_t tile_size = get_local_cb_interface(kIn).fifo_page_size;
    const InterleavedAccessor out(get_arg_val<uint32_t>(1), get_arg_val<uint32_t>(0), tile_size);
    const uint32_t height = get_arg_val<uint32_t>(2);
    const uint32_t width = get_arg_val<uint32_t>(3);
    const uint32_t block_height = get_arg_val<uint32_t>(4);
    const uint32_t block_width = get_arg_val<uint32_t>(5);
    OutputBlocks blocks(height, width, block_height, block_width, get_arg_val<uint32_t>(6));
    const uint32_t num_blocks = get_arg_val<uint32_t>(7);

    for (uint32_t i = 0; i < num_blocks; ++i, ++blocks) {
        const OutputBlock block = *blocks;
        cb_wait_front(kIn, block_height * block_width);
        uint32_t l1_address = get_read_ptr(kIn);
        uint32_t first_tile = (block.batch * height + block.row) * width + block.column;
        for (uint32_t row = 0; row < block.num_rows; ++row) {
            InterleavedCursor tile(out, first_tile);
            for (uint32_t column = 0; column < block.num_columns; ++column, ++tile) {
                noc_async_write(l1_address, tile.noc_address(), tile_size);
                l1_address += tile_size;
            }
            first_tile += width;
        }
        noc_async_writes_flushed();
        cb_pop_front(kIn, block_height * block_width);
    }
    noc_async_write_barrier();
}
