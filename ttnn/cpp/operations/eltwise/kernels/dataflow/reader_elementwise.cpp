// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Reads the tiles that each output tile of an elementwise operation is made of.
//
// Role: reader (NCRISC).
// Circular buffers: c_0, c_1, c_2 out, one per operand, page at least a tile, capacity a multiple
// of tiles_per_block.
// Common arguments:
//   num_operands      0 to 3
//   each operand: a tensor (tensor_arguments.h)
//   rank              of the output in tiles, at most 8
//   extents           of the output, rank words
//   each operand: strides, rank words; 0 where it is repeated (page_walk.h)
//   tiles_per_block   of each operand, read between two barriers
// Arguments:
//   0 first_tile      of the output
//   1 num_tiles       may be 0
// Waits for: room in the circular buffers; its reads, once per block.
#include "ttnn/cpp/operations/core/kernels/page_walk.h"
#include "ttnn/cpp/operations/core/kernels/tensor_arguments.h"

namespace {

constexpr uint32_t kMaxOperands = 3;

struct Operand {
    uint32_t tensor;  // L1 address of its arguments
    PageWalk pages;
};

void read_block(Operand& operand, uint32_t cb, uint32_t count) {
    const TensorPages tensor = tensor_at(operand.tensor);
    const uint32_t stride = get_local_cb_interface(cb).fifo_page_size;
    cb_reserve_back(cb, count);
    uint32_t l1_address = get_write_ptr(cb);
    for (uint32_t i = 0; i < count; ++i, ++operand.pages, l1_address += stride) {
        noc_async_read_page(*operand.pages, tensor, l1_address);
    }
}

}  // namespace

void kernel_main() {
    CommonArguments arguments;
    Operand operands[kMaxOperands];
    const uint32_t num_operands = arguments.word();
    for (uint32_t i = 0; i < num_operands; ++i) {
        operands[i].tensor = arguments.address();
        arguments.skip(tensor_words(operands[i].tensor));
    }
    const uint32_t rank = arguments.word();
    const uint32_t* extents = arguments.words(rank);
    const uint32_t first_tile = get_arg_val<uint32_t>(0);
    uint32_t remaining = get_arg_val<uint32_t>(1);
    for (uint32_t i = 0; i < num_operands; ++i) {
        operands[i].pages = PageWalk(rank, extents, arguments.words(rank), first_tile);
    }
    const uint32_t tiles_per_block = arguments.word();

    while (remaining > 0) {
        const uint32_t count = remaining < tiles_per_block ? remaining : tiles_per_block;
        for (uint32_t cb = 0; cb < num_operands; ++cb) {
            read_block(operands[cb], cb, count);
        }
        noc_async_read_barrier();
        for (uint32_t cb = 0; cb < num_operands; ++cb) {
            cb_push_back(cb, count);
        }
        remaining -= count;
    }
}
