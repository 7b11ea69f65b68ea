// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What a hart is wired to: the hardware that serves its custom instructions. The core implements
// it.
#pragma once

#include <cstdint>

namespace tt::sim {

struct CustomInstruction {
    uint8_t opcode;      // hw::kOpcodeMovement or hw::kOpcodeTensix
    uint16_t operation;  // as hw::operation() packs funct7 and funct3
    uint32_t rs1;        // values of the operands, not their register numbers
    uint32_t rs2;
};

enum class CustomOutcome : uint8_t {
    kRetired,  // done; rd is written and the hart goes on
    kParked,   // must wait; the hart stops at the instruction and the next run() retries it
    kHalted,   // done; the hart stops until it is reset
};

class HartPort {
 public:
    virtual ~HartPort() = default;

    // Executes one custom instruction. rd is 0 on entry and reaches the register file if the
    // outcome is kRetired or kHalted. May throw: the hart then stays at the instruction, as for
    // kParked.
    virtual CustomOutcome execute(const CustomInstruction& instruction, uint32_t& rd) = 0;

    // Asked before the hart reads L1 below hw::kL1ReadableBase, and before it writes L1 below
    // hw::kL1UnreservedBase. What they throw is passed on; the address is aligned.
    virtual void check_reserved_load(uint32_t /*address*/, uint32_t /*size_bytes*/) {}
    virtual void check_reserved_store(uint32_t /*address*/, uint32_t /*size_bytes*/) {}
};

}  // namespace tt::sim
