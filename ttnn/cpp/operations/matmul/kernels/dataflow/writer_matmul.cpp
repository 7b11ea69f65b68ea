// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Writes blocks of output tiles where they belong.
//
// Role: writer (BRISC).
// Circular buffers: c_16 in, page = one tile. Each block takes exactly block_height * block_width
// pages and fills the first of them, row-major; the capacity is a multiple of that.
// Common arguments: the problem (matmul_problem.h); the output, a tensor (tensor_arguments.h).
// Arguments:
//   0 first_block    in the order of output_blocks.h
//   1 num_blocks     may be 0
// Waits for: pages in c_16; its writes to have left, once per block, and to have arrived, at the
// end.
#include "ttnn/cpp/operations/core/kernels/tensor_arguments.h"
#include "ttnn/cpp/operations/matmul/kernels/matmul_problem.h"

void kernel_main() {
    constexpr uint32_t kIn = 16;
    CommonArguments arguments;
    const MatmulProblem problem(arguments);
    const TensorPages out = take_tensor(arguments);
    OutputBlocks blocks = problem.blocks(get_arg_val<uint32_t>(0));
    const uint32_t num_blocks = get_arg_val<uint32_t>(1);
    const uint32_t block_size = problem.block_height * problem.block_width;
    const uint32_t page_size = get_local_cb_interface(kIn).fifo_page_size;

    for (uint32_t i = 0; i < num_blocks; ++i, ++blocks) {
        const OutputBlock block = *blocks;
        cb_wait_front(kIn, block_size);
        uint32_t l1_address = get_read_ptr(kIn);
        uint32_t tile = (block.batch * problem.height + block.row) * problem.width + block.column;
        for (uint32_t row = 0; row < block.num_rows; ++row, tile += problem.width) {
            for (uint32_t column = 0; column < block.num_columns; ++column) {
                noc_async_write_page(tile + column, out, l1_address);
                l1_address += page_size;
            }
        }
        noc_async_writes_flushed();
        cb_pop_front(kIn, block_size);
    }
    noc_async_write_barrier();
}
