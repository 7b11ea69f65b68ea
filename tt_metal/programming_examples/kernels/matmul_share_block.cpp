// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Brings blocks of one operand in: one core of each row (or column) of cores reads a block and
// sends it to the others. The kernel on BRISC takes the product out in the end.
//
// Role: reader (operand A, along rows), writer (operand B, along columns, and the product).
// Circular buffers: c_0 for A or c_1 for B; c_16 out.
// Semaphores: two for each operand: other cores that are ready; whether a block has come.
// Compile-time arguments:
//   0 circular buffer, 1 first semaphore, 2 whether this core reads and sends
//   3 height, 4 width of a block, 5 columns of the operand, in tiles
//   6 number of blocks, 7 distance from one to the next in tiles
//   8 height, 9 width of the product's block, 10 columns of the product, in tiles
// Arguments:
//   0 address of the operand, 1 first tile
//   2 x, 3 y of the core that sends; 4 x, 5 y of the first, 6 x, 7 y of the last that receives
//   8 how many receive
//   9 address of the product, 10 first tile; of the writer alone
#include "block_transfer.h"

void kernel_main() {
    constexpr uint32_t kCb = get_compile_time_arg_val(0);
    constexpr bool kSends = get_compile_time_arg_val(2);
    constexpr uint32_t kTiles = get_compile_time_arg_val(3) * get_compile_time_arg_val(4);
    constexpr uint32_t kWaiting = 0, kReceived = 1;
    const uint32_t ready_address = get_semaphore(get_compile_time_arg_val(1));
    const uint32_t come_address = get_semaphore(get_compile_time_arg_val(1) + 1);
    volatile tt_l1_ptr uint32_t* ready = l1_pointer<uint32_t>(ready_address);
    volatile tt_l1_ptr uint32_t* come = l1_pointer<uint32_t>(come_address);
    const uint32_t num_receivers = get_arg_val<uint32_t>(8);
    const auto everywhere = [](uint32_t l1) {
        return get_noc_multicast_addr(get_arg_val<uint32_t>(4), get_arg_val<uint32_t>(5),
                                      get_arg_val<uint32_t>(6), get_arg_val<uint32_t>(7), l1);
    };
    Block block = {get_arg_val<uint32_t>(1), get_compile_time_arg_val(3),
                   get_compile_time_arg_val(4), get_compile_time_arg_val(5)};

    for (uint32_t i = 0; i < get_compile_time_arg_val(6); ++i) {
        cb_reserve_back(kCb, kTiles);
        if constexpr (kSends) {
            read_block(kCb, get_arg_val<uint32_t>(0), block);
            if (num_receivers > 0) {
                noc_semaphore_wait(ready, num_receivers);
                noc_semaphore_set(ready, 0);
                // The same place in all of them, as their circular buffers are alike.
                const uint32_t l1 = get_write_ptr(kCb);
                noc_async_write_multicast(l1, everywhere(l1), kTiles * get_tile_size(kCb),
                                          num_receivers);
                noc_semaphore_set(come, kReceived);
                noc_semaphore_set_multicast(come_address, everywhere(come_address), num_receivers);
                noc_async_write_barrier();
            }
        } else {
            noc_semaphore_set(come, kWaiting);
            noc_semaphore_inc(
                get_noc_addr(get_arg_val<uint32_t>(2), get_arg_val<uint32_t>(3), ready_address), 1);
            noc_semaphore_wait(come, kReceived);
        }
        cb_push_back(kCb, kTiles);
        block.first += get_compile_time_arg_val(7);
    }
    if constexpr (!kSends) noc_async_atomic_barrier();
#if defined(COMPILE_FOR_BRISC)
    write_block(16, get_arg_val<uint32_t>(9),
                {get_arg_val<uint32_t>(10), get_compile_time_arg_val(8),
                 get_compile_time_arg_val(9), get_compile_time_arg_val(10)});
#endif
}
