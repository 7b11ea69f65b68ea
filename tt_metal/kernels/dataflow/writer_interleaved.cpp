// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Writes a run of pages of an interleaved buffer, in order.
//
// Role: writer (BRISC).
// Circular buffers: c_16 in, page = page of the buffer, capacity a multiple of pages_per_block.
// Arguments:
//   0 address           of the buffer
//   1 is_dram           1: DRAM, 0: L1
//   2 first_page
//   3 num_pages         may be 0
//   4 pages_per_block   written between two waits
// Waits for: pages in c_16; its writes to have left, once per block, and to have arrived, at the
// end.
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    constexpr uint32_t kIn = 16;
    const uint32_t page_size = get_local_cb_interface(kIn).fifo_page_size;
    const InterleavedAccessor target(get_arg_val<uint32_t>(1), get_arg_val<uint32_t>(0), page_size);
    InterleavedCursor page(target, get_arg_val<uint32_t>(2));
    uint32_t remaining = get_arg_val<uint32_t>(3);
    const uint32_t pages_per_block = get_arg_val<uint32_t>(4);

    while (remaining > 0) {
        const uint32_t count = remaining < pages_per_block ? remaining : pages_per_block;
        cb_wait_front(kIn, count);
        uint32_t l1_address = get_read_ptr(kIn);
        for (uint32_t i = 0; i < count; ++i, ++page, l1_address += page_size) {
            noc_async_write(l1_address, page.noc_address(), page_size);
        }
        noc_async_writes_flushed();
        cb_pop_front(kIn, count);
        remaining -= count;
    }
    noc_async_write_barrier();
}
