// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/rv32/encoding.hpp"

#include "tt_metal/hw/instructions.h"

namespace tt::sim::rv32 {
namespace {

constexpr uint32_t kOpcodeMask = 0x0000007F;
constexpr uint32_t kFunct3Mask = 0x00007000;
constexpr uint32_t kFunct7Mask = 0xFE000000;

// Major opcodes of the rows that do not state theirs.
constexpr uint32_t kOp = 0x33;
constexpr uint32_t kOpImmediate = 0x13;
constexpr uint32_t kOpLoad = 0x03;
constexpr uint32_t kOpStore = 0x23;
constexpr uint32_t kOpBranch = 0x63;
// csrrs rd, csr, x0: reads without writing.
constexpr uint32_t kOpCsrRead = 0x2073;
constexpr uint32_t kCsrReadMask = 0xFFFFF07F;

constexpr uint32_t funct(uint32_t funct7, uint32_t funct3) { return funct7 << 25 | funct3 << 12; }

constexpr Encoding kEncodings[] = {
#define RV32_REGISTER(mnemonic, funct7, funct3, value)                                \
    {#mnemonic, kOp | funct(funct7, funct3), kOpcodeMask | kFunct3Mask | kFunct7Mask, \
     Format::kRegister, Opcode::k_##mnemonic},
#define RV32_IMMEDIATE(mnemonic, funct3, value)                                                 \
    {#mnemonic, kOpImmediate | funct(0, funct3), kOpcodeMask | kFunct3Mask, Format::kImmediate, \
     Opcode::k_##mnemonic},
#define RV32_SHIFT(mnemonic, funct7, funct3, value)                                            \
    {#mnemonic, kOpImmediate | funct(funct7, funct3), kOpcodeMask | kFunct3Mask | kFunct7Mask, \
     Format::kShift, Opcode::k_##mnemonic},
#define RV32_CONSTANT(mnemonic, opcode) \
    {#mnemonic, opcode, kOpcodeMask, Format::kConstant, Opcode::k_##mnemonic},
#define RV32_LOAD(mnemonic, funct3, type)                                             \
    {#mnemonic, kOpLoad | funct(0, funct3), kOpcodeMask | kFunct3Mask, Format::kLoad, \
     Opcode::k_##mnemonic},
#define RV32_STORE(mnemonic, funct3, type)                                              \
    {#mnemonic, kOpStore | funct(0, funct3), kOpcodeMask | kFunct3Mask, Format::kStore, \
     Opcode::k_##mnemonic},
#define RV32_BRANCH(mnemonic, funct3, condition)                                          \
    {#mnemonic, kOpBranch | funct(0, funct3), kOpcodeMask | kFunct3Mask, Format::kBranch, \
     Opcode::k_##mnemonic},
#define RV32_COUNTER(mnemonic, csr, shift)                                        \
    {#mnemonic, kOpCsrRead | uint32_t{csr} << 20, kCsrReadMask, Format::kCounter, \
     Opcode::k_##mnemonic},
#define RV32_CUSTOM(mnemonic, opcode) \
    {".insn", opcode, kOpcodeMask, Format::kCustom, Opcode::k_##mnemonic},
#define RV32_SPECIAL(mnemonic, match, mask, format) \
    {#mnemonic, match, mask, Format::format, Opcode::k_##mnemonic},
#include "tt_metal/sim/rv32/instructions.def"
};

}  // namespace

const Encoding* find_encoding(uint32_t word) {
    for (const Encoding& encoding : kEncodings) {
        if ((word & encoding.mask) == encoding.match) {
            return &encoding;
        }
    }
    return nullptr;
}

}  // namespace tt::sim::rv32
