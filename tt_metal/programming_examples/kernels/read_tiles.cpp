// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Reads tiles from buffers in DRAM, as many of each in turn.
//
// Role: reader.
// Circular buffers: c_0, c_1 and so on, one for each buffer.
// Compile-time arguments: 0 number of buffers.
// Arguments: 0 first tile, 1 number of tiles; common: the buffers' addresses.
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    constexpr uint32_t kNumBuffers = get_compile_time_arg_val(0);
    const uint32_t first = get_arg_val<uint32_t>(0);
    const uint32_t end = first + get_arg_val<uint32_t>(1);

    for (uint32_t tile = first; tile < end; ++tile) {
        for (uint32_t cb = 0; cb < kNumBuffers; ++cb) {
            const InterleavedAddrGenFast<true> buffer = {
                .bank_base_address = get_common_arg_val<uint32_t>(cb),
                .page_size = get_tile_size(cb),
                .data_format = get_dataformat(cb),
            };
            cb_reserve_back(cb, 1);
            noc_async_read_tile(tile, buffer, get_write_ptr(cb));
            noc_async_read_barrier();
            cb_push_back(cb, 1);
        }
    }
}
