// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Writes a run of pages of a tensor, in order, however its buffer is laid out.
//
// Role: writer (BRISC).
// Circular buffers: c_16 in, page at least that of the tensor, capacity a multiple of
// pages_per_block.
// Common arguments: the tensor (tensor_arguments.h); pages_per_block, written between two waits.
// Arguments:
//   0 first_page
//   1 num_pages    may be 0
// Waits for: pages in c_16; its writes to have left, once per block, and to have arrived, at the
// end.
#include "ttnn/cpp/operations/core/kernels/tensor_arguments.h"

void kernel_main() {
    constexpr uint32_t kIn = 16;
    CommonArguments arguments;
    const TensorPages tensor = take_tensor(arguments);
    const uint32_t pages_per_block = arguments.word();
    const uint32_t stride = get_local_cb_interface(kIn).fifo_page_size;
    uint32_t page = get_arg_val<uint32_t>(0);
    const uint32_t end = page + get_arg_val<uint32_t>(1);

    while (page < end) {
        const uint32_t remaining = end - page;
        const uint32_t count = remaining < pages_per_block ? remaining : pages_per_block;
        cb_wait_front(kIn, count);
        uint32_t l1_address = get_read_ptr(kIn);
        for (uint32_t i = 0; i < count; ++i, ++page, l1_address += stride) {
            noc_async_write_page(page, tensor, l1_address);
        }
        noc_async_writes_flushed();
        cb_pop_front(kIn, count);
    }
    noc_async_write_barrier();
}
