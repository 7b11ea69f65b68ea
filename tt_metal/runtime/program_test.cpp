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

CircularBufferConfig tiles(uint8_t index, uint32_t count) {
    return CircularBufferConfig(count * 2048, {{index, tt::DataFormat::Float16_b}})
        .set_page_size(index, 2048);
}

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

// ── Circular buffers ──

TEST(CircularBufferConfigTest, RefusesSizesThatPagesCannotHave) {
    using Formats = std::map<uint8_t, tt::DataFormat>;
    const Formats bfloat16{{3, tt::DataFormat::Float16_b}};
    CircularBufferConfig config(3000, bfloat16);

    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { config.set_page_size(3, 2048); }),
                    "circular buffer 3: page size 2048 B does not divide the total size, 3000 B");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { config.set_page_size(3, 24); }),
                    "circular buffer 3: page size 24 B must be a multiple of 16 B");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { config.set_page_size(3, 0); }), "0 B");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { config.set_page_size(4, 16); }),
                    "circular buffer 4");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { CircularBufferConfig(0, bfloat16); }),
                    "total_size 0 B");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { CircularBufferConfig(16, Formats{}); }),
                    "at least one index");
    EXPECT_MENTIONS(thrown<std::out_of_range>(
                        [] { CircularBufferConfig(16, {{64, tt::DataFormat::Float32}}); }),
                    "circular buffer 64");
    EXPECT_MENTIONS(thrown<std::invalid_argument>(
                        [] { CircularBufferConfig(16, {{0, tt::DataFormat::Invalid}}); }),
                    "data format 255");
}

TEST_F(ProgramTest, RefusesCircularBuffersThatClash) {
    CreateCircularBuffer(program_, CoreRange({0, 0}, {1, 0}), tiles(2, 2));

    EXPECT_NO_THROW(CreateCircularBuffer(program_, CoreCoord{2, 0}, tiles(2, 2)));
    EXPECT_MENTIONS(thrown<std::invalid_argument>(
                        [&] { CreateCircularBuffer(program_, all_cores_, tiles(2, 1)); }),
                    "circular buffer 2: core (0,0) already has one");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] {
                        CreateCircularBuffer(
                            program_, all_cores_,
                            CircularBufferConfig(2048, {{5, tt::DataFormat::Float32}}));
                    }),
                    "circular buffer 5: has no page size");
}

TEST_F(ProgramTest, RefusesIndicesThatTheDeviceHasNot) {
    CreateKernel(program_, reader_, all_cores_, ReaderDataMovementConfig{});
    CreateCircularBuffer(program_, all_cores_, tiles(32, 1));

    const auto message = thrown<std::out_of_range>([&] { run(); });

    EXPECT_MENTIONS(message, "circular buffer 32");
    EXPECT_MENTIONS(message, "0 to 31");
}

TEST_F(ProgramTest, RefusesCircularBuffersThatReachIntoL1Buffers) {
    CreateKernel(program_, reader_, all_cores_, ReaderDataMovementConfig{});
    CreateCircularBuffer(program_, CoreCoord{0, 0}, tiles(0, 1));
    CreateCircularBuffer(program_, CoreCoord{3, 1}, tiles(0, 10));
    CreateCircularBuffer(program_, CoreCoord{3, 1}, tiles(1, 10));
    run();
    const MemoryView l1 = chip_.device->memory_view(BufferType::L1);
    const DeviceAddr all_but_18_tiles = l1.total_bytes_per_bank - 18 * 2048;
    auto buffer =
        CreateBuffer({chip_.device.get(), 8 * all_but_18_tiles, all_but_18_tiles, BufferType::L1});

    const auto message = thrown<OutOfMemoryError>([&] { run(); });
    buffer.reset();

    EXPECT_MENTIONS(message, "core (3,1)");
    EXPECT_MENTIONS(message, "(" + std::to_string(20 * 2048) + " B), but L1 buffers start at");
    EXPECT_MENTIONS(message, "(" + std::to_string(18 * 2048) + " B)");
    EXPECT_NO_THROW(run());
}

TEST_F(ProgramTest, RefusesCircularBuffersLargerThanL1) {
    CreateKernel(program_, reader_, all_cores_, ReaderDataMovementConfig{});
    CreateCircularBuffer(program_, all_cores_, tiles(0, 1024));

    EXPECT_MENTIONS(thrown<OutOfMemoryError>([&] { run(); }), "L1 ends at 131072");
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
