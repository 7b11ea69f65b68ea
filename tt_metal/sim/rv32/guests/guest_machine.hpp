// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The least machine in which a program of guests/ runs: one hart, an L1, and a port that knows only
// how a program ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "tt_metal/hw/hart.h"
#include "tt_metal/sim/rv32/guests/workloads.h"
#include "tt_metal/sim/rv32/hart.hpp"

namespace tt::sim::guests {

inline constexpr uint32_t kNumBanks = 12;

// Memory as every workload expects it: zero, but for what page_reader() finds there.
void prepare_scratch(std::span<uint32_t> scratch);

// The bytes of the file. Throws std::runtime_error if it cannot be read.
std::vector<std::byte> read_file(const std::string& path);

class GuestMachine {
 public:
    explicit GuestMachine(std::shared_ptr<const ProgramImage> image);

    // Runs the workload to its end in slices of `fuel` and returns its result.
    uint32_t run(Workload workload, uint32_t iterations, uint32_t fuel);

    const Hart& hart() const { return hart_; }

 private:
    // Knows kHartDone. Throws std::runtime_error for anything else.
    class Port : public HartPort {
     public:
        CustomOutcome execute(const CustomInstruction& instruction, uint32_t& rd) override;
    };

    std::shared_ptr<const ProgramImage> image_;
    std::vector<std::byte> l1_;
    Port port_;
    Hart hart_;
};

}  // namespace tt::sim::guests
