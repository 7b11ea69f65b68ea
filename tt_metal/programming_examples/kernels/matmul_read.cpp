// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Reads, for each tile of a product, the row of A and the column of B that it is made of.
//
// Role: reader.
// Circular buffers: c_0 for A, c_1 for B.
// Compile-time arguments: 0 columns of A in tiles, 1 columns of B in tiles.
// Arguments: 0 first tile of the product, 1 number of tiles; common: 0 address of A, 1 of B.
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    constexpr uint32_t kK = get_compile_time_arg_val(0), kN = get_compile_time_arg_val(1);
    const auto read = [](uint32_t cb, uint32_t tile) {
        const InterleavedAddrGenFast<true> buffer = {get_common_arg_val<uint32_t>(cb),
                                                     get_tile_size(cb), get_dataformat(cb)};
        cb_reserve_back(cb, 1);
        noc_async_read_tile(tile, buffer, get_write_ptr(cb));
        noc_async_read_barrier();
        cb_push_back(cb, 1);
    };
    const uint32_t first = get_arg_val<uint32_t>(0);
    for (uint32_t tile = first; tile < first + get_arg_val<uint32_t>(1); ++tile) {
        const uint32_t row = tile / kN, column = tile % kN;
        for (uint32_t k = 0; k < kK; ++k) {
            read(0, row * kK + k);
            read(1, k * kN + column);
        }
    }
}
