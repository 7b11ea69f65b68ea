// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What programs refuse, and in which words.

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include <tt-metalium/host_api.hpp>

#include "tt_metal/runtime/testing/null_device.hpp"
#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal {
namespace {

using runtime_testing::KernelFolder;
using runtime_testing::NullDevice;
using runtime_testing::thrown;

class ProgramTest : public testing::Test {
 protected:
    void run() { EnqueueProgram(chip_.device->command_queue(), program_, true); }

    KernelFolder folder_;
    const std::string reader_ = folder_.add("reader.elf");
    const std::string writer_ = folder_.add("writer.elf");
    const std::string compute_ = folder_.add_compute("compute");
    const CoreRange all_cores_{{0, 0}, {3, 1}};
    NullDevice chip_;
    Program program_ = CreateProgram();
};

// ── Kernels ──

TEST_F(ProgramTest, RefusesTwoKernelsOnOneHart) {
    CreateKernel(program_, reader_, all_cores_, ReaderDataMovementConfig{});
    CreateKernel(program_, writer_, all_cores_, WriterDataMovementConfig{});
    CreateKernel(program_, compute_, CoreCoord{2, 1}, ComputeConfig{});

    const auto movement = thrown<std::invalid_argument>(
        [&] { CreateKernel(program_, writer_, CoreCoord{2, 1}, ReaderDataMovementConfig{}); });
    const auto compute = thrown<std::invalid_argument>(
        [&] { CreateKernel(program_, compute_, all_cores_, ComputeConfig{}); });

    EXPECT_MENTIONS(movement, writer_);
    EXPECT_MENTIONS(movement, "core (2,1) already runs kernel \"" + reader_ + "\" on NCRISC");
    EXPECT_MENTIONS(compute, "core (2,1) already runs");
    EXPECT_MENTIONS(compute, "TRISC0");
}

TEST_F(ProgramTest, RefusesKernelsWithoutCoresOrOutsideTheGrid) {
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] {
                        CreateKernel(program_, reader_, CoreRangeSet(), ReaderDataMovementConfig{});
                    }),
                    "cores must not be empty");

    CreateKernel(program_, reader_, CoreRange({0, 0}, {4, 1}), ReaderDataMovementConfig{});

    const auto message = thrown<std::out_of_range>([&] { run(); });
    EXPECT_MENTIONS(message, "core (4,1)");
    EXPECT_MENTIONS(message, "4 x 2 cores");
}

TEST_F(ProgramTest, RefusesToRunWithoutKernelsOrAfterBeingMovedFrom) {
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { run(); }), "no kernels");

    const Program taken = std::move(program_);

    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { run(); }), "moved from");
}

TEST_F(ProgramTest, NamesAKernelFileThatTheChipCannotRun) {
    const std::string empty = folder_.add("empty.elf", "");
    CreateKernel(program_, empty, all_cores_, ReaderDataMovementConfig{});

    EXPECT_MENTIONS(thrown<KernelLoadError>([&] { run(); }), empty);
}

TEST_F(ProgramTest, RefusesToCompileWhatIsLinkedAlready) {
    const auto message_for = [&](const std::variant<DataMovementConfig, ComputeConfig>& config) {
        return thrown<std::invalid_argument>(
            [&] { CreateKernel(program_, reader_, all_cores_, config); });
    };

    EXPECT_MENTIONS(message_for(ReaderDataMovementConfig({1})), "compile_args must be empty");
    EXPECT_MENTIONS(message_for(WriterDataMovementConfig({}, {{"WIDTH", "2"}})), "defines");
    EXPECT_MENTIONS(message_for(ComputeConfig{.named_compile_args = {{"width", 2}}}),
                    "named_compile_args");
}

// ── Run-time arguments ──

TEST_F(ProgramTest, RefusesTooManyRuntimeArgs) {
    const auto kernel = CreateKernel(program_, reader_, all_cores_, ReaderDataMovementConfig{});
    const std::vector<uint32_t> most(max_runtime_args);
    const std::vector<uint32_t> too_many(max_runtime_args + 1);

    EXPECT_NO_THROW(SetRuntimeArgs(program_, kernel, all_cores_, most));
    EXPECT_NO_THROW(SetCommonRuntimeArgs(program_, kernel, most));
    const auto own = thrown<std::invalid_argument>(
        [&] { SetRuntimeArgs(program_, kernel, all_cores_, too_many); });
    const auto common =
        thrown<std::invalid_argument>([&] { SetCommonRuntimeArgs(program_, kernel, too_many); });

    EXPECT_MENTIONS(own, "342 words");
    EXPECT_MENTIONS(own, "at most 341");
    EXPECT_MENTIONS(common, "342 words");
}

