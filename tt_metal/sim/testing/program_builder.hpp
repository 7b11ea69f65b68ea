// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Makes small programs for harts, one custom instruction after the other, without a compiler.
//
//     auto image = ProgramBuilder("writer")
//                      .issue(hw::MovementOp::kCbWaitFront, 0, 1)
//                      .issue(hw::MovementOp::kCbPopFront, 0, 1)
//                      .finish();
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tt_metal/hw/instructions.h"
#include "tt_metal/sim/rv32/program_image.hpp"

namespace tt::sim {

class ProgramBuilder {
 public:
    explicit ProgramBuilder(std::string name) : name_(std::move(name)) {}

    ProgramBuilder& issue(hw::MovementOp op, uint32_t rs1 = 0, uint32_t rs2 = 0);
    ProgramBuilder& issue(hw::TensixOp op, uint32_t rs1 = 0, uint32_t rs2 = 0);

    // Stores the result of an instruction to an L1 address.
    ProgramBuilder& query(hw::MovementOp op, uint32_t rs1, uint32_t l1_address);
    ProgramBuilder& store(uint32_t l1_address, uint32_t value);
    ProgramBuilder& load(uint32_t l1_address);  // to nowhere
    ProgramBuilder& jump_to_self();

    // With a `kHartDone` behind what has been added; all of it is the function "kernel_main".
    std::shared_ptr<const ProgramImage> finish() const;

 private:
    void custom(uint32_t opcode, uint32_t operation, uint32_t rd, uint32_t rs1, uint32_t rs2);
    void load_immediate(uint32_t destination, uint32_t value);

    std::string name_;
    std::vector<uint32_t> words_;
};

}  // namespace tt::sim
