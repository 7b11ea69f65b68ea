// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What data movement kernels (BRISC, NCRISC) program against; names and meanings are upstream's.
//
//     cb_reserve_back(cb, 1);
//     noc_async_read(get_noc_addr(x, y, address), get_write_ptr(cb), size);
//     noc_async_read_barrier();
//     cb_push_back(cb, 1);
//
// L1 addresses are byte addresses, sizes bytes.
#pragma once

#include <stdint.h>

#include "api/dataflow/interleaved.h"
#include "api/dataflow/packets.h"
#include "api/tensor/tensor_accessor.h"
#include "hostdevcommon/common_values.hpp"
#include "tt_metal/hw/firmware/issue.h"
#include "tt_metal/hw/memory_map.h"
#include "tt_metal/kernels/internal/circular_buffers.h"
#include "tt_metal/kernels/internal/kernel.h"
#include "tt_metal/kernels/internal/l1.h"
#include "tt_metal/kernels/internal/noc.h"

// ── Circular buffers ──
// A producer reserves pages at the back, fills them and pushes; a consumer waits for pages at the
// front, uses them and pops. Waiting again for more pages counts those already there.

inline void cb_reserve_back(uint32_t cb, uint32_t num_pages) {
    tt::hw::issue<tt::hw::MovementOp::kCbReserveBack>(cb, num_pages);
}
inline void cb_push_back(uint32_t cb, uint32_t num_pages) {
    tt::hw::issue<tt::hw::MovementOp::kCbPushBack>(cb, num_pages);
}
inline void cb_wait_front(uint32_t cb, uint32_t num_pages) {
    tt::hw::issue<tt::hw::MovementOp::kCbWaitFront>(cb, num_pages);
}
inline void cb_pop_front(uint32_t cb, uint32_t num_pages) {
    tt::hw::issue<tt::hw::MovementOp::kCbPopFront>(cb, num_pages);
}
inline bool cb_pages_available_at_front(uint32_t cb, uint32_t num_pages) {
    return tt::hw::query<tt::hw::MovementOp::kCbPagesAvailable>(cb) >= num_pages;
}
inline bool cb_pages_reservable_at_back(uint32_t cb, uint32_t num_pages) {
    return tt::hw::query<tt::hw::MovementOp::kCbPagesFree>(cb) >= num_pages;
}

// L1 address of the first page at the back, and at the front.
inline uint32_t get_write_ptr(uint32_t cb) { return cb_write_pointer(cb); }
inline uint32_t get_read_ptr(uint32_t cb) { return cb_read_pointer(cb); }

// ── Semaphores ──
// 32-bit words of L1, at the same address on every core that has them.

// L1 address of a semaphore from its id, as the host hands it out.
constexpr uint32_t get_semaphore(uint32_t id) {
    return tt::hw::kSemaphoreBase + id * tt::hw::kSemaphoreStride;
}

inline void noc_semaphore_set(volatile tt_l1_ptr uint32_t* semaphore, uint32_t value) {
    *semaphore = value;
}
inline void noc_semaphore_wait(volatile tt_l1_ptr uint32_t* semaphore, uint32_t value) {
    tt::hw::issue<tt::hw::MovementOp::kSemaphoreWaitEqual>(reinterpret_cast<uint32_t>(semaphore),
                                                           value);
}
inline void noc_semaphore_wait_min(volatile tt_l1_ptr uint32_t* semaphore, uint32_t value) {
    tt::hw::issue<tt::hw::MovementOp::kSemaphoreWaitAtLeast>(reinterpret_cast<uint32_t>(semaphore),
                                                             value);
}
template <bool posted = false>
inline void noc_semaphore_inc(uint64_t semaphore, uint32_t increment, uint8_t = noc_index,
                              uint8_t = 0) {
    noc_set_target(semaphore);
    tt::hw::issue<tt::hw::MovementOp::kNocAtomicIncrement>(increment);
}
// Of every core of a rectangle but the sender's, num_dests in all.
template <bool posted = false>
inline void noc_semaphore_inc_multicast(uint64_t semaphore, uint32_t increment, uint32_t num_dests,
                                        uint8_t = noc_index, uint8_t = 0) {
    using namespace tt::hw;
    const auto [left, right] = noc_range(noc_start_x(semaphore), noc_x(semaphore));
    const auto [top, bottom] = noc_range(noc_start_y(semaphore), noc_y(semaphore));
    uint32_t num_cores = 0;
    for (uint32_t y = top; y <= bottom; ++y) {
        for (uint32_t x = left; x <= right; ++x) {
            if (x == core_info().noc_x && y == core_info().noc_y) continue;
            noc_semaphore_inc(noc_address(noc_xy(x, y), noc_local_address(semaphore)), increment);
            ++num_cores;
        }
    }
    ASSERT(num_cores == num_dests);
}
// Copies the word at `from_l1` to a semaphore of another core, or of every core of a rectangle.
inline void noc_semaphore_set_remote(uint32_t from_l1, uint64_t semaphore, uint8_t = noc_index) {
    noc_async_write(from_l1, semaphore, sizeof(uint32_t));
}
inline void noc_semaphore_set_multicast(uint32_t from_l1, uint64_t semaphore, uint32_t num_dests,
                                        bool linked = false, uint8_t = noc_index) {
    noc_async_write_multicast(from_l1, semaphore, sizeof(uint32_t), num_dests, linked);
}
inline void noc_semaphore_set_multicast_loopback_src(uint32_t from_l1, uint64_t semaphore,
                                                     uint32_t num_dests, bool linked = false,
                                                     uint8_t = noc_index) {
    noc_async_write_multicast_loopback_src(from_l1, semaphore, sizeof(uint32_t), num_dests, linked);
}
