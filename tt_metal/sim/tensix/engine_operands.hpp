// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What operands of the engine's instructions stand for.
#pragma once

#include <cstdint>

#include "tt_metal/sim/tensix/circular_buffer.hpp"
#include "tt_metal/sim/tensix/tile_format.hpp"

namespace tt::sim {

// Numbers that travel together in one register, low byte first.
constexpr uint32_t low_byte(uint32_t word) { return word & 0xFF; }
constexpr uint32_t second_byte(uint32_t word) { return (word >> 8) & 0xFF; }
constexpr uint32_t above_byte(uint32_t word) { return word >> 8; }
constexpr uint32_t low_half(uint32_t word) { return word & 0xFFFF; }
constexpr uint32_t high_half(uint32_t word) { return word >> 16; }

// Throws Fault.
[[noreturn]] void fail_undefined(const char* what, uint32_t value);

// The enumerator of that value; throws Fault if it is beyond `last`.
template <class Enum>
Enum to_enum(uint32_t value, Enum last, const char* what) {
    if (value > static_cast<uint32_t>(last)) {
        fail_undefined(what, value);
    }
    return static_cast<Enum>(value);
}

// The tiles of circular buffer `index`. Throws Fault for a shape that no tile has.
TileShape tile_shape(uint32_t index, const CircularBuffer& buffer);

// Bytes of one tile, which has to fit a page of the buffer; else throws Fault.
uint32_t tile_bytes(uint32_t index, const CircularBuffer& buffer);

// Bytes of the strip that a tile has a place in. Throws Fault if the format has no rows or there is
// no such place.
uint64_t strip_bytes(uint32_t index, const CircularBuffer& buffer, TilePlace place);

}  // namespace tt::sim
