// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Reads a tile from DRAM and sends it to another core, whose circular buffer is at the same place.
//
// Role: reader.
// Circular buffers: c_0.
// Semaphores: 0 here: the other core has room; 1 there: the tile has come.
// Arguments: 0 address of the buffer; 1 x, 2 y of the other core.
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    const uint32_t x = get_arg_val<uint32_t>(1), y = get_arg_val<uint32_t>(2);
    const InterleavedAddrGenFast<true> buffer = {get_arg_val<uint32_t>(0), get_tile_size(0),
                                                 get_dataformat(0)};
    const uint32_t l1 = get_write_ptr(0);
    noc_async_read_tile(0, buffer, l1);
    noc_async_read_barrier();

    noc_semaphore_wait(l1_pointer<uint32_t>(get_semaphore(0)), 1);
    noc_async_write(l1, get_noc_addr(x, y, l1), get_tile_size(0));
    noc_async_write_barrier();
    noc_semaphore_inc(get_noc_addr(x, y, get_semaphore(1)), 1);
    noc_async_atomic_barrier();
}
