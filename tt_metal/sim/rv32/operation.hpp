// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// An instruction as the interpreter wants it: fields unpacked, jumps resolved.
#pragma once

#include <cstdint>

namespace tt::sim::rv32 {

// Stands in for x0 as a destination, so that the interpreter need not ask.
inline constexpr uint8_t kDiscardRegister = 32;

struct Operation {
    uint8_t opcode;  // an Opcode of decode.hpp
    uint8_t rd;      // kDiscardRegister for x0
    uint8_t rs1;
    uint8_t rs2;
    // What the instruction calls its immediate, except: branches and jal hold the distance in bytes
    // from this Operation to that of the target, lui and auipc the value of rd, counters a shift, custom
    // instructions their hw::operation().
    int32_t immediate;
};
static_assert(sizeof(Operation) == 8);

}  // namespace tt::sim::rv32
