// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Reads a run of pages of an interleaved buffer, in order.
//
// Role: reader (NCRISC).
// Circular buffers: c_0 out, page = page of the buffer, capacity a multiple of pages_per_block.
// Arguments:
//   0 address           of the buffer
//   1 is_dram           1: DRAM, 0: L1
//   2 first_page
//   3 num_pages         may be 0
//   4 pages_per_block   read between two barriers
// Waits for: room in c_0; its reads, once per block.
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    constexpr uint32_t kOut = 0;
    const uint32_t page_size = get_local_cb_interface(kOut).fifo_page_size;
    const InterleavedAccessor source(get_arg_val<uint32_t>(1), get_arg_val<uint32_t>(0), page_size);
    InterleavedCursor page(source, get_arg_val<uint32_t>(2));
    uint32_t remaining = get_arg_val<uint32_t>(3);
    const uint32_t pages_per_block = get_arg_val<uint32_t>(4);

    while (remaining > 0) {
        const uint32_t count = remaining < pages_per_block ? remaining : pages_per_block;
        cb_reserve_back(kOut, count);
        uint32_t l1_address = get_write_ptr(kOut);
        for (uint32_t i = 0; i < count; ++i, ++page, l1_address += page_size) {
            noc_async_read(page.noc_address(), l1_address, page_size);
        }
        noc_async_read_barrier();
        cb_push_back(kOut, count);
        remaining -= count;
    }
}
