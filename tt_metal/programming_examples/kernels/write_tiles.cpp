// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Writes tiles to a buffer in DRAM.
//
// Role: writer.
// Circular buffers: c_16.
// Arguments: 0 first tile, 1 number of tiles; common: 0 the buffer's address.
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    constexpr uint32_t kCb = 16;
    const uint32_t first = get_arg_val<uint32_t>(0);
    const uint32_t end = first + get_arg_val<uint32_t>(1);
    const InterleavedAddrGenFast<true> buffer = {
        .bank_base_address = get_common_arg_val<uint32_t>(0),
        .page_size = get_tile_size(kCb),
        .data_format = get_dataformat(kCb),
    };
    for (uint32_t tile = first; tile < end; ++tile) {
        cb_wait_front(kCb, 1);
        noc_async_write_tile(tile, buffer, get_read_ptr(kCb));
        noc_async_write_barrier();
        cb_pop_front(kCb, 1);
    }
}
