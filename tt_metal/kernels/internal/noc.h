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
#include "tt_metal/kernels/internal/chip.h"
#include "tt_metal/kernels/internal/kernel.h"

static_assert(tt::hw::is_data_movement(tt::hw::kThisHart), "compute harts reach no NoC");

#if defined(NOC_INDEX)
inline constexpr uint8_t noc_index = NOC_INDEX;
#else
inline constexpr uint8_t noc_index = tt::hw::kThisHart == tt::hw::Hart::kBrisc ? 0 : 1;
#endif

// ── Coordinates of this core ──

// my_x[noc] and my_y[noc]: as the NoC counts.
inline constexpr struct {
    uint8_t operator[](uint8_t) const { return static_cast<uint8_t>(core_info().noc_x); }
} my_x;
inline constexpr struct {
    uint8_t operator[](uint8_t) const { return static_cast<uint8_t>(core_info().noc_y); }
} my_y;

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

// A side of a rectangle, whose corners come in either order.
struct NocRange {
    uint32_t first;
    uint32_t last;
};
constexpr NocRange noc_range(uint32_t a, uint32_t b) {
    return a < b ? NocRange{a, b} : NocRange{b, a};
}

// ── NoC transfers ──
// They move data at the barrier, and may not be relied on before it. Template arguments are the
// size that upstream's versions are made for, which is one here, and whether writes are posted:
// those are not acknowledged, but are awaited and flushed as others are. The last parameter is the
// virtual channel, of which there is one.

inline void noc_set_target(uint64_t noc_address) {
    tt::hw::issue<tt::hw::MovementOp::kNocTarget>(static_cast<uint32_t>(noc_address),
                                                  static_cast<uint32_t>(noc_address >> 32));
}

template <uint32_t = 0, bool...>
inline void noc_async_read(uint64_t from, uint32_t to_l1, uint32_t size, uint8_t = noc_index,
                           uint8_t = 0) {
    noc_set_target(from);
    tt::hw::issue<tt::hw::MovementOp::kNocRead>(to_l1, size);
}

template <uint32_t = 0, bool...>
inline void noc_async_write(uint32_t from_l1, uint64_t to, uint32_t size, uint8_t = noc_index,
                            uint8_t = 0) {
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

inline void noc_async_write_multicast_one_packet(uint32_t from_l1, uint64_t to, uint32_t size,
                                                 uint32_t num_dests, bool linked = false,
                                                 uint8_t = noc_index) {
    noc_async_write_multicast(from_l1, to, size, num_dests, linked);
}

// The same with the sender, which counts as one of num_dests.
inline void noc_async_write_multicast_loopback_src(uint32_t from_l1, uint64_t to, uint32_t size,
                                                   uint32_t num_dests, bool /*linked*/ = false,
                                                   uint8_t = noc_index) {
    tt::hw::issue<tt::hw::MovementOp::kNocMulticastReceivers>(num_dests, 1);
    noc_set_target(to);
    tt::hw::issue<tt::hw::MovementOp::kNocMulticast>(from_l1, size);
}

// Where the far word is: the NoC's way of writing is the same here.
enum class InlineWriteDst : uint8_t { DEFAULT, L1, REG };

// Writes one 32-bit word, or those of its bytes that are enabled: bit i is for byte i.
template <InlineWriteDst = InlineWriteDst::DEFAULT, bool posted = false>
inline void noc_inline_dw_write(uint64_t to, uint32_t value, uint8_t byte_enables = 0xF,
                                uint8_t = noc_index, uint8_t = 0) {
    noc_set_target(to);
    tt::hw::issue<tt::hw::MovementOp::kNocInlineWrite>(value, ~uint32_t{byte_enables} & 0xF);
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
inline void noc_async_posted_writes_flushed(uint8_t = noc_index) { noc_async_writes_flushed(); }
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

// Writes may be numbered as well. There is one count of them here, so waiting for one number waits
// for all.
inline constexpr uint32_t NOC_CLEAR_OUTSTANDING_REQ_MASK = 0xFFFFFFFF;

inline void noc_async_write_set_trid(uint32_t, uint8_t = noc_index) {}
inline void noc_async_write_barrier_with_trid(uint32_t, uint8_t = noc_index) {
    noc_async_write_barrier();
}
inline void noc_async_write_flushed_with_trid(uint32_t, uint8_t = noc_index) {
    noc_async_writes_flushed();
}
inline void reset_noc_trid_barrier_counter(uint32_t = NOC_CLEAR_OUTSTANDING_REQ_MASK,
                                           uint8_t = noc_index) {}