TEST_F(ProgramTest, RefusesArgsForCoresThatDoNotRunTheKernel_AndChangesNothingThen) {
    const auto kernel =
        CreateKernel(program_, reader_, CoreRange({0, 0}, {1, 0}), ReaderDataMovementConfig{});
    SetRuntimeArgs(program_, kernel, CoreCoord{1, 0}, {7});

    const auto message = thrown<std::invalid_argument>(
        [&] { SetRuntimeArgs(program_, kernel, CoreRange({1, 0}, {2, 0}), {8, 9}); });

    EXPECT_MENTIONS(message, "core (2,0)");
    EXPECT_MENTIONS(message, "[(0,0)-(1,0)]");
    EXPECT_EQ(GetRuntimeArgs(program_, kernel, {1, 0}).size(), 1u);
    EXPECT_EQ(GetRuntimeArgs(program_, kernel, {0, 0}).size(), 0u);
    EXPECT_MENTIONS(
        thrown<std::out_of_range>([&] { SetRuntimeArgs(program_, 5, CoreCoord{0, 0}, {1}); }),
        "kernel 5");
}

TEST_F(ProgramTest, SetsArgsOfManyCoresAtOnce_OrNone) {
    const auto kernel =
        CreateKernel(program_, reader_, CoreRange({0, 0}, {1, 1}), ReaderDataMovementConfig{});
    SetRuntimeArgs(program_, kernel, std::vector<CoreCoord>{{1, 1}, {0, 0}}, {{1, 2}, {3}});

    EXPECT_EQ(GetRuntimeArgs(program_, kernel, {1, 1})[1], 2u);
    EXPECT_EQ(GetRuntimeArgs(program_, kernel, {0, 0})[0], 3u);
    EXPECT_MENTIONS(
        thrown<std::invalid_argument>(
            [&] { SetRuntimeArgs(program_, kernel, std::vector<CoreCoord>{{0, 0}}, {{1}, {2}}); }),
        "lists for 2 cores, but 1 cores");
    EXPECT_THROW(
        SetRuntimeArgs(program_, kernel, std::vector<CoreCoord>{{0, 0}, {2, 0}}, {{9}, {9}}),
        std::invalid_argument);
    EXPECT_EQ(GetRuntimeArgs(program_, kernel, {0, 0})[0], 3u);
}

TEST_F(ProgramTest, TakesArgsOfAnyIntegralType_ThatFitInAWord) {
    const auto kernel = CreateKernel(program_, reader_, all_cores_, ReaderDataMovementConfig{});
    SetRuntimeArgs(program_, kernel, CoreCoord{0, 0},
                   {DeviceAddr{0xFFFFFFFF}, -1, int64_t{-2}, true, CBIndex::c_5});

    const auto& args = GetRuntimeArgs(program_, kernel, {0, 0});
    EXPECT_EQ(std::vector(args.begin(), args.end()),
              (std::vector<uint32_t>{0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFE, 1, 5}));
    EXPECT_MENTIONS(thrown<std::out_of_range>(
                        [&] { SetCommonRuntimeArgs(program_, kernel, {DeviceAddr{1} << 32}); }),
                    "argument 4294967296: does not fit in a word of 32 bits");
}

TEST_F(ProgramTest, LetsArgsBeChangedInPlace_AndNamesThoseThatAreNotThere) {
    const auto kernel =
        CreateKernel(program_, reader_, CoreRange({1, 0}, {2, 1}), ReaderDataMovementConfig{});
    SetRuntimeArgs(program_, kernel, CoreCoord{2, 1}, {1, 2});
    SetCommonRuntimeArgs(program_, kernel, {3});

    auto& args = GetRuntimeArgs(program_, kernel, {2, 1});
    args[0] = 10;
    GetRuntimeArgs(program_, kernel)[2][1][1] = 20;
    GetCommonRuntimeArgs(program_, kernel)[0] = 30;

    EXPECT_EQ(std::vector(args.begin(), args.end()), (std::vector<uint32_t>{10, 20}));
    EXPECT_EQ(GetCommonRuntimeArgs(program_, kernel).at(0), 30u);
    EXPECT_MENTIONS(thrown<std::out_of_range>([&] { args[2] = 1; }),
                    "argument 2: 2 have been set here");
    EXPECT_MENTIONS(
        thrown<std::invalid_argument>([&] { GetRuntimeArgs(program_, kernel, {0, 0}); }),
        "core (0,0)");
}

// ── Semaphores ──

TEST_F(ProgramTest, GivesEachCoreSixteenSemaphores) {
    for (uint32_t id = 0; id < 16; ++id) {
        EXPECT_EQ(CreateSemaphore(program_, CoreCoord{0, 0}, 0), id);
    }

    EXPECT_EQ(CreateSemaphore(program_, CoreCoord{1, 0}, 0), 0u);
    EXPECT_MENTIONS(
        thrown<std::invalid_argument>([&] { CreateSemaphore(program_, all_cores_, 0); }), "16");
}

}  // namespace
}  // namespace tt::tt_metal
