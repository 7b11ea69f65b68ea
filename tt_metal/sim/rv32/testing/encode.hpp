// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Instructions as words, written down a second time and apart from instructions.def, so that tests
// do not take the decoder's word for what it decodes.
#pragma once

#include <cstdint>
#include <vector>

namespace tt::sim::testing {

// Register numbers.
inline constexpr uint32_t kZero = 0;
inline constexpr uint32_t kRa = 1;
inline constexpr uint32_t kSp = 2;
inline constexpr uint32_t kA0 = 10;
inline constexpr uint32_t kA1 = 11;
inline constexpr uint32_t kA2 = 12;

constexpr uint32_t r_type(uint32_t opcode, uint32_t funct3, uint32_t funct7, uint32_t rd,
                          uint32_t rs1, uint32_t rs2) {
    return funct7 << 25 | rs2 << 20 | rs1 << 15 | funct3 << 12 | rd << 7 | opcode;
}

constexpr uint32_t i_type(uint32_t opcode, uint32_t funct3, uint32_t rd, uint32_t rs1,
                          int32_t immediate) {
    return static_cast<uint32_t>(immediate) << 20 | rs1 << 15 | funct3 << 12 | rd << 7 | opcode;
}

constexpr uint32_t s_type(uint32_t opcode, uint32_t funct3, uint32_t rs1, uint32_t rs2,
                          int32_t immediate) {
    const auto offset = static_cast<uint32_t>(immediate);
    return (offset >> 5 & 0x7F) << 25 | rs2 << 20 | rs1 << 15 | funct3 << 12 |
           (offset & 0x1F) << 7 | opcode;
}

constexpr uint32_t addi(uint32_t rd, uint32_t rs1, int32_t immediate) {
    return i_type(0x13, 0, rd, rs1, immediate);
}

constexpr uint32_t branch(uint32_t funct3, uint32_t rs1, uint32_t rs2, int32_t distance) {
    const auto d = static_cast<uint32_t>(distance);
    return (d >> 12 & 1) << 31 | (d >> 5 & 0x3F) << 25 | rs2 << 20 | rs1 << 15 | funct3 << 12 |
           (d >> 1 & 0xF) << 8 | (d >> 11 & 1) << 7 | 0x63;
}

constexpr uint32_t jal(uint32_t rd, int32_t distance) {
    const auto d = static_cast<uint32_t>(distance);
    return (d >> 20 & 1) << 31 | (d >> 1 & 0x3FF) << 21 | (d >> 11 & 1) << 20 |
           (d >> 12 & 0xFF) << 12 | rd << 7 | 0x6F;
}

constexpr uint32_t jalr(uint32_t rd, uint32_t rs1, int32_t offset) {
    return i_type(0x67, 0, rd, rs1, offset);
}

constexpr uint32_t load(uint32_t funct3, uint32_t rd, uint32_t rs1, int32_t offset) {
    return i_type(0x03, funct3, rd, rs1, offset);
}
constexpr uint32_t lw(uint32_t rd, uint32_t rs1, int32_t offset) {
    return load(2, rd, rs1, offset);
}

constexpr uint32_t store(uint32_t funct3, uint32_t rs2, uint32_t rs1, int32_t offset) {
    return s_type(0x23, funct3, rs1, rs2, offset);
}
constexpr uint32_t sw(uint32_t rs2, uint32_t rs1, int32_t offset) {
    return store(2, rs2, rs1, offset);
}

// custom-0, the instruction that tests leave to their port.
constexpr uint32_t custom(uint32_t operation, uint32_t rd, uint32_t rs1, uint32_t rs2) {
    return r_type(0x0B, operation & 7, operation >> 3, rd, rs1, rs2);
}

inline constexpr uint32_t kEcall = 0x00000073;
inline constexpr uint32_t kEbreak = 0x00100073;

// Two words that put any value into a register: addi sign-extends, so lui makes up for it.
inline std::vector<uint32_t> load_immediate(uint32_t rd, uint32_t value) {
    const uint32_t upper = (value + 0x800) & 0xFFFFF000;
    return {upper | rd << 7 | 0x37, addi(rd, rd, static_cast<int32_t>(value - upper))};
}

}  // namespace tt::sim::testing
