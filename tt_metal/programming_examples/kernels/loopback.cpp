// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Copies tiles from one buffer in DRAM to another, through L1.
//
// Role: writer.
// Circular buffers: c_0, of which only the memory is used.
// Arguments: 0 number of tiles; common: 0 address to read, 1 address to write.
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    constexpr uint32_t kCb = 0;
    const uint32_t l1 = get_write_ptr(kCb);
    const auto buffer = [](uint32_t address) {
        return InterleavedAddrGenFast<true>{address, get_tile_size(kCb), get_dataformat(kCb)};
    };
    const auto from = buffer(get_common_arg_val<uint32_t>(0));
    const auto to = buffer(get_common_arg_val<uint32_t>(1));
    for (uint32_t tile = 0; tile < get_arg_val<uint32_t>(0); ++tile) {
        noc_async_read_tile(tile, from, l1);
        noc_async_read_barrier();
        noc_async_write_tile(tile, to, l1);
        noc_async_write_barrier();
    }
}
