// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What a launch leaves in L1 and gives the harts, as the contract of the chip has it.

#include "tt_metal/runtime/launch_plan.hpp"

#include <gtest/gtest.h>

#include <span>

#include <tt-metalium/host_api.hpp>

#include "tt_metal/hw/mailbox.h"
#include "tt_metal/runtime/testing/null_device.hpp"
#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal::runtime_internal {
namespace {

using runtime_testing::KernelFolder;
using runtime_testing::NullDevice;
using runtime_testing::thrown;

class LaunchPlanTest : public testing::Test {
 protected:
    void run() { EnqueueProgram(chip_.device->command_queue(), program_, true); }

    template <typename T>
    T in_l1(LogicalCore core, uint32_t address) const {
        T value;
        chip_.backend.read_l1(core, address, std::as_writable_bytes(std::span(&value, 1)));
        return value;
    }
    hw::CbDescriptor descriptor(LogicalCore core, uint32_t index) const {
        return in_l1<hw::CbDescriptor>(core,
                                       hw::kCbDescriptorBase + index * sizeof(hw::CbDescriptor));
    }
    uint32_t arg(LogicalCore core, hw::Hart hart, uint32_t byte_offset) const {
        return in_l1<uint32_t>(core, hw::kRuntimeArgsBase +
                                         static_cast<uint32_t>(hart) * hw::kRuntimeArgsStride +
                                         byte_offset);
    }

