// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Why a hart could not execute an instruction.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

namespace tt::sim {

enum class TrapKind : uint8_t {
    kIllegalInstruction,
    kMisalignedAddress,         // of a load, store or jump
    kNullPointer,               // load or store in the first bytes of L1
    kOutOfBounds,               // load, store or jump outside every memory of the hart
    kInstructionMemoryWritten,  // store to memory that a hart may only execute and read
    kEnvironmentCall,           // ecall: there is no environment to call
    kBreakpoint,                // ebreak
};

// The hart stays at the trapping instruction, with its registers as they were before it.
class HartTrap : public std::runtime_error {
 public:
    // `location` is Hart::location() at the time of the trap.
    HartTrap(TrapKind kind, uint32_t pc, const std::string& location, std::string reason)
        : std::runtime_error(location + ": " + reason),
          kind_(kind),
          pc_(pc),
          reason_(std::move(reason)) {}

    TrapKind kind() const { return kind_; }
    uint32_t pc() const { return pc_; }
    // Like "load from 0x00170000 outside L1 (1464 KiB)", without the location that what() adds.
    const std::string& reason() const { return reason_; }

 private:
    TrapKind kind_;
    uint32_t pc_;
    std::string reason_;
};

}  // namespace tt::sim
