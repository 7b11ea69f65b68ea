// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What reaches a device past its queues, and what outlives programs: memories by address, global
// semaphores, events.

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <vector>

#include <tt-metalium/tt_metal.hpp>

#include "tt_metal/runtime/testing/null_device.hpp"
#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal {
namespace {

using runtime_testing::KernelFolder;
using runtime_testing::NullDevice;
using runtime_testing::thrown;
using Words = std::vector<uint32_t>;

class DirectAccessTest : public testing::Test {
 protected:
    Words l1_words(const CoreCoord& core, DeviceAddr address, uint32_t size) const {
        Words words;
        detail::ReadFromDeviceL1(device_, core, static_cast<uint32_t>(address), size, words);
        return words;
    }

    NullDevice chip_;
    IDevice* device_ = chip_.device.get();
};

TEST_F(DirectAccessTest, ReachesMemoriesByAddress) {
    EXPECT_TRUE(detail::WriteToDeviceL1(device_, {1, 1}, 0x5000, {1, 2, 3}));
    EXPECT_TRUE(detail::WriteToDeviceDRAMChannel(device_, 2, 64, {4, 5}));

    EXPECT_EQ(l1_words({1, 1}, 0x5004, 8), (Words{2, 3}));
    EXPECT_EQ(l1_words({0, 1}, 0x5004, 4), Words{0});
    Words words;
    EXPECT_TRUE(detail::ReadFromDeviceDRAMChannel(device_, 2, 68, 4, words));
    EXPECT_EQ(words, Words{5});
}

TEST_F(DirectAccessTest, RefusesWhatIsNotThere) {
    Words words{1, 2};
    EXPECT_MENTIONS(
        thrown<std::out_of_range>([&] { detail::WriteToDeviceL1(device_, {4, 0}, 0, words); }),
        "logical_core (4,0)");
    EXPECT_MENTIONS(thrown<std::out_of_range>(
                        [&] { detail::WriteToDeviceL1(device_, {0, 0}, 128 * 1024 - 4, words); }),
                    "address 131068: 8 B from there on are not all in L1");
    EXPECT_MENTIONS(thrown<std::out_of_range>(
                        [&] { detail::ReadFromDeviceDRAMChannel(device_, 3, 0, 4, words); }),
                    "dram_channel 3: those of device 0 run from 0 to 2");
    EXPECT_MENTIONS(thrown<std::invalid_argument>(
                        [&] { detail::ReadFromDeviceL1(device_, {0, 0}, 0, 6, words); }),
                    "size 6: must be a multiple of 4 B");
    EXPECT_MENTIONS(
        thrown<std::invalid_argument>([&] { detail::WriteToDeviceL1(nullptr, {0, 0}, 0, words); }),
        "device: must not be null");
}

TEST_F(DirectAccessTest, MovesBuffersWithoutAQueue) {
    const auto buffer = CreateBuffer({device_, 64, 32, BufferType::DRAM});
    Words words;
    detail::WriteToBuffer(buffer, std::vector<uint16_t>(32, 7));
    detail::ReadFromBuffer(*buffer, words);

    EXPECT_EQ(words, Words(16, 0x00070007));
    EXPECT_MENTIONS(
        thrown<std::invalid_argument>([&] { detail::WriteToBuffer(*buffer, Words(3)); }),
        "source: has 12 B");
}

TEST_F(DirectAccessTest, PreparesProgramsBeforeTheyRun) {
    const KernelFolder folder;
    Program program = CreateProgram();
    CreateKernel(program, folder.add("empty.elf", ""), CoreCoord{0, 0}, ReaderDataMovementConfig{});
    EXPECT_THROW(detail::CompileProgram(device_, program), KernelLoadError);

    Program good = CreateProgram();
    CreateKernel(good, folder.add("some.elf"), CoreCoord{1, 0}, ReaderDataMovementConfig{});
    detail::CompileProgram(device_, good);
    EXPECT_TRUE(chip_.backend.last_run().empty());
    detail::LaunchProgram(device_, good);
    EXPECT_EQ(chip_.backend.last_run().size(), 1u);
}

// ── Global semaphores ──

TEST_F(DirectAccessTest, HasAGlobalSemaphoreOnEachOfItsCores) {
    const CoreRangeSet cores(CoreRange({1, 0}, {2, 1}));
    auto first = std::make_unique<GlobalSemaphore>(CreateGlobalSemaphore(device_, cores, 7));
    const GlobalSemaphore second = CreateGlobalSemaphore(device_, CoreCoord{0, 0}, 9);

    EXPECT_NE(first->address(), second.address());
    EXPECT_EQ(l1_words({2, 1}, first->address(), 4), Words{7});
    EXPECT_EQ(l1_words({0, 0}, second.address(), 4), Words{9});
    first->reset_semaphore_value(3);
    EXPECT_EQ(l1_words({1, 0}, first->address(), 4), Words{3});
    EXPECT_EQ(l1_words({0, 0}, second.address(), 4), Words{9});

    const DeviceAddr taken = device_->memory_view(BufferType::L1).total_bytes_allocated_per_bank;
    first.reset();
    EXPECT_LT(device_->memory_view(BufferType::L1).total_bytes_allocated_per_bank, taken);
}

TEST_F(DirectAccessTest, RefusesGlobalSemaphoresThatCannotBe) {
    EXPECT_MENTIONS(
        thrown<std::invalid_argument>([&] { CreateGlobalSemaphore(device_, CoreRangeSet(), 0); }),
        "cores must not be empty");
    EXPECT_MENTIONS(
        thrown<std::out_of_range>([&] { CreateGlobalSemaphore(device_, CoreCoord{0, 2}, 0); }),
        "core (0,2)");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] {
                        CreateGlobalSemaphore(device_, CoreCoord{0, 0}, 0, BufferType::DRAM);
                    }),
                    "buffer_type DRAM must be L1 or L1_SMALL");
    EXPECT_MENTIONS(
        thrown<std::invalid_argument>([&] { CreateGlobalSemaphore(nullptr, CoreCoord{0, 0}, 0); }),
        "device: must not be null");
}

// ── Events ──

TEST_F(DirectAccessTest, NumbersTheEventsOfAQueue) {
    CommandQueue& queue = device_->command_queue();
    const auto first = std::make_shared<Event>();
    const auto second = std::make_shared<Event>();
    EXPECT_FALSE(EventQuery(first));

    EnqueueRecordEvent(queue, first);
    EnqueueRecordEvent(queue, second);
    EnqueueWaitForEvent(queue, first);
    EventSynchronize(second);

    EXPECT_TRUE(EventQuery(second));
    EXPECT_EQ(second->event_id, first->event_id + 1);
    EXPECT_EQ(second->device.get(), device_);
}

TEST_F(DirectAccessTest, RefusesToWaitForEver) {
    const auto event = std::make_shared<Event>();
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { EventSynchronize(event); }),
                    "was never recorded");
    EXPECT_THROW(EnqueueWaitForEvent(device_->command_queue(), event), std::invalid_argument);
    EXPECT_MENTIONS(thrown<std::invalid_argument>([] { EventQuery(nullptr); }), "not be null");
    chip_.device->close();
    EXPECT_THROW(EnqueueRecordEvent(device_->command_queue(), event), DeviceClosedError);
}

}  // namespace
}  // namespace tt::tt_metal
