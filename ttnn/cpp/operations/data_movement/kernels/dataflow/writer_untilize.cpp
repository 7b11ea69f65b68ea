// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Writes row-major blocks to the rows of matrices, leaving out the padding of tiles.
//
// Role: writer (BRISC).
// Circular buffers:
//   c_16 in: page = one tile in size; a block takes exactly tiles_per_block pages and holds a strip
//       of as many tiles as the block has; the capacity is a multiple of that.
//   c_1 scratch: one page, for bytes whose place in memory is not aligned as theirs in the block.
// Common arguments:
//   element_bytes       1, 2 or 4
//   the matrices        as flat_tensor.h has them
//   the blocks          as strip_blocks.h has them
// Arguments:
//   0 first_block
//   1 num_blocks        may be 0
// Waits for: a block in c_16; its writes to have left, once per block, and to have arrived, at the
// end.
#include "api/dataflow/dataflow_api.h"
#include "ttnn/cpp/operations/data_movement/kernels/flat_writer.h"
#include "ttnn/cpp/operations/data_movement/kernels/strip_blocks.h"

void kernel_main() {
    constexpr uint32_t kIn = 16;
    constexpr uint32_t kScratch = 1;
    CommonArguments arguments;
    const uint32_t element = arguments.word();
    const FlatTensor target(arguments, element);
    const StripBlocks blocks(arguments);
    const uint32_t first_block = get_arg_val<uint32_t>(0);
    const uint32_t end_block = first_block + get_arg_val<uint32_t>(1);
    FlatWriter writer(target, get_write_ptr(kScratch), get_local_cb_interface(kScratch).fifo_size);

    for (uint32_t index = first_block; index < end_block; ++index) {
        const StripBlock block = blocks[index];
        const uint32_t padded_bytes = block.num_tiles * blocks.tile_width() * element;

        cb_wait_front(kIn, blocks.tiles_per_block());
        uint32_t l1_row = get_read_ptr(kIn);
        for (uint32_t i = 0; i < block.num_rows; ++i, l1_row += padded_bytes) {
            writer.write(l1_row, block.num_columns,
                         blocks.flat(block.first_row + i, block.first_column));
        }
        writer.flush();
        cb_pop_front(kIn, blocks.tiles_per_block());
    }
    noc_async_write_barrier();
}
