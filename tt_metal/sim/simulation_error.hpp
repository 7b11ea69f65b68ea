// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What a program on the chip did wrong, and where. The chip stays inspectable and can run again.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>

#include "tt_metal/hw/hart.h"
#include "tt_metal/sim/core_coord.hpp"

namespace tt::sim {

enum class ErrorKind : uint8_t {
    kLaunch,       // what the host left in L1 cannot be launched
    kTrap,         // the hart cannot execute an instruction or reach an address
    kInstruction,  // a custom instruction that is undefined, or belongs to another hart
    kAssertion,    // the kernel's own assertion
    kRefusal,      // the kernel API's, of an argument
    kCircularBuffer,
    kSemaphore,
    kArgument,        // one that the host did not give
    kReservedMemory,  // L1 that is the host's
    kNoc,
    kSourceRegisters,
    kDst,
    kDataFormat,
    kDeadlock,           // no hart can proceed
    kInstructionBudget,  // see Chip::set_instruction_budget()
};

// what(): "core (3,2) NCRISC at 0xffc00124 (kernel_main+0x40): <what is wrong>".
class SimulationError : public std::runtime_error {
 public:
    SimulationError(ErrorKind kind, CoreCoord core, std::optional<hw::Hart> hart, uint32_t pc,
                    const std::string& what)
        : std::runtime_error(what), kind_(kind), core_(core), hart_(hart), pc_(pc) {}

    ErrorKind kind() const { return kind_; }
    // In a deadlock: the first of those that wait.
    CoreCoord core() const { return core_; }
    // None if the core could not be launched.
    std::optional<hw::Hart> hart() const { return hart_; }
    uint32_t pc() const { return pc_; }

 private:
    ErrorKind kind_;
    CoreCoord core_;
    std::optional<hw::Hart> hart_;
    uint32_t pc_;
};

}  // namespace tt::sim
