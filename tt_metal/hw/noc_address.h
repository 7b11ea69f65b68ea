// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// How the NoC names a byte of the chip: 36 bits of address within a node, 6 bits of x, 6 bits of y.
// Source: NoC address format of Wormhole in Tenstorrent's public documentation.
#pragma once

#include <stdint.h>

namespace tt::hw {

inline constexpr uint32_t kNocLocalAddressBits = 36;
inline constexpr uint32_t kNocCoordinateBits = 6;
inline constexpr uint32_t kNocCoordinateMask = (1u << kNocCoordinateBits) - 1;

// x and y as one word, ready to be shifted into an address.
constexpr uint32_t noc_xy(uint32_t x, uint32_t y) { return x | (y << kNocCoordinateBits); }

constexpr uint64_t noc_address(uint32_t xy, uint64_t local_address) {
    return (static_cast<uint64_t>(xy) << kNocLocalAddressBits) | local_address;
}

// A rectangle of cores that takes one write: its last core where a single one's coordinates stand,
// its first core above.
inline constexpr uint32_t kNocStartShift = kNocLocalAddressBits + 2 * kNocCoordinateBits;

constexpr uint64_t noc_multicast_address(uint32_t start_xy, uint32_t end_xy,
                                         uint64_t local_address) {
    return static_cast<uint64_t>(start_xy) << kNocStartShift | noc_address(end_xy, local_address);
}

constexpr uint32_t noc_start_x(uint64_t address) {
    return static_cast<uint32_t>(address >> kNocStartShift) & kNocCoordinateMask;
}

constexpr uint32_t noc_start_y(uint64_t address) {
    return static_cast<uint32_t>(address >> (kNocStartShift + kNocCoordinateBits)) &
           kNocCoordinateMask;
}

constexpr uint32_t noc_x(uint64_t address) {
    return static_cast<uint32_t>(address >> kNocLocalAddressBits) & kNocCoordinateMask;
}

constexpr uint32_t noc_y(uint64_t address) {
    return static_cast<uint32_t>(address >> (kNocLocalAddressBits + kNocCoordinateBits)) &
           kNocCoordinateMask;
}

constexpr uint64_t noc_local_address(uint64_t address) {
    return address & ((uint64_t{1} << kNocLocalAddressBits) - 1);
}

}  // namespace tt::hw
