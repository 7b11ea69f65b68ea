// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Real kernels on simulated chips, through the host API alone: results, arguments per core, and
// what becomes of a kernel that goes wrong.

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <tt-metalium/host_api.hpp>

#include "tt_metal/runtime/testing/chosen_architecture.hpp"
#include "tt_metal/runtime/testing/kernel_elfs.hpp"
#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal {
namespace {

using runtime_testing::kernel_elf;
using runtime_testing::thrown;

constexpr uint32_t kPageSize = 64;

std::vector<uint32_t> numbers(uint32_t first, std::size_t count) {
    std::vector<uint32_t> list(count);
    for (uint32_t& number : list) number = first++;
    return list;
}

class KernelExecutionTest : public testing::Test {
 protected:
    ~KernelExecutionTest() override {
        for (IDevice* device : devices_) CloseDevice(device);
    }

    IDevice* open(int id) { return devices_.emplace_back(CreateDevice(id)); }

    // Each core copies its own pages by itself; returns what arrived.
    static std::vector<uint32_t> loop_back(IDevice* device, const std::vector<uint32_t>& data,
                                           uint32_t page_size = kPageSize) {
        CommandQueue& queue = device->command_queue();
        const CoreRange cores({0, 0}, {7, 7});
        const DeviceAddr size = data.size() * sizeof(uint32_t);
        const DeviceAddr core_size = size / cores.size();
        Program program = CreateProgram();
        const auto kernel = CreateKernel(program, kernel_elf("loopback.brisc.elf"), cores,
                                         DataMovementConfig{DataMovementProcessor::RISCV_0});
        const auto scratch = CreateBuffer({device, 64 * page_size, page_size, BufferType::L1});
        std::vector<std::shared_ptr<Buffer>> sources;
        std::vector<std::shared_ptr<Buffer>> targets;
        for (const CoreCoord& core : corerange_to_cores(cores)) {
            const auto first = data.begin() + sources.size() * core_size / sizeof(uint32_t);
            sources.push_back(CreateBuffer({device, core_size, page_size, BufferType::DRAM}));
            targets.push_back(CreateBuffer({device, core_size, page_size, BufferType::DRAM}));
            EnqueueWriteBuffer(queue, sources.back(),
                               std::vector(first, first + core_size / sizeof(uint32_t)), false);
            SetRuntimeArgs(program, kernel, core,
                           {static_cast<uint32_t>(sources.back()->address()),
                            static_cast<uint32_t>(targets.back()->address()),
                            static_cast<uint32_t>(scratch->address()),
                            static_cast<uint32_t>(core_size / page_size), page_size});
        }
        EnqueueProgram(queue, program, true);

        std::vector<uint32_t> result;
        for (const auto& target : targets) {
            std::vector<uint32_t> part;
            EnqueueReadBuffer(queue, target, part, true);
            result.insert(result.end(), part.begin(), part.end());
        }
        return result;
    }

    // Runs one NCRISC kernel with these arguments on core (3,2) and returns how it failed.
    static KernelError failure_of(IDevice* device, const std::string& file,
                                  const std::vector<uint32_t>& args) {
        Program program = CreateProgram();
        const CoreCoord core{3, 2};
        const auto kernel =
            CreateKernel(program, kernel_elf(file), core, ReaderDataMovementConfig{});
        CreateCircularBuffer(
            program, core,
            CircularBufferConfig(4096, {{0, tt::DataFormat::Float16_b}}).set_page_size(0, 2048));
        SetRuntimeArgs(program, kernel, core, args);
        try {
            EnqueueProgram(device->command_queue(), program, true);
        } catch (const KernelError& error) {
            return error;
        }
        throw std::runtime_error(file + " ran to its end");
    }

