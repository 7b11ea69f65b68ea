// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Instructions as text, for messages and traces.
#pragma once

#include <cstdint>
#include <string>

namespace tt::sim::rv32 {

// What an assembler would take, without aliases: "lw a0, 8(sp)"; ".word 0x00000000" for an illegal
// instruction. Branches and jumps show their distance in bytes.
std::string disassemble(uint32_t word);

}  // namespace tt::sim::rv32
