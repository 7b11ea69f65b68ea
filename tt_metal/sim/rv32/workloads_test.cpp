// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The same C++, compiled for both: what a hart computes must be what the host computes.

#include <gtest/gtest.h>

#include <cstdlib>

#include "tt_metal/sim/rv32/guests/guest_machine.hpp"

namespace tt::sim::guests {
namespace {

struct Case {
    const char* name;
    Workload workload;
    uint32_t iterations;
};

class WorkloadTest : public ::testing::TestWithParam<Case> {
 protected:
    static std::shared_ptr<const ProgramImage> image() {
        const std::string path = std::getenv("WORKLOADS_ELF");
        return ProgramImage::from_elf(read_file(path), path);
    }

    static uint32_t host_result() {
        std::vector<uint32_t> scratch(kScratchWords);
        prepare_scratch(scratch);
        return run(GetParam().workload, scratch.data(), GetParam().iterations);
    }
};

TEST_P(WorkloadTest, GivesTheSameOnHartAndHost) {
    constexpr uint32_t kFuel = 1000;
    GuestMachine machine(image());

    EXPECT_EQ(machine.run(GetParam().workload, GetParam().iterations, kFuel), host_result());
}

TEST_P(WorkloadTest, DoesNotDependOnTheSlicing) {
    GuestMachine whole(image());
    GuestMachine sliced(image());

    const uint32_t result = whole.run(GetParam().workload, GetParam().iterations, 1'000'000'000);

    EXPECT_EQ(sliced.run(GetParam().workload, GetParam().iterations, 1), result);
    EXPECT_EQ(sliced.hart().retired_instructions(), whole.hart().retired_instructions());
}

const Case kCases[] = {
    {"Fibonacci", Workload::kFibonacci, 1'000},
    {"SortAndChecksum", Workload::kSortAndChecksum, 3},
    {"PageReader", Workload::kPageReader, 1'000},
    {"Arithmetic", Workload::kArithmetic, 2'000},
};

INSTANTIATE_TEST_SUITE_P(All, WorkloadTest, ::testing::ValuesIn(kCases),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace tt::sim::guests
