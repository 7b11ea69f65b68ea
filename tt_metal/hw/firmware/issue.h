// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Emits the custom instructions of instructions.h. The only place that knows how they are spelled.
//
//     issue<MovementOp::kCbPushBack>(cb_index, num_pages);
//     uint32_t l1_address = query<MovementOp::kCbWritePointer>(cb_index);
#pragma once

#include <stdint.h>

#include "tt_metal/hw/instructions.h"

namespace tt::hw {

constexpr uint32_t opcode_of(MovementOp) { return kOpcodeMovement; }
constexpr uint32_t opcode_of(TensixOp) { return kOpcodeTensix; }

// Nearly every instruction hands L1 over to, or takes it over from, another unit. Hence "memory":
// the compiler must neither keep an L1 word in a register across it nor delay a store beyond it.
template <auto kOp>
inline __attribute__((always_inline)) void issue(uint32_t rs1 = 0, uint32_t rs2 = 0) {
    constexpr uint32_t kOperation = static_cast<uint32_t>(kOp);
    asm volatile(".insn r %0, %1, %2, x0, %z3, %z4"
                 :
                 : "i"(opcode_of(kOp)), "i"(kOperation & 7), "i"(kOperation >> 3), "rJ"(rs1),
                   "rJ"(rs2)
                 : "memory");
}

// For instructions with a result, none of which moves data.
template <auto kOp>
inline __attribute__((always_inline)) uint32_t query(uint32_t rs1 = 0, uint32_t rs2 = 0) {
    constexpr uint32_t kOperation = static_cast<uint32_t>(kOp);
    uint32_t rd;
    asm volatile(".insn r %1, %2, %3, %0, %z4, %z5"
                 : "=r"(rd)
                 : "i"(opcode_of(kOp)), "i"(kOperation & 7), "i"(kOperation >> 3), "rJ"(rs1),
                   "rJ"(rs2));
    return rd;
}

}  // namespace tt::hw
