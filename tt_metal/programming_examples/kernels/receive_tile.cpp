// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Receives a tile from another core and writes it to DRAM.
//
// Role: writer.
// Circular buffers: c_0.
// Semaphores: 0 there: this core has room; 1 here: the tile has come.
// Arguments: 0 address of the buffer; 1 x, 2 y of the other core.
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    const InterleavedAddrGenFast<true> buffer = {get_arg_val<uint32_t>(0), get_tile_size(0),
                                                 get_dataformat(0)};
    noc_semaphore_inc(
        get_noc_addr(get_arg_val<uint32_t>(1), get_arg_val<uint32_t>(2), get_semaphore(0)), 1);
    noc_async_atomic_barrier();
    noc_semaphore_wait(l1_pointer<uint32_t>(get_semaphore(1)), 1);
    noc_async_write_tile(0, buffer, get_write_ptr(0));
    noc_async_write_barrier();
}