    KernelFolder folder_;
    const std::string reader_ = folder_.add("reader.elf");
    const std::string writer_ = folder_.add("writer.elf");
    const std::string compute_ = folder_.add_compute("compute");
    NullDevice chip_;
    Program program_ = CreateProgram();
};

TEST_F(LaunchPlanTest, StartsTheHartsThatHaveKernels) {
    CreateKernel(program_, reader_, CoreRange({0, 0}, {1, 0}), ReaderDataMovementConfig{});
    std::vector<UnpackToDestMode> modes(64, UnpackToDestMode::Default);
    modes[1] = modes[33] = UnpackToDestMode::UnpackToDestFp32;
    CreateKernel(program_, compute_, CoreCoord{1, 0},
                 ComputeConfig{.math_fidelity = MathFidelity::HiFi2,
                               .fp32_dest_acc_en = true,
                               .dst_full_sync_en = true,
                               .unpack_to_dest_mode = modes,
                               .math_approx_mode = true});
    run();

    const auto reader_only = in_l1<hw::LaunchMessage>({0, 0}, hw::kLaunchMessageAddress);
    const auto both = in_l1<hw::LaunchMessage>({1, 0}, hw::kLaunchMessageAddress);
    EXPECT_EQ(reader_only.enabled_harts, 0b00010u);
    EXPECT_EQ(both.enabled_harts, 0b11110u);
    EXPECT_EQ(both.math_fidelity, 2);
    EXPECT_EQ(both.fp32_dest_acc, 1);
    EXPECT_EQ(both.dst_full_sync, 1);
    EXPECT_EQ(both.math_approx, 1);
    EXPECT_EQ(both.unpack_to_dest[0], 2u);
    EXPECT_EQ(both.unpack_to_dest[1], 2u);
    EXPECT_EQ(chip_.backend.last_run(), (std::vector<LogicalCore>{{0, 0}, {1, 0}}));
    EXPECT_EQ(chip_.backend.loaded({1, 0}, hw::Hart::kNcrisc), reader_);
    EXPECT_TRUE(chip_.backend.loaded({1, 0}, hw::Hart::kTrisc1).ends_with("compute.trisc1.elf"));
}

TEST_F(LaunchPlanTest, RefusesUnpackModesOfBuffersThatNoCoreHas) {
    const ComputeConfig config{.unpack_to_dest_mode =
                                   std::vector<UnpackToDestMode>(65, UnpackToDestMode::Default)};

    EXPECT_THROW(CreateKernel(program_, compute_, CoreCoord{0, 0}, config), std::invalid_argument);
}

TEST_F(LaunchPlanTest, GivesEachHartItsArguments) {
    const auto reader =
        CreateKernel(program_, reader_, CoreRange({0, 0}, {1, 0}), ReaderDataMovementConfig{});
    const auto compute = CreateKernel(program_, compute_, CoreCoord{1, 0}, ComputeConfig{});
    SetRuntimeArgs(program_, reader, CoreCoord{0, 0}, {11, 12});
    SetRuntimeArgs(program_, reader, CoreCoord{1, 0}, {21});
    SetCommonRuntimeArgs(program_, reader, std::vector<uint32_t>{31, 32});
    SetRuntimeArgs(program_, compute, CoreCoord{1, 0}, {41});
    run();

    EXPECT_EQ(arg({0, 0}, hw::Hart::kNcrisc, 0), 11u);
    EXPECT_EQ(arg({0, 0}, hw::Hart::kNcrisc, 4), 12u);
    EXPECT_EQ(arg({1, 0}, hw::Hart::kNcrisc, 0), 21u);
    EXPECT_EQ(arg({1, 0}, hw::Hart::kNcrisc, hw::kCommonRuntimeArgsOffset + 4), 32u);
    for (const auto hart : {hw::Hart::kTrisc0, hw::Hart::kTrisc1, hw::Hart::kTrisc2}) {
        EXPECT_EQ(arg({1, 0}, hart, 0), 41u);
    }
}

TEST_F(LaunchPlanTest, TakesArgumentsAsTheyAreAtEachLaunch) {
    const auto reader =
        CreateKernel(program_, reader_, CoreCoord{0, 0}, ReaderDataMovementConfig{});
    SetRuntimeArgs(program_, reader, CoreCoord{0, 0}, {1});
    run();
    GetRuntimeArgs(program_, reader, {0, 0})[0] = 2;
    run();
    EXPECT_EQ(arg({0, 0}, hw::Hart::kNcrisc, 0), 2u);

    SetRuntimeArgs(program_, reader, CoreCoord{0, 0}, {3, 4});
    run();
    EXPECT_EQ(arg({0, 0}, hw::Hart::kNcrisc, 4), 4u);
}

TEST_F(LaunchPlanTest, StacksCircularBuffersAtOneAddressOnAllTheirCores) {
    const CoreRange both({0, 0}, {1, 0});
    CreateKernel(program_, reader_, both, ReaderDataMovementConfig{});
    const auto tiles = [](uint8_t index, uint32_t count) {
        return CircularBufferConfig(count * 2048, {{index, tt::DataFormat::Float16_b}})
            .set_page_size(index, 2048);
    };
    CreateCircularBuffer(program_, both, tiles(0, 2));
    CreateCircularBuffer(program_, CoreCoord{0, 0}, tiles(1, 1));
    CreateCircularBuffer(
        program_, both,
        CircularBufferConfig(8192, {{16, tt::DataFormat::Float32}, {17, tt::DataFormat::Float16_b}})
            .set_page_size(16, 4096)
            .set_page_size(17, 2048));
    run();

    EXPECT_EQ(descriptor({0, 0}, 0).address, hw::kL1UnreservedBase);
    EXPECT_EQ(descriptor({0, 0}, 0).size_bytes, 4096u);
    EXPECT_EQ(descriptor({0, 0}, 0).page_size_bytes, 2048u);
    EXPECT_EQ(descriptor({0, 0}, 0).data_format, hw::DataFormat::Float16_b);
    EXPECT_EQ(descriptor({0, 0}, 1).address, hw::kL1UnreservedBase + 4096);
    EXPECT_EQ(descriptor({1, 0}, 1).size_bytes, 0u);
    for (const LogicalCore core : {LogicalCore{0, 0}, LogicalCore{1, 0}}) {
        EXPECT_EQ(descriptor(core, 16).address, hw::kL1UnreservedBase + 6144);
        EXPECT_EQ(descriptor(core, 17).address, hw::kL1UnreservedBase + 6144);
        EXPECT_EQ(descriptor(core, 17).page_size_bytes, 2048u);
    }
}

TEST_F(LaunchPlanTest, LeavesNothingOfTheLastProgram) {
    CreateKernel(program_, reader_, CoreCoord{0, 0}, ReaderDataMovementConfig{});
    CreateCircularBuffer(
        program_, CoreCoord{0, 0},
        CircularBufferConfig(16, {{31, tt::DataFormat::Float32}}).set_page_size(31, 16));
    CreateSemaphore(program_, CoreCoord{0, 0}, 5);
    run();
    Program next = CreateProgram();
    CreateKernel(next, writer_, CoreCoord{0, 0}, WriterDataMovementConfig{});

    EnqueueProgram(chip_.device->command_queue(), next, true);

    EXPECT_EQ(descriptor({0, 0}, 31).size_bytes, 0u);
    EXPECT_EQ(in_l1<uint32_t>({0, 0}, hw::kSemaphoreBase), 0u);
    EXPECT_EQ(in_l1<hw::LaunchMessage>({0, 0}, hw::kLaunchMessageAddress).enabled_harts, 1u);
}

TEST_F(LaunchPlanTest, ResetsSemaphoresAtEachLaunch_OnCoresWithoutKernelsToo) {
    CreateKernel(program_, reader_, CoreCoord{0, 0}, ReaderDataMovementConfig{});
    CreateSemaphore(program_, CoreCoord{0, 0}, 5);
    CreateSemaphore(program_, CoreRange({0, 0}, {3, 0}), 6);
    const uint32_t second = hw::kSemaphoreBase + hw::kSemaphoreStride;
    run();
    const uint32_t changed = 99;
    chip_.backend.write_l1({3, 0}, second, std::as_bytes(std::span(&changed, 1)));

    run();

    EXPECT_EQ(in_l1<uint32_t>({0, 0}, hw::kSemaphoreBase), 5u);
    EXPECT_EQ(in_l1<uint32_t>({0, 0}, second), 6u);
    EXPECT_EQ(in_l1<uint32_t>({3, 0}, second), 6u);
    EXPECT_EQ(chip_.backend.last_run(), (std::vector<LogicalCore>{{0, 0}}));
}

TEST_F(LaunchPlanTest, FollowsAProgramToAnotherDeviceAndThroughChanges) {
    NullDevice other;
    CreateKernel(program_, reader_, CoreCoord{0, 0}, ReaderDataMovementConfig{});
    run();

    EnqueueProgram(other.device->command_queue(), program_, true);
    CreateKernel(program_, writer_, CoreCoord{1, 1}, WriterDataMovementConfig{});
    run();

    EXPECT_EQ(other.backend.last_run(), (std::vector<LogicalCore>{{0, 0}}));
    EXPECT_EQ(chip_.backend.last_run(), (std::vector<LogicalCore>{{0, 0}, {1, 1}}));
}

TEST_F(LaunchPlanTest, NamesTheKernelThatWentWrong) {
    using device_internal::ExecutionError;
    CreateKernel(program_, reader_, CoreCoord{3, 1}, ReaderDataMovementConfig{});
    chip_.backend.fail_next_run(
        {ExecutionError::Kind::kFault, {3, 1}, "NCRISC", 0xffc00010, "core (3,1) NCRISC: broke"});

    try {
        run();
        FAIL() << "no error";
    } catch (const KernelError& error) {
        EXPECT_EQ(error.what(), "kernel \"" + reader_ + "\": core (3,1) NCRISC: broke");
        EXPECT_EQ(error.kind(), KernelError::Kind::kFault);
        EXPECT_EQ(error.core(), (CoreCoord{3, 1}));
        EXPECT_EQ(error.hart(), "NCRISC");
        EXPECT_EQ(error.pc(), 0xffc00010u);
    }
    EXPECT_NO_THROW(run());
}

}  // namespace
}  // namespace tt::tt_metal::runtime_internal
