// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Arithmetic where RISC-V defines what C++ leaves undefined or does not offer.
// Source: The RISC-V Instruction Set Manual, Volume I, "M" extension, table of division by zero and
// overflow.
#pragma once

#include <cstdint>
#include <limits>

namespace tt::sim::rv32 {

constexpr int32_t as_signed(uint32_t value) { return static_cast<int32_t>(value); }

// Upper half of the 64-bit product.
constexpr uint32_t multiply_high(int32_t a, int32_t b) {
    return static_cast<uint32_t>((int64_t{a} * b) >> 32);
}
constexpr uint32_t multiply_high(int32_t a, uint32_t b) {
    return static_cast<uint32_t>((int64_t{a} * int64_t{b}) >> 32);
}
constexpr uint32_t multiply_high(uint32_t a, uint32_t b) {
    return static_cast<uint32_t>((uint64_t{a} * b) >> 32);
}

// The one signed quotient that does not fit.
constexpr bool overflows(int32_t dividend, int32_t divisor) {
    return dividend == std::numeric_limits<int32_t>::min() && divisor == -1;
}

constexpr uint32_t divide(uint32_t dividend, uint32_t divisor) {
    return divisor == 0 ? std::numeric_limits<uint32_t>::max() : dividend / divisor;
}
constexpr uint32_t divide(int32_t dividend, int32_t divisor) {
    if (divisor == 0) {
        return std::numeric_limits<uint32_t>::max();
    }
    return static_cast<uint32_t>(overflows(dividend, divisor) ? dividend : dividend / divisor);
}

constexpr uint32_t remainder(uint32_t dividend, uint32_t divisor) {
    return divisor == 0 ? dividend : dividend % divisor;
}
constexpr uint32_t remainder(int32_t dividend, int32_t divisor) {
    if (divisor == 0) {
        return static_cast<uint32_t>(dividend);
    }
    return static_cast<uint32_t>(overflows(dividend, divisor) ? 0 : dividend % divisor);
}

}  // namespace tt::sim::rv32
