// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// bfloat16: the upper half of an IEEE 754 binary32. Values travel as their 16 bits.
#pragma once

#include <bit>
#include <cstdint>

namespace ttnn {

constexpr float float_from_bfloat16(uint16_t bits) {
    return std::bit_cast<float>(static_cast<uint32_t>(bits) << 16);
}

// Rounds to nearest, ties to even. A NaN stays a NaN of the same sign, made quiet.
constexpr uint16_t bfloat16_from_float(float value) {
    constexpr uint32_t kMagnitude = 0x7FFFFFFF;
    constexpr uint32_t kInfinity = 0x7F800000;
    constexpr uint32_t kQuiet = 0x00400000;
    const uint32_t bits = std::bit_cast<uint32_t>(value);
    const uint32_t rounded = bits + 0x7FFF + ((bits >> 16) & 1);
    const bool is_nan = (bits & kMagnitude) > kInfinity;
    return static_cast<uint16_t>((is_nan ? bits | kQuiet : rounded) >> 16);
}

}  // namespace ttnn
