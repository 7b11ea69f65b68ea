// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Writes row-major blocks to the rows of matrices, leaving out the padding of tiles.
//
// Role: writer (BRISC).
// Circular buffers: c_16 in, page = one tile in size; a block takes exactly tiles_per_block pages
// and holds 32 rows of as many tiles as the block has; the capacity is a multiple of that.
// Arguments, as those of reader_tilize:
//   0 address           of the buffer; page i is row i of the batch
//   1 is_dram           1: DRAM, 0: L1
//   2 row_bytes         in use in each row
//   3 matrix_height     rows of one matrix
//   4 tile_row_bytes    32 datums
//   5 tiles_per_block
//   6 first_block       in the order of strip_blocks.h
//   7 num_blocks        may be 0
// Waits for: a block in c_16; its writes to have left, once per block, and to have arrived, at the
// end.
#include "api/dataflow/dataflow_api.h"
#include "ttnn/cpp/operations/data_movement/kernels/strip_blocks.h"

void kernel_main() {
    constexpr uint32_t kIn = 16;
    const uint32_t row_bytes = get_arg_val<uint32_t>(2);
    const InterleavedAccessor target(get_arg_val<uint32_t>(1), get_arg_val<uint32_t>(0), row_bytes);
    const uint32_t matrix_height = get_arg_val<uint32_t>(3);
    const uint32_t tile_row_bytes = get_arg_val<uint32_t>(4);
    const uint32_t tiles_per_block = get_arg_val<uint32_t>(5);
    const uint32_t first_block = get_arg_val<uint32_t>(6);
    const uint32_t end_block = first_block + get_arg_val<uint32_t>(7);

    const uint32_t width = (row_bytes + tile_row_bytes - 1) / tile_row_bytes;
    const StripBlocks blocks(matrix_height, width, tiles_per_block);

    for (uint32_t index = first_block; index < end_block; ++index) {
        const StripBlock block = blocks[index];
        const uint32_t offset = block.first_tile * tile_row_bytes;
        const uint32_t padded_bytes = block.num_tiles * tile_row_bytes;
        const uint32_t bytes =
            row_bytes - offset < padded_bytes ? row_bytes - offset : padded_bytes;

        cb_wait_front(kIn, tiles_per_block);
        uint32_t l1_row = get_read_ptr(kIn);
        InterleavedCursor row(target, block.first_row);
        for (uint32_t i = 0; i < block.num_rows; ++i, ++row, l1_row += padded_bytes) {
            noc_async_write(l1_row, row.noc_address(offset), bytes);
        }
        noc_async_writes_flushed();
        cb_pop_front(kIn, tiles_per_block);
    }
    noc_async_write_barrier();
}
