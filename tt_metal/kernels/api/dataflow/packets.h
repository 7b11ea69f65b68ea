// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Transfers of one packet, at most NOC_MAX_BURST_SIZE bytes, and runs of transfers whose far end or
// size is set once. Upstream has them for speed; here they are for kernels that use them.
#pragma once

#include <stdint.h>

#include "api/dataflow/interleaved.h"
#include "tt_metal/hw/noc_address.h"
#include "tt_metal/kernels/internal/noc.h"
#include "tt_metal/kernels/internal/refuse.h"

namespace packets_internal {

struct State {
    uint64_t far;  // an address at the far node
    uint32_t size;

    uint64_t at(uint32_t local_address) const {
        constexpr uint64_t kLocal = (uint64_t{1} << tt::hw::kNocLocalAddressBits) - 1;
        return (far & ~kLocal) | local_address;
    }
};

inline State read;
inline State write;

struct InlineState {
    uint64_t far;
    uint32_t value;
    uint8_t byte_enables;
};
inline InlineState inline_write;

inline void check_size(uint32_t size) {
    refuse_unless<tt::hw::Refusal::kPacketSize>(size <= NOC_MAX_BURST_SIZE, size);
}

}  // namespace packets_internal

template <bool...>
inline void noc_async_read_one_packet(uint64_t from, uint32_t to_l1, uint32_t size,
                                      uint8_t = noc_index, uint8_t = 0) {
    packets_internal::check_size(size);
    noc_async_read(from, to_l1, size);
}
template <bool...>
inline void noc_async_write_one_packet(uint32_t from_l1, uint64_t to, uint32_t size,
                                       uint8_t = noc_index, uint8_t = 0) {
    packets_internal::check_size(size);
    noc_async_write(from_l1, to, size);
}

// The far node of the reads that follow; they name an address at it.
inline void noc_async_read_set_state(uint64_t from, uint8_t = noc_index, uint8_t = 0) {
    packets_internal::read.far = from;
}
template <bool...>
inline void noc_async_read_with_state(uint32_t from, uint32_t to_l1, uint32_t size,
                                      uint8_t = noc_index) {
    noc_async_read(packets_internal::read.at(from), to_l1, size);
}

// The same with one size for all.
template <bool...>
inline void noc_async_read_one_packet_set_state(uint64_t from, uint32_t size, uint8_t = 0,
                                                uint8_t = noc_index) {
    packets_internal::check_size(size);
    packets_internal::read = {from, size};
}
template <bool...>
inline void noc_async_read_one_packet_with_state(uint32_t from, uint32_t to_l1,
                                                 uint8_t = noc_index) {
    noc_async_read(packets_internal::read.at(from), to_l1, packets_internal::read.size);
}
template <bool = false>
inline void noc_async_read_one_packet_with_state_with_trid(uint32_t base, uint32_t offset,
                                                           uint32_t to_l1, uint32_t number,
                                                           uint8_t = noc_index) {
    noc_async_read_set_trid(number);
    noc_async_read_one_packet_with_state(base + offset, to_l1);
}

template <bool posted = false>
inline void noc_async_write_set_state(uint64_t to, uint8_t = noc_index, uint8_t = 0) {
    packets_internal::write.far = to;
}
template <bool posted = false>
inline void noc_async_write_with_state(uint32_t from_l1, uint32_t to, uint32_t size,
                                       uint8_t = noc_index) {
    noc_async_write(from_l1, packets_internal::write.at(to), size);
}

template <bool posted = false>
inline void noc_async_write_one_packet_set_state(uint64_t to, uint32_t size, uint8_t = noc_index,
                                                 uint8_t = 0) {
    packets_internal::check_size(size);
    packets_internal::write = {to, size};
}
template <bool posted = false>
inline void noc_async_write_one_packet_with_state(uint32_t from_l1, uint32_t to,
                                                  uint8_t = noc_index) {
    noc_async_write_with_state(from_l1, to, packets_internal::write.size);
}

// ── Numbered writes ──
// The commands' buffers, of which upstream has several, are one here.

inline constexpr uint8_t write_cmd_buf = 0;

inline void noc_async_write_one_packet_with_trid(uint32_t from_l1, uint64_t to, uint32_t size,
                                                 uint32_t number, uint8_t = write_cmd_buf,
                                                 uint8_t = noc_index, uint8_t = 0) {
    noc_async_write_set_trid(number);
    noc_async_write_one_packet(from_l1, to, size);
}
inline void noc_async_write_one_packet_with_trid_set_state(uint64_t to, uint8_t = write_cmd_buf,
                                                           uint8_t = noc_index, uint8_t = 0) {
    noc_async_write_set_state(to);
}
inline void noc_async_write_one_packet_with_trid_with_state(uint32_t from_l1, uint32_t to,
                                                            uint32_t size, uint32_t number,
                                                            uint8_t = write_cmd_buf,
                                                            uint8_t = noc_index) {
    packets_internal::check_size(size);
    noc_async_write_set_trid(number);
    noc_async_write_with_state(from_l1, to, size);
}

// ── Inline writes ──

// What those that follow go to and write, unless they say otherwise.
template <bool posted = false, bool set_val = false>
inline void noc_inline_dw_write_set_state(uint64_t to, uint32_t value = 0,
                                          uint8_t byte_enables = 0xF, uint8_t = write_cmd_buf,
                                          uint8_t = noc_index, uint8_t = 0) {
    packets_internal::inline_write = {to, value, byte_enables};
}
template <bool update_addr_lo = false, bool update_counter = true, bool posted = false,
          bool update_addr_hi = false, bool update_val = false>
inline void noc_inline_dw_write_with_state(uint32_t value, uint32_t to = 0, uint8_t = write_cmd_buf,
                                           uint8_t = noc_index) {
    auto& state = packets_internal::inline_write;
    if constexpr (update_addr_lo) {
        state.far = packets_internal::State{state.far, 0}.at(to);
    }
    if constexpr (update_val) state.value = value;
    noc_inline_dw_write(state.far, state.value, state.byte_enables);
}

// ── Pages of one bank of DRAM ──
// The address is of the buffer; that of the bank is returned and stays set.

template <bool use_vc = false>
inline uint32_t noc_async_read_tile_dram_sharded_set_state(uint32_t address, uint32_t page_size,
                                                           uint32_t bank = 0, uint32_t = 0,
                                                           uint8_t = noc_index) {
    const uint64_t from = get_noc_addr_from_bank_id<true>(bank, address);
    noc_async_read_one_packet_set_state(from, page_size);
    return static_cast<uint32_t>(tt::hw::noc_local_address(from));
}
inline void noc_async_read_tile_dram_sharded_with_state(uint32_t base, uint32_t offset,
                                                        uint32_t to_l1, uint8_t = noc_index) {
    noc_async_read_one_packet_with_state(base + offset, to_l1);
}
inline void noc_async_read_tile_dram_sharded_with_state_with_trid(uint32_t base, uint32_t offset,
                                                                  uint32_t to_l1, uint32_t number,
                                                                  uint8_t = noc_index) {
    noc_async_read_one_packet_with_state_with_trid(base, offset, to_l1, number);
}
