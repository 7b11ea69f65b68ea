// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// How instructions are encoded: the fields of a word, and which word is which instruction.
// Source: The RISC-V Instruction Set Manual, Volume I, section "Base Instruction Formats".
#pragma once

#include <cstdint>

#include "tt_metal/sim/rv32/operation.hpp"

namespace tt::sim::rv32 {

// What of a word is an operand, and how it is written in assembly.
enum class Format : uint8_t {
    kRegister,   // rd, rs1, rs2
    kImmediate,  // rd, rs1, immediate
    kShift,      // rd, rs1, amount
    kConstant,   // rd, upper 20 bits
    kLoad,       // rd, offset(rs1)
    kStore,      // rs2, offset(rs1)
    kBranch,     // rs1, rs2, distance
    kJump,       // rd, distance
    kCounter,    // rd
    kCustom,     // as .insn: opcode, funct3, funct7, rd, rs1, rs2
    kPlain,      // none
};

struct Encoding {
    const char* mnemonic;
    uint32_t match;  // the word is this instruction if (word & mask) == match
    uint32_t mask;
    Format format;
    Opcode opcode;
};

// The row of instructions.def that encodes `word`, or nullptr: the word is illegal.
const Encoding* find_encoding(uint32_t word);

// Bits [high:low] of a word.
constexpr uint32_t bits(uint32_t word, int high, int low) {
    return (word >> low) & ((uint64_t{1} << (high - low + 1)) - 1);
}

constexpr uint32_t rd_field(uint32_t word) { return bits(word, 11, 7); }
constexpr uint32_t funct3_field(uint32_t word) { return bits(word, 14, 12); }
constexpr uint32_t rs1_field(uint32_t word) { return bits(word, 19, 15); }
constexpr uint32_t rs2_field(uint32_t word) { return bits(word, 24, 20); }
constexpr uint32_t funct7_field(uint32_t word) { return bits(word, 31, 25); }

// Immediates whose sign is bit 31: shift the word right arithmetically to spread it.
constexpr int32_t i_immediate(uint32_t word) { return static_cast<int32_t>(word) >> 20; }

constexpr int32_t s_immediate(uint32_t word) {
    return ((static_cast<int32_t>(word) >> 25) * (1 << 5)) | static_cast<int32_t>(rd_field(word));
}

constexpr int32_t b_immediate(uint32_t word) {
    const uint32_t low = bits(word, 7, 7) << 11 | bits(word, 30, 25) << 5 | bits(word, 11, 8) << 1;
    return ((static_cast<int32_t>(word) >> 31) * (1 << 12)) | static_cast<int32_t>(low);
}

constexpr int32_t u_immediate(uint32_t word) { return static_cast<int32_t>(word & 0xFFFFF000); }

constexpr int32_t j_immediate(uint32_t word) {
    const uint32_t low =
        bits(word, 19, 12) << 12 | bits(word, 20, 20) << 11 | bits(word, 30, 21) << 1;
    return ((static_cast<int32_t>(word) >> 31) * (1 << 20)) | static_cast<int32_t>(low);
}

}  // namespace tt::sim::rv32
