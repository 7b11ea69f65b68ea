// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Transfers of one packet, at most NOC_MAX_BURST_SIZE bytes, and runs of transfers whose far end or
// size is set once. Upstream has them for speed; here they are for kernels that use them.
#pragma once

#include <stdint.h>

#include "api/debug/assert.h"
#include "tt_metal/hw/noc_address.h"
#include "tt_metal/kernels/internal/noc.h"

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

}  // namespace packets_internal

inline void noc_async_read_one_packet(uint64_t from, uint32_t to_l1, uint32_t size,
                                      uint8_t = noc_index) {
    ASSERT(size <= NOC_MAX_BURST_SIZE);
    noc_async_read(from, to_l1, size);
}
inline void noc_async_write_one_packet(uint32_t from_l1, uint64_t to, uint32_t size,
                                       uint8_t = noc_index) {
    ASSERT(size <= NOC_MAX_BURST_SIZE);
    noc_async_write(from_l1, to, size);
}

// The far node of the reads that follow; they name an address at it.
inline void noc_async_read_set_state(uint64_t from, uint8_t = noc_index) {
    packets_internal::read.far = from;
}
template <bool = false>
inline void noc_async_read_with_state(uint32_t from, uint32_t to_l1, uint32_t size,
                                      uint8_t = noc_index) {
    noc_async_read(packets_internal::read.at(from), to_l1, size);
}

// The same with one size for all.
inline void noc_async_read_one_packet_set_state(uint64_t from, uint32_t size, uint8_t = noc_index) {
    ASSERT(size <= NOC_MAX_BURST_SIZE);
    packets_internal::read = {from, size};
}
template <bool = false>
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

inline void noc_async_write_one_packet_set_state(uint64_t to, uint32_t size, uint8_t = noc_index) {
    ASSERT(size <= NOC_MAX_BURST_SIZE);
    packets_internal::write = {to, size};
}
template <bool = false>
inline void noc_async_write_one_packet_with_state(uint32_t from_l1, uint32_t to,
                                                  uint8_t = noc_index) {
    noc_async_write(from_l1, packets_internal::write.at(to), packets_internal::write.size);
}
