// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// One RISC-V hart (rv32im): registers, program counter and private memory.
//
//     Hart hart(hw::Hart::kBrisc, l1, port);
//     hart.reset(image);
//     while (hart.run(1000) != RunResult::kHalted) { ... }  // let others run in between
//
// It executes exactly what the architecture defines and traps all else. There is no model of time:
// the counters `cycle` and `instret` both read the number of retired instructions. The harts of a
// core share L1, which the core owns and which must outlive them, as must the port; they are run by
// one thread at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "tt_metal/hw/hart.h"
#include "tt_metal/sim/rv32/hart_port.hpp"
#include "tt_metal/sim/rv32/hart_trap.hpp"
#include "tt_metal/sim/rv32/program_image.hpp"

namespace tt::sim {

enum class RunResult : uint8_t {
    kOutOfFuel,  // runnable, has had its share
    kParked,     // at a custom instruction that must wait; run() retries it
    kHalted,     // stays so until reset()
};

class Hart {
 public:
    // Throws std::invalid_argument for an L1 that is smaller than its reserved part, is no whole
    // number of words, or would reach into the hart's private memories.
    Hart(hw::Hart id, std::span<std::byte> l1, HartPort& port);

    // Starts over with `image`: registers and counters zero, local memory as the program wants it,
    // pc at its entry. Throws std::invalid_argument if the program needs more local memory than
    // this hart has, or if `image` is null.
    void reset(std::shared_ptr<const ProgramImage> image);

    // Executes at least `fuel` instructions, then stops at the next taken branch or jump: code
    // without one ends within the size of the instruction memory. Throws HartTrap for what the hart
    // cannot execute, and passes on what the port throws. Throws std::logic_error before the first
    // reset().
    RunResult run(uint32_t fuel);

    hw::Hart id() const { return id_; }
    uint32_t pc() const { return pc_; }
    uint64_t retired_instructions() const { return retired_instructions_; }
    // Value of x0 to x31. Throws std::out_of_range for other indices.
    uint32_t register_value(uint32_t index) const;
    std::span<const std::byte> local_memory() const { return local_memory_; }

    // Where the hart is, like "NCRISC at 0xffc00124 (kernel_main+0x40)", or was at that pc.
    std::string location() const { return location(pc_); }
    std::string location(uint32_t pc) const;

 private:
    // One more than the architecture has: writes to x0 go to the last one, so that x0 stays 0.
    using Registers = std::array<uint32_t, rv32::kDiscardRegister + 1>;

    class Interpreter;

    RunResult interpret(uint32_t fuel);
    // In instruction memory, and in the part of L1 where the port must be asked.
    uint32_t load_elsewhere(uint32_t address, uint32_t size_bytes) const;
    void store_elsewhere(uint32_t address, uint32_t size_bytes, uint32_t value);
    bool is_in_reserved_l1(uint32_t address, uint32_t size_bytes) const;
    uint32_t word_at_pc() const;

    // These report what the instruction at pc has done wrong.
    [[noreturn]] void trap(TrapKind kind, std::string reason) const;
    [[noreturn]] void trap_access(const char* access, uint32_t address, uint32_t size_bytes) const;
    [[noreturn]] void trap_store(uint32_t address, uint32_t size_bytes) const;
    [[noreturn]] void trap_jump(uint32_t target) const;

    hw::Hart id_;
    bool halted_ = false;
    uint32_t pc_ = 0;
    uint64_t retired_instructions_ = 0;
    Registers registers_{};
    std::span<std::byte> l1_;
    std::vector<std::byte> local_memory_;
    HartPort& port_;
    std::shared_ptr<const ProgramImage> image_;
};

}  // namespace tt::sim
