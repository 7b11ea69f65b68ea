// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Reads the operands of a run of output blocks: for each block, slab after slab along K, the
// block's rows of A and columns of B.
//
// Role: reader (NCRISC).
// Circular buffers: c_0 (A) and c_1 (B) out, page = one tile. Each slab takes exactly
// block_height * block_depth pages of c_0 (row-major) and block_depth * block_width pages of c_1
// (row-major), used or not at the edges, so that no slab wraps around the end of the buffer; the
// capacities are multiples of that.
// Arguments (sizes in tiles):
//    0 a_address
//    1 a_is_dram         1: DRAM, 0: L1
//    2 a_batch_stride    from one matrix of A to the next; 0: one matrix serves all batches
//    3 b_address
//    4 b_is_dram
//    5 b_batch_stride
//    6 Mt                height of the output
//    7 Kt
//    8 Nt                width of the output
//    9 block_height      block_height * block_width is at most the capacity of DST
//   10 block_width
//   11 block_depth       steps along K in one slab
//   12 first_block       in the order of output_blocks.h
//   13 num_blocks        may be 0
// Waits for: room in c_0 and c_1; its reads, once per slab.
#include "api/dataflow/dataflow_api.h"
#include "ttnn/cpp/operations/matmul/kernels/output_blocks.h"

namespace {

// A rectangle of tiles out of a matrix, to L1 with room for `l1_width` tiles in each row.
struct Rectangle {
    uint32_t first_tile;
    uint32_t matrix_width;
    uint32_t height;
    uint32_t width;
};

void read(const InterleavedAccessor& matrix, Rectangle from, uint32_t cb, uint32_t l1_width) {
    const uint32_t l1_stride = l1_width * matrix.page_size;
    uint32_t l1_row = get_write_ptr(cb);
    uint32_t first_tile = from.first_tile;
    for (uint32_t row = 0; row < from.height; ++row) {
        InterleavedCursor tile(matrix, first_tile);
        uint32_t l1_address = l1_row;
        for (uint32_t column = 0; column < from.width; ++column, ++tile) {
            noc_async_read(tile.noc_address(), l1_address, matrix.page_size);
            l1_address += matrix.page_size;
        }
        first_tile += from.matrix_width;
        l1_row += l1_stride;
    }
}

}  // namespace

void kernel_main() {
    constexpr uint32_t kA = 0;
    constexpr uint32_t kB = 1;
    const InterleavedAccessor a(get_arg_val<uint32_t>(1), get_arg_val<uint32_t>(0),
                                get_local_cb_interface(kA).fifo_page_size);
    const uint32_t a_batch_stride = get_arg_val<uint32_t>(2);
    const InterleavedAccessor b(get_arg_val<uint32_t>(4), get_arg_val<uint32_t>(3),
                                get_local_cb_interface(kB).fifo_page_size);
    const uint32_t b_batch_stride = get_arg_val<uint32_t>(5);
    const uint32_t height = get_arg_val<uint32_t>(6);
    const uint32_t depth = get_arg_val<uint32_t>(7);
    const uint32_t width = get_arg_val<uint32_t>(8);
    const uint32_t block_height = get_arg_val<uint32_t>(9);
    const uint32_t block_width = get_arg_val<uint32_t>(10);
    const uint32_t block_depth = get_arg_val<uint32_t>(11);
    OutputBlocks blocks(height, width, block_height, block_width, get_arg_val<uint32_t>(12));
    const uint32_t num_blocks = get_arg_val<uint32_t>(13);

    for (uint32_t i = 0; i < num_blocks; ++i, ++blocks) {
        const OutputBlock block = *blocks;
        const uint32_t a_row = block.batch * a_batch_stride + block.row * depth;
        const uint32_t b_column = block.batch * b_batch_stride + block.column;
        for (uint32_t k = 0; k < depth; k += block_depth) {
            const uint32_t slab_depth = depth - k < block_depth ? depth - k : block_depth;
            cb_reserve_back(kA, block_height * block_depth);
            cb_reserve_back(kB, block_depth * block_width);
            read(a, {a_row + k, depth, block.num_rows, slab_depth}, kA, block_depth);
            read(b, {b_column + k * width, width, slab_depth, block.num_columns}, kB, block_width);
            noc_async_read_barrier();
            cb_push_back(kA, block_height * block_depth);
            cb_push_back(kB, block_depth * block_width);
        }
    }
}
