// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Reads the operands of matrix products in slabs: for each block of output and each run of steps
// along K, the block's rows of A and columns of B; before them, if there is one, the block's part
// of the bias.
//
// Role: reader (NCRISC).
// Circular buffers: c_0 (A), c_1 (B) and c_2 (bias) out, page = one tile of 32x32. Each slab takes
// exactly block_height * block_depth pages of c_0 (row-major) and block_depth * block_width pages
// of c_1 (row-major), used or not at the edges, so that no slab wraps around the end of the buffer;
// the bias of a block takes block_width pages of c_2. The capacities are multiples of that. Common
// arguments (sizes in tiles):
//   the problem (matmul_problem.h)
//   A: a tensor (tensor_arguments.h); its row_stride, its column_stride, its batch strides
//   B: the same
//   num_biases         0 or 1
//   bias: a tensor of one row of tiles
//   last_depth         columns of A and rows of B that count in the last tile along K, 1 to 32
// Arguments:
//   0 first_block      in the order of output_blocks.h
//   1 num_blocks       may be 0
// Waits for: room in c_0, c_1 and c_2; its reads, once per slab.
#include "ttnn/cpp/operations/core/kernels/page_walk.h"
#include "ttnn/cpp/operations/core/kernels/tensor_arguments.h"
#include "ttnn/cpp/operations/core/kernels/tile_padding.h"
#include "ttnn/cpp/operations/matmul/kernels/matmul_problem.h"

namespace {

constexpr uint32_t kA = 0;
constexpr uint32_t kB = 1;
constexpr uint32_t kBias = 2;

// One operand: where tiles of its matrices are, be they transposed or not.
struct Matrices {
    uint32_t cb;
    TensorPages tensor;
    uint32_t row_stride;  // in tiles
    uint32_t column_stride;
    const uint32_t* batch_strides;

    Matrices(uint32_t cb, CommonArguments& arguments, uint32_t batch_rank)
        : cb(cb),
          tensor(take_tensor(arguments)),
          row_stride(arguments.word()),
          column_stride(arguments.word()),
          batch_strides(arguments.words(batch_rank)) {}
};

struct Rectangle {
    uint32_t first_tile;
    uint32_t height;
    uint32_t width;
};

// To L1, with room for `l1_width` tiles in each row.
void read(const Matrices& matrices, Rectangle from, uint32_t l1_width) {
    const uint32_t page_size = get_local_cb_interface(matrices.cb).fifo_page_size;
    uint32_t l1_row = get_write_ptr(matrices.cb);
    for (uint32_t row = 0; row < from.height; ++row, l1_row += l1_width * page_size) {
        uint32_t tile = from.first_tile + row * matrices.row_stride;
        uint32_t l1_address = l1_row;
        for (uint32_t column = 0; column < from.width; ++column) {
            noc_async_read_page(tile, matrices.tensor, l1_address);
            tile += matrices.column_stride;
            l1_address += page_size;
        }
    }
}

TileDatums tile_in(uint32_t cb, uint32_t index) {
    const uint32_t page_size = get_local_cb_interface(cb).fifo_page_size;
    return TileDatums(get_dataformat(cb), get_write_ptr(cb) + index * page_size);
}

// What of the last step along K lies beyond the end of the matrices. A transposed operand has there
// rows where the other has columns.
void clear_padding(const MatmulProblem& problem, const OutputBlock& block, uint32_t step,
                   uint32_t last_depth) {
    for (uint32_t row = 0; row < block.num_rows; ++row) {
        TileDatums tile = tile_in(kA, row * problem.block_depth + step);
        problem.transpose_a ? tile.clear_rows_from(last_depth)
                            : tile.clear_columns_from(last_depth);
    }
    for (uint32_t column = 0; column < block.num_columns; ++column) {
        TileDatums tile = tile_in(kB, step * problem.block_width + column);
        problem.transpose_b ? tile.clear_columns_from(last_depth)
                            : tile.clear_rows_from(last_depth);
    }
}

void read_bias(const TensorPages& bias, const OutputBlock& block, uint32_t block_width) {
    const uint32_t page_size = get_local_cb_interface(kBias).fifo_page_size;
    cb_reserve_back(kBias, block_width);
    uint32_t l1_address = get_write_ptr(kBias);
    for (uint32_t i = 0; i < block.num_columns; ++i, l1_address += page_size) {
        noc_async_read_page(block.column + i, bias, l1_address);
    }
    noc_async_read_barrier();
    cb_push_back(kBias, block_width);
}

}  // namespace

void kernel_main() {
    CommonArguments arguments;
    const MatmulProblem problem(arguments);
    const Matrices a(kA, arguments, problem.batch_rank);
    const Matrices b(kB, arguments, problem.batch_rank);
    const bool has_bias = arguments.word() != 0;
    const uint32_t bias = arguments.address();
    if (has_bias) {
        arguments.skip(tensor_words(bias));
    }
    const uint32_t last_depth = arguments.word();
    OutputBlocks blocks = problem.blocks(get_arg_val<uint32_t>(0));
    const uint32_t num_blocks = get_arg_val<uint32_t>(1);

    for (uint32_t i = 0; i < num_blocks; ++i, ++blocks) {
        const OutputBlock block = *blocks;
        const PageWalk a_batch(problem.batch_rank, problem.batch_extents, a.batch_strides,
                               block.batch);
        const PageWalk b_batch(problem.batch_rank, problem.batch_extents, b.batch_strides,
                               block.batch);
        const uint32_t a_row = *a_batch + block.row * a.row_stride;
        const uint32_t b_column = *b_batch + block.column * b.column_stride;
        if (has_bias) {
            read_bias(tensor_at(bias), block, problem.block_width);
        }
        for (uint32_t k = 0; k < problem.depth; k += problem.block_depth) {
            const uint32_t slab_depth = problem.slab_depth(k);
            cb_reserve_back(kA, problem.block_height * problem.block_depth);
            cb_reserve_back(kB, problem.block_depth * problem.block_width);
            read(a, {a_row + k * a.column_stride, block.num_rows, slab_depth}, problem.block_depth);
            read(b, {b_column + k * b.row_stride, slab_depth, block.num_columns},
                 problem.block_width);
            noc_async_read_barrier();
            if (k + slab_depth == problem.depth && last_depth < tt::hw::kTileWidth) {
                clear_padding(problem, block, slab_depth - 1, last_depth);
            }
            cb_push_back(kA, problem.block_height * problem.block_depth);
            cb_push_back(kB, problem.block_depth * problem.block_width);
        }
    }
}
