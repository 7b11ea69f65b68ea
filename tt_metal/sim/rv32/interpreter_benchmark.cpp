// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Prints how many million instructions per second of CPU time one host thread interprets, on three
// workloads.
// Usage: interpreter_benchmark WORKLOADS_ELF

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <exception>
#include <stdexcept>

#include "tt_metal/sim/rv32/guests/guest_machine.hpp"

namespace {

using tt::sim::ProgramImage;
using tt::sim::guests::GuestMachine;
using tt::sim::guests::Workload;

struct Case {
    const char* name;
    Workload workload;
    uint32_t iterations;
};

constexpr Case kCases[] = {
    {"fibonacci", Workload::kFibonacci, 50'000'000},
    {"sort_and_checksum", Workload::kSortAndChecksum, 1'000},
    {"page_reader", Workload::kPageReader, 3'000'000},
};
constexpr uint32_t kFuel = 10'000;
constexpr int kRepetitions = 5;

double seconds_of(GuestMachine& machine, const Case& test) {
    const std::clock_t start = std::clock();
    machine.run(test.workload, test.iterations, kFuel);
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

void measure(GuestMachine& machine, const Case& test) {
    double best = seconds_of(machine, test);
    for (int i = 1; i < kRepetitions; ++i) {
        best = std::min(best, seconds_of(machine, test));
    }
    const auto instructions = static_cast<double>(machine.hart().retired_instructions());
    std::printf("%-18s %8.1f M instructions %7.0f MIPS (best of %d)\n", test.name,
                instructions / 1e6, instructions / best / 1e6, kRepetitions);
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 2) {
        throw std::invalid_argument("usage: interpreter_benchmark WORKLOADS_ELF");
    }
    GuestMachine machine(ProgramImage::from_elf(tt::sim::guests::read_file(argv[1]), argv[1]));
    for (const Case& test : kCases) {
        measure(machine, test);
    }
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
