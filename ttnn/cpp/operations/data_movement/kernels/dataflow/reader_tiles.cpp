// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Reads the tiles of a tensor in the order of a box.
//
// Role: reader (NCRISC).
// Circular buffers: c_0 out, page = one tile, capacity a multiple of tiles_per_block.
// Common arguments:
//   the tensor          as tensor_arguments.h has it
//   tiles_per_block     read between two waits
//   the box             as box_walk.h has it, with tiles as elements
// Arguments:
//   0 first_tile        in the order of the box
//   1 num_tiles         may be 0
// Waits for: room in c_0; its reads, once per block.
#include "ttnn/cpp/operations/core/kernels/tensor_arguments.h"
#include "ttnn/cpp/operations/data_movement/kernels/box_walk.h"

void kernel_main() {
    constexpr uint32_t kOut = 0;
    CommonArguments arguments;
    const TensorPages tensor = take_tensor(arguments);
    const uint32_t tiles_per_block = arguments.word();
    BoxWalk<1> walk(arguments, get_arg_val<uint32_t>(0));
    uint32_t left = get_arg_val<uint32_t>(1);
    const uint32_t tile_bytes = get_local_cb_interface(kOut).fifo_page_size;

    while (left > 0) {
        const uint32_t count = left < tiles_per_block ? left : tiles_per_block;
        cb_reserve_back(kOut, count);
        uint32_t to = get_write_ptr(kOut);
        for (uint32_t i = 0; i < count; ++i, to += tile_bytes) {
            noc_async_read_page(walk.flat(0), tensor, to);
            walk.advance(1);
        }
        noc_async_read_barrier();
        cb_push_back(kOut, count);
        left -= count;
    }
}