 private:
    std::vector<IDevice*> devices_;
};

TEST_F(KernelExecutionTest, GivesEachCoreItsOwnArguments) {
    IDevice* device = open(0);
    const auto data = numbers(17, 64 * 5 * kPageSize / sizeof(uint32_t));

    EXPECT_EQ(loop_back(device, data), data);
    EXPECT_GT(device->last_program_statistics().instructions_retired, 64u * 5);
}

TEST_F(KernelExecutionTest, FindsPagesWhereABlackholeHasThem) {
    const runtime_testing::ChosenArchitecture blackhole("blackhole");
    IDevice* device = open(0);
    constexpr uint32_t kSmallPage = 32;  // half of what its DRAM is aligned to
    const auto data = numbers(17, 64 * 11 * kSmallPage / sizeof(uint32_t));

    EXPECT_EQ(loop_back(device, data, kSmallPage), data);
}

TEST_F(KernelExecutionTest, RunsComputeKernelsBetweenReaderAndWriter) {
    IDevice* device = open(0);
    CommandQueue& queue = device->command_queue();
    constexpr uint32_t kTiles = 12;
    constexpr uint32_t kTileSize = 2048;
    const CoreCoord core{5, 6};
    const auto source = CreateBuffer({device, kTiles * kTileSize, kTileSize, BufferType::DRAM});
    const auto target = CreateBuffer({device, kTiles * kTileSize, kTileSize, BufferType::L1});
    // Finite bfloat16 values, two to a word: NaNs need not keep their bits.
    auto data = numbers(0, kTiles * kTileSize / sizeof(uint32_t));
    for (uint32_t& word : data) word = (0x3F80u << 16) | (word & 0x3FFFu);
    EnqueueWriteBuffer(queue, source, data, false);
    Program program = CreateProgram();
    const auto add_cb = [&](uint8_t index) {
        CreateCircularBuffer(
            program, core,
            CircularBufferConfig(4 * kTileSize, {{index, tt::DataFormat::Float16_b}})
                .set_page_size(index, kTileSize));
    };
    add_cb(0);
    add_cb(16);
    const auto address = [](const auto& buffer) {
        return static_cast<uint32_t>(buffer->address());
    };
    SetRuntimeArgs(program,
                   CreateKernel(program, kernel_elf("reader_interleaved.ncrisc.elf"), core,
                                ReaderDataMovementConfig{}),
                   core, {address(source), 1, 0, kTiles, 2});
    SetRuntimeArgs(
        program,
        CreateKernel(program, kernel_elf("compute_copy.trisc0.elf"), core, ComputeConfig{}), core,
        {kTiles / 4, 4});
    SetRuntimeArgs(program,
                   CreateKernel(program, kernel_elf("writer_interleaved.brisc.elf"), core,
                                WriterDataMovementConfig{}),
                   core, {address(target), 0, 0, kTiles, 2});

    for (int run = 0; run < 2; ++run) {
        EnqueueProgram(queue, program, false);
        Finish(queue);
    }

    std::vector<uint32_t> result;
    EnqueueReadBuffer(queue, target, result, true);
    EXPECT_EQ(result, data);
}

TEST_F(KernelExecutionTest, NamesCoreAndHartOfADeadlock_AndGoesOn) {
    IDevice* device = open(0);

    const KernelError error = failure_of(device, "deadlock.ncrisc.elf", {0, 1});

    EXPECT_EQ(error.kind(), KernelError::Kind::kDeadlock);
    EXPECT_EQ(error.core(), (CoreCoord{3, 2}));
    EXPECT_EQ(error.hart(), "NCRISC");
    EXPECT_MENTIONS(std::string(error.what()), "(3,2)");
    EXPECT_MENTIONS(std::string(error.what()), "NCRISC");
    const auto data = numbers(1, 64 * kPageSize / sizeof(uint32_t));
    EXPECT_EQ(loop_back(device, data), data);
}

TEST_F(KernelExecutionTest, NamesCoreHartAndAddressOfAStrayStore_AndGoesOn) {
    IDevice* device = open(0);

    const KernelError error =
        failure_of(device, "stray_store.ncrisc.elf", {device->l1_size_per_core()});

    EXPECT_EQ(error.kind(), KernelError::Kind::kFault);
    EXPECT_EQ(error.core(), (CoreCoord{3, 2}));
    EXPECT_EQ(error.hart(), "NCRISC");
    EXPECT_MENTIONS(std::string(error.what()), "stray_store.ncrisc.elf");
    EXPECT_MENTIONS(std::string(error.what()), "core (3,2) NCRISC");
    EXPECT_MENTIONS(std::string(error.what()), "0x0016e000");
    const auto data = numbers(1, 64 * kPageSize / sizeof(uint32_t));
    EXPECT_EQ(loop_back(device, data), data);
}

TEST_F(KernelExecutionTest, EndsAKernelThatNeverReturns_WhenThereIsABudget_AndGoesOn) {
    IDevice* device = open(0);
    device->set_instruction_budget(1000000);

    const KernelError error = failure_of(device, "endless_loop.ncrisc.elf", {});

    EXPECT_EQ(error.kind(), KernelError::Kind::kInstructionBudget);
    EXPECT_EQ(error.core(), (CoreCoord{3, 2}));
    EXPECT_MENTIONS(std::string(error.what()), "1000000");
    EXPECT_MENTIONS(std::string(error.what()), "(3,2)");
    const auto data = numbers(1, 64 * kPageSize / sizeof(uint32_t));
    EXPECT_EQ(loop_back(device, data), data);
}

TEST_F(KernelExecutionTest, LeavesOtherDevicesAlone_WhenAKernelFails) {
    IDevice* failing = open(0);
    IDevice* other = open(1);
    const auto buffer = CreateBuffer({other, 4096, 64, BufferType::DRAM});
    EnqueueWriteBuffer(other->command_queue(), buffer, numbers(3, 1024), true);

    failure_of(failing, "failed_assertion.ncrisc.elf", {1});

    std::vector<uint32_t> back;
    EnqueueReadBuffer(other->command_queue(), buffer, back, true);
    EXPECT_EQ(back, numbers(3, 1024));
    const auto data = numbers(1, 64 * kPageSize / sizeof(uint32_t));
    EXPECT_EQ(loop_back(other, data), data);
}

TEST_F(KernelExecutionTest, RefusesAProgramOfAnotherMachine_AndGoesOn) {
    IDevice* device = open(0);
    const std::string foreign = testing::TempDir() + "/foreign.elf";
    std::filesystem::copy_file("/proc/self/exe", foreign,
                               std::filesystem::copy_options::overwrite_existing);
    Program program = CreateProgram();
    CreateKernel(program, foreign, CoreCoord{0, 0}, ReaderDataMovementConfig{});

    const auto message =
        thrown<KernelLoadError>([&] { EnqueueProgram(device->command_queue(), program, true); });
    std::filesystem::remove(foreign);

    EXPECT_MENTIONS(message, foreign);
    const auto data = numbers(1, 64 * kPageSize / sizeof(uint32_t));
    EXPECT_EQ(loop_back(device, data), data);
}

TEST_F(KernelExecutionTest, RunsOnSeveralDevicesAndThreadsAtOnce) {
    IDevice* first = open(0);
    IDevice* second = open(1);
    const std::vector<IDevice*> users{first, second, first, second};
    std::vector<int> right(users.size());  // not of bool, whose elements share words
    std::vector<std::thread> threads;

    for (uint32_t i = 0; i < users.size(); ++i) {
        threads.emplace_back([&, i] {
            const auto data = numbers(i * 1000000, 64 * 3 * kPageSize / sizeof(uint32_t));
            right[i] = loop_back(users[i], data) == data;
        });
    }
    for (std::thread& thread : threads) thread.join();

    EXPECT_EQ(right, std::vector<int>(users.size(), 1));
}

}  // namespace
}  // namespace tt::tt_metal
