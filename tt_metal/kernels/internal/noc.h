// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The network on the chip as a data movement hart uses it: coordinates, addresses, transfers.
//
// The `noc` parameters choose one of two networks; both reach every node under the same
// coordinates, so here they make no difference.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/firmware/issue.h"
#include "tt_metal/hw/firmware/this_hart.h"
#include "tt_metal/hw/mailbox.h"
#include "tt_metal/hw/memory_map.h"
#include "tt_metal/hw/noc_address.h"

static_assert(tt::hw::is_data_movement(tt::hw::kThisHart), "compute harts reach no NoC");

#if defined(NOC_INDEX)
inline constexpr uint8_t noc_index = NOC_INDEX;
#else
inline constexpr uint8_t noc_index = tt::hw::kThisHart == tt::hw::Hart::kBrisc ? 0 : 1;
#endif

// Bytes of the longest transfer that is one packet.
#if defined(ARCH_BLACKHOLE)
inline constexpr uint32_t NOC_MAX_BURST_SIZE = 16384;
#else
inline constexpr uint32_t NOC_MAX_BURST_SIZE = 8192;
#endif

// ── Coordinates of this core ──

inline const tt::hw::CoreInfo& core_info() {
    return *reinterpret_cast<const tt::hw::CoreInfo*>(tt::hw::kCoreInfoAddress);
}

// my_x[noc] and my_y[noc]: as the NoC counts.
inline constexpr struct {
    uint8_t operator[](uint8_t) const { return static_cast<uint8_t>(core_info().noc_x); }
} my_x;
inline constexpr struct {
    uint8_t operator[](uint8_t) const { return static_cast<uint8_t>(core_info().noc_y); }
} my_y;

// As programs on the host count.
inline uint32_t get_absolute_logical_x() { return core_info().logical_x; }
inline uint32_t get_absolute_logical_y() { return core_info().logical_y; }

// ── NoC addresses ──

inline uint64_t get_noc_addr(uint32_t x, uint32_t y, uint32_t address, uint8_t = noc_index) {
    return tt::hw::noc_address(tt::hw::noc_xy(x, y), address);
}

// Of this core's own L1.
inline uint64_t get_noc_addr(uint32_t l1_address, uint8_t = noc_index) {
    return get_noc_addr(core_info().noc_x, core_info().noc_y, l1_address);
}

// Of the rectangle of cores with these corners, at one L1 address in each.
inline uint64_t get_noc_multicast_addr(uint32_t x_start, uint32_t y_start, uint32_t x_end,
                                       uint32_t y_end, uint32_t address, uint8_t = noc_index) {
    return tt::hw::noc_multicast_address(tt::hw::noc_xy(x_start, y_start),
                                         tt::hw::noc_xy(x_end, y_end), address);
}

// ── NoC transfers ──
// They move data at the barrier, and may not be relied on before it. The template argument is the
// size that upstream's versions are made for; here one serves all.

inline void noc_set_target(uint64_t noc_address) {
    tt::hw::issue<tt::hw::MovementOp::kNocTarget>(static_cast<uint32_t>(noc_address),
                                                  static_cast<uint32_t>(noc_address >> 32));
}

template <uint32_t = 0>
inline void noc_async_read(uint64_t from, uint32_t to_l1, uint32_t size, uint8_t = noc_index) {
    noc_set_target(from);
    tt::hw::issue<tt::hw::MovementOp::kNocRead>(to_l1, size);
}

template <uint32_t = 0>
inline void noc_async_write(uint32_t from_l1, uint64_t to, uint32_t size, uint8_t = noc_index) {
    noc_set_target(to);
    tt::hw::issue<tt::hw::MovementOp::kNocWrite>(from_l1, size);
}

// To every core of a rectangle but the sender, num_dests in all; it need not be within.
template <uint32_t = 0>
inline void noc_async_write_multicast(uint32_t from_l1, uint64_t to, uint32_t size,
                                      uint32_t num_dests, bool /*linked*/ = false,
                                      uint8_t = noc_index) {
    tt::hw::issue<tt::hw::MovementOp::kNocMulticastReceivers>(num_dests, 0);
    noc_set_target(to);
    tt::hw::issue<tt::hw::MovementOp::kNocMulticast>(from_l1, size);
}

// The same with the sender, which counts as one of num_dests.
inline void noc_async_write_multicast_loopback_src(uint32_t from_l1, uint64_t to, uint32_t size,
                                                   uint32_t num_dests, bool /*linked*/ = false,
                                                   uint8_t = noc_index) {
    tt::hw::issue<tt::hw::MovementOp::kNocMulticastReceivers>(num_dests, 1);
    noc_set_target(to);
    tt::hw::issue<tt::hw::MovementOp::kNocMulticast>(from_l1, size);
}

// Writes one 32-bit word.
inline void noc_inline_dw_write(uint64_t to, uint32_t value) {
    noc_set_target(to);
    tt::hw::issue<tt::hw::MovementOp::kNocInlineWrite>(value);
}

inline void noc_async_read_barrier(uint8_t = noc_index) {
    tt::hw::issue<tt::hw::MovementOp::kNocReadBarrier>();
}
inline void noc_async_write_barrier(uint8_t = noc_index) {
    tt::hw::issue<tt::hw::MovementOp::kNocWriteBarrier>();
}
// The sources may be overwritten after this, though the writes need not have arrived.
inline void noc_async_writes_flushed(uint8_t = noc_index) {
    tt::hw::issue<tt::hw::MovementOp::kNocWritesFlushed>();
}
inline void noc_async_atomic_barrier(uint8_t = noc_index) {
    tt::hw::issue<tt::hw::MovementOp::kNocAtomicBarrier>();
}
inline void noc_async_full_barrier(uint8_t = noc_index) {
    noc_async_read_barrier();
    noc_async_write_barrier();
    noc_async_atomic_barrier();
}

// Reads that follow carry a number, by which they can be awaited apart from others.
inline void noc_async_read_set_trid(uint32_t number, uint8_t = noc_index) {
    tt::hw::issue<tt::hw::MovementOp::kNocReadNumber>(number);
}
inline void noc_async_read_barrier_with_trid(uint32_t number, uint8_t = noc_index) {
    tt::hw::issue<tt::hw::MovementOp::kNocNumberedReadBarrier>(number);
}
