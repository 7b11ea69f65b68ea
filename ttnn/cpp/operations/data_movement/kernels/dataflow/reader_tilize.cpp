// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Reads blocks of row-major matrices, padding them with a value to whole tiles.
//
// Role: reader (NCRISC).
// Circular buffers:
//   c_0 out: page = one tile in size; a block takes exactly tiles_per_block pages and holds a strip
//       of as many tiles as the block has; the capacity is a multiple of that.
//   c_1 scratch: one page of a row of a block, rounded up to 64 bytes, and 64 bytes twice.
// Common arguments:
//   element_bytes       1, 2 or 4
//   the matrices        as flat_tensor.h has them
//   the blocks          as strip_blocks.h has them
//   padding             as often as it fits into the word
// Arguments:
//   0 first_block
//   1 num_blocks        may be 0
// Waits for: room in c_0; its reads, once per block.
#include "api/dataflow/dataflow_api.h"
#include "ttnn/cpp/operations/data_movement/kernels/flat_reader.h"
#include "ttnn/cpp/operations/data_movement/kernels/l1_bytes.h"
#include "ttnn/cpp/operations/data_movement/kernels/strip_blocks.h"

namespace {

constexpr uint32_t kOut = 0;
constexpr uint32_t kScratch = 1;

// A row of padding in L1, which the NoC copies: cheaper than storing it word by word.
class Padding {
 public:
    Padding(uint32_t address, uint32_t bytes, uint32_t word) : noc_address_(get_noc_addr(address)) {
        fill_words(address, bytes, word);
    }

    // [begin, end) lies within a row of a block.
    void fill(uint32_t begin, uint32_t end) const {
        if (begin == end) return;
        // The NoC wants source and target equally aligned.
        noc_async_read(noc_address_ + begin % tt::hw::kL1Alignment, begin, end - begin);
    }

 private:
    uint64_t noc_address_;
};

}  // namespace

void kernel_main() {
    CommonArguments arguments;
    const uint32_t element = arguments.word();
    const FlatTensor source(arguments, element);
    const StripBlocks blocks(arguments);
    const uint32_t first_block = get_arg_val<uint32_t>(0);
    const uint32_t end_block = first_block + get_arg_val<uint32_t>(1);

    // The scratch is a row of padding, then the window.
    const uint32_t scratch = get_write_ptr(kScratch);
    const uint32_t half = get_local_cb_interface(kScratch).fifo_size / 2;
    const Padding padding(scratch, half, arguments.word());
    FlatReader reader(source, scratch + half, half);

    for (uint32_t index = first_block; index < end_block; ++index) {
        const StripBlock block = blocks[index];
        const uint32_t bytes = block.num_columns * element;
        const uint32_t padded_bytes = block.num_tiles * blocks.tile_width() * element;

        cb_reserve_back(kOut, blocks.tiles_per_block());
        uint32_t l1_row = get_write_ptr(kOut);
        const uint32_t l1_end = l1_row + blocks.tile_height() * padded_bytes;
        for (uint32_t i = 0; i < block.num_rows; ++i, l1_row += padded_bytes) {
            reader.read(blocks.flat(block.first_row + i, block.first_column), 1, block.num_columns,
                        l1_row);
            padding.fill(l1_row + bytes, l1_row + padded_bytes);
        }
        for (; l1_row < l1_end; l1_row += padded_bytes) {
            padding.fill(l1_row, l1_row + padded_bytes);
        }
        noc_async_read_barrier();
        cb_push_back(kOut, blocks.tiles_per_block());
    }
}
