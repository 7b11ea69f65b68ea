// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Reads the same run of tiles of two interleaved tensors.
//
// Role: reader (NCRISC).
// Circular buffers: c_0 (a) and c_1 (b) out, page = one tile, capacity a multiple of
// tiles_per_block. Arguments:
//   0 a_address
//   1 a_is_dram         1: DRAM, 0: L1
//   2 b_address
//   3 b_is_dram
//   4 first_tile        of both tensors
//   5 num_tiles         may be 0
//   6 tiles_per_block   of each tensor, read between two barriers
// Waits for: room in c_0 and c_1; its reads, once per block.
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    constexpr uint32_t kA = 0;
    constexpr uint32_t kB = 1;
    const uint32_t a_tile_size = get_local_cb_interface(kA).fifo_page_size;
    const uint32_t b_tile_size = get_local_cb_interface(kB).fifo_page_size;
    const InterleavedAccessor a(get_arg_val<uint32_t>(1), get_arg_val<uint32_t>(0), a_tile_size);
    const InterleavedAccessor b(get_arg_val<uint32_t>(3), get_arg_val<uint32_t>(2), b_tile_size);
    const uint32_t first_tile = get_arg_val<uint32_t>(4);
    InterleavedCursor a_tile(a, first_tile);
    InterleavedCursor b_tile(b, first_tile);
    uint32_t remaining = get_arg_val<uint32_t>(5);
    const uint32_t tiles_per_block = get_arg_val<uint32_t>(6);

    while (remaining > 0) {
        const uint32_t count = remaining < tiles_per_block ? remaining : tiles_per_block;
        cb_reserve_back(kA, count);
        cb_reserve_back(kB, count);
        uint32_t a_l1_address = get_write_ptr(kA);
        uint32_t b_l1_address = get_write_ptr(kB);
        for (uint32_t i = 0; i < count; ++i) {
            noc_async_read(a_tile.noc_address(), a_l1_address, a_tile_size);
            noc_async_read(b_tile.noc_address(), b_l1_address, b_tile_size);
            ++a_tile;
            ++b_tile;
            a_l1_address += a_tile_size;
            b_l1_address += b_tile_size;
        }
        noc_async_read_barrier();
        cb_push_back(kA, count);
        cb_push_back(kB, count);
        remaining -= count;
    }
}
