// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// An instruction as the interpreter wants it: fields unpacked, jumps resolved.
#pragma once

#include <cstdint>

namespace tt::sim::rv32 {

// What the interpreter does: every instruction, then what decode() puts where none can be executed.
enum class Opcode : uint8_t {
#define RV32_INSTRUCTION(mnemonic) k_##mnemonic,
#include "tt_metal/sim/rv32/instructions.def"
    k_illegal,         // a word that encodes no instruction
    k_not_code,        // memory that is not executable, or where the program ends
    k_jump_outside,    // in place of a jal whose target holds no code
    k_branch_outside,  // where such branches lead; the immediate leads back to the branch
};

// Stands in for x0 as a destination, so that the interpreter need not ask.
inline constexpr uint8_t kDiscardRegister = 32;

struct Operation {
    Opcode opcode = Opcode::k_illegal;
    uint8_t rd = kDiscardRegister;
    uint8_t rs1 = 0;
    uint8_t rs2 = 0;
    // What the instruction calls its immediate, except: branches and jal hold the distance in bytes
    // from this Operation to that of the target, lui and auipc the value of rd, custom
    // instructions their hw::operation().
    int32_t immediate = 0;
};
static_assert(sizeof(Operation) == 8);

}  // namespace tt::sim::rv32
