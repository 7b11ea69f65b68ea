// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// That launching a program again and again takes no memory that is not given back, counted to the
// byte: every allocation of this process goes through the operators below.

#include <gtest/gtest.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <vector>

#include <malloc.h>

#include <tt-metalium/host_api.hpp>

#include "tt_metal/runtime/testing/idle_program.hpp"

namespace {

std::atomic<std::int64_t> bytes_in_use = 0;

void* counted(void* memory) {
    if (memory == nullptr) throw std::bad_alloc();
    bytes_in_use += static_cast<std::int64_t>(malloc_usable_size(memory));
    return memory;
}

void release(void* memory) {
    bytes_in_use -= static_cast<std::int64_t>(malloc_usable_size(memory));
    std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) { return counted(std::malloc(size)); }
void* operator new(std::size_t size, std::align_val_t alignment) {
    const auto unit = static_cast<std::size_t>(alignment);
    return counted(std::aligned_alloc(unit, (size + unit - 1) / unit * unit));
}
void operator delete(void* memory) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { release(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { release(memory); }

namespace tt::tt_metal {
namespace {

using runtime_testing::all_cores;
using runtime_testing::idle_program;

class LaunchMemoryTest : public testing::Test {
 protected:
    ~LaunchMemoryTest() override { CloseDevice(device_); }

    // What a thousand calls leave behind, after some that may fill caches.
    template <typename Call>
    static std::int64_t growth(const Call& call) {
        for (int i = 0; i < 10; ++i) call();
        const std::int64_t before = bytes_in_use;
        for (int i = 0; i < 1000; ++i) call();
        return bytes_in_use - before;
    }
    void launch(Program& program) { EnqueueProgram(device_->command_queue(), program, false); }

    IDevice* device_ = CreateDevice(0);
};

TEST_F(LaunchMemoryTest, SeesWhatIsKept) {
    std::vector<std::vector<int>> kept;
    kept.reserve(2000);
    EXPECT_GE(growth([&] { kept.emplace_back(25); }), 100 * 1000);
}

TEST_F(LaunchMemoryTest, DoesNotGrowWhenAProgramRunsAgain) {
    Program program = idle_program(all_cores(*device_));

    EXPECT_EQ(growth([&] { launch(program); }), 0);
}

TEST_F(LaunchMemoryTest, DoesNotGrowWhenAProgramIsChangedBetweenRuns) {
    const CoreRange cores = all_cores(*device_);
    Program program = idle_program(cores);
    uint32_t round = 0;

    EXPECT_EQ(growth([&] {
                  SetRuntimeArgs(program, 0, cores, {round, 1, 0, 0, 1});
                  UpdateCircularBufferTotalSize(program, 0, 4096 * (1 + ++round % 3));
                  launch(program);
                  UpdateCircularBufferTotalSize(program, 0, 4096);
              }),
              0);
}

TEST_F(LaunchMemoryTest, DoesNotGrowWhenProgramsAndBuffersComeAndGo) {
    EXPECT_EQ(growth([&] {
                  Program program = idle_program(CoreCoord{1, 1});
                  const auto buffer = CreateBuffer({device_, 4096, 64, BufferType::DRAM});
                  launch(program);
              }),
              0);
}

}  // namespace
}  // namespace tt::tt_metal
