// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Reads blocks of row-major matrices, padding them with zeros to whole tiles.
//
// Role: reader (NCRISC).
// Circular buffers:
//   c_0 out: page = one tile in size; a block takes exactly tiles_per_block pages and holds 32 rows
//   of
//       as many tiles as the block has; the capacity is a multiple of that. Its address is a
//       multiple of 32.
//   c_1 scratch: one page of tiles_per_block * tile_row_bytes, for zeros.
// Arguments:
//   0 address           of the buffer; page i is row i of the batch
//   1 is_dram           1: DRAM, 0: L1
//   2 row_bytes         in use in each row
//   3 matrix_height     rows of one matrix
//   4 tile_row_bytes    32 datums
//   5 tiles_per_block
//   6 first_block       in the order of strip_blocks.h
//   7 num_blocks        may be 0
// Waits for: room in c_0; its reads, once per block.
#include "api/dataflow/dataflow_api.h"
#include "ttnn/cpp/operations/data_movement/kernels/strip_blocks.h"

namespace {

constexpr uint32_t kOut = 0;
constexpr uint32_t kZeros = 1;

// A row of zeros in L1, from which padding is copied: cheaper than storing it word by word.
class Zeros {
 public:
    explicit Zeros(uint32_t size) : address_(get_write_ptr(kZeros)) {
        for (uint32_t offset = 0; offset < size; offset += sizeof(uint32_t)) {
            *l1_pointer<uint32_t>(address_ + offset) = 0;
        }
        noc_address_ = get_noc_addr(address_);
    }

    // [begin, end) lies within a row of a block.
    void fill(uint32_t begin, uint32_t end) const {
        // The NoC wants source and target equally aligned.
        noc_async_read(noc_address_ + begin % tt::hw::kL1Alignment, begin, end - begin);
    }

 private:
    uint32_t address_;
    uint64_t noc_address_;
};

}  // namespace

void kernel_main() {
    const uint32_t row_bytes = get_arg_val<uint32_t>(2);
    const InterleavedAccessor source(get_arg_val<uint32_t>(1), get_arg_val<uint32_t>(0), row_bytes);
    const uint32_t matrix_height = get_arg_val<uint32_t>(3);
    const uint32_t tile_row_bytes = get_arg_val<uint32_t>(4);
    const uint32_t tiles_per_block = get_arg_val<uint32_t>(5);
    const uint32_t first_block = get_arg_val<uint32_t>(6);
    const uint32_t end_block = first_block + get_arg_val<uint32_t>(7);

    const uint32_t width = (row_bytes + tile_row_bytes - 1) / tile_row_bytes;
    const StripBlocks blocks(matrix_height, width, tiles_per_block);
    const Zeros zeros(tiles_per_block * tile_row_bytes);

    for (uint32_t index = first_block; index < end_block; ++index) {
        const StripBlock block = blocks[index];
        const uint32_t offset = block.first_tile * tile_row_bytes;
        const uint32_t padded_bytes = block.num_tiles * tile_row_bytes;
        const uint32_t bytes =
            row_bytes - offset < padded_bytes ? row_bytes - offset : padded_bytes;

        cb_reserve_back(kOut, tiles_per_block);
        uint32_t l1_row = get_write_ptr(kOut);
        const uint32_t l1_end = l1_row + tt::hw::kTileHeight * padded_bytes;
        InterleavedCursor row(source, block.first_row);
        for (uint32_t i = 0; i < block.num_rows; ++i, ++row, l1_row += padded_bytes) {
            noc_async_read(row.noc_address(offset), l1_row, bytes);
            if (bytes < padded_bytes) {
                zeros.fill(l1_row + bytes, l1_row + padded_bytes);
            }
        }
        for (; l1_row < l1_end; l1_row += padded_bytes) {
            zeros.fill(l1_row, l1_row + padded_bytes);
        }
        noc_async_read_barrier();
        cb_push_back(kOut, tiles_per_block);
    }
}
