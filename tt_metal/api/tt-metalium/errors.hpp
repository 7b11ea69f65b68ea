// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What the host API throws beside std::invalid_argument (an argument breaks a rule; the message
// names argument, value and rule) and std::out_of_range (an index or core that does not exist).
//
// After any of these the process and every device go on. A call that fails has done nothing, save
// that a program may have run in part.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

#include <tt-metalium/core_coord.hpp>

namespace tt::tt_metal {

// A memory of the device cannot hold what was asked for.
class OutOfMemoryError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

// The device, or the device of the buffer or queue, has been closed.
class DeviceClosedError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

// A kernel's ELF is missing, or is not one that the device can run.
class KernelLoadError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

// A kernel's source does not compile; what() has what the compiler says, with file and line.
class KernelCompileError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

// A kernel must be compiled, but there is no compiler; what() says how to get one.
class CompilerMissingError : public KernelCompileError {
 public:
    using KernelCompileError::KernelCompileError;
};

// A kernel did on the device what it must not do, or all kernels wait for ever. The device stays
// open and can run further programs; what the program wrote so far stays in its memories.
class KernelError : public std::runtime_error {
 public:
    enum class Kind {
        kFault,     // access, instruction, assertion or hardware rule broken by one hart
        kDeadlock,  // every hart that has not finished waits for another; core and hart: the first
        kInstructionBudget,  // more instructions retired than IDevice::set_instruction_budget
                             // allows
    };

    KernelError(Kind kind, CoreCoord core, std::string hart, std::uint32_t pc,
                const std::string& message)
        : std::runtime_error(message), kind_(kind), core_(core), hart_(std::move(hart)), pc_(pc) {}

    Kind kind() const { return kind_; }
    CoreCoord core() const { return core_; }
    // "BRISC", "NCRISC", "TRISC0", "TRISC1" or "TRISC2"; empty where no one hart is to blame.
    const std::string& hart() const { return hart_; }
    // Address of the instruction in the hart's instruction memory.
    std::uint32_t pc() const { return pc_; }

 private:
    Kind kind_;
    CoreCoord core_;
    std::string hart_;
    std::uint32_t pc_;
};

}  // namespace tt::tt_metal
