// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/program_descriptors.hpp>

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <variant>

#include <tt-metalium/host_api.hpp>

#include "tt_metal/runtime/program_state.hpp"
#include "tt_metal/runtime/testing/null_device.hpp"
#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal {
namespace {

using runtime_testing::thrown;

const CoreRangeSet kCores{CoreRange{{0, 0}, {1, 1}}};

KernelDescriptor text_kernel() {
    KernelDescriptor kernel;
    kernel.kernel_source = "void kernel_main() {}";
    kernel.source_type = KernelDescriptor::SourceType::SOURCE_CODE;
    kernel.core_ranges = kCores;
    return kernel;
}

std::string refusal(const ProgramDescriptor& descriptor) {
    return thrown<std::logic_error>([&] { Program program(descriptor); });
}

TEST(ProgramDescriptor, EveryPartReachesTheProgram) {
    ProgramDescriptor descriptor;
    descriptor.semaphores = {{.id = 3, .core_ranges = kCores, .initial_value = 7}};
    descriptor.cbs = {{.total_size = 4096,
                       .core_ranges = kCores,
                       .format_descriptors = {{0, tt::DataFormat::Float16_b, 2048},
                                              {16, tt::DataFormat::Float32, 4096}}}};
    KernelDescriptor reader = text_kernel();
    reader.runtime_args = {{{0, 1}, {5, 6}}};
    reader.common_runtime_args = {9};
    KernelDescriptor compute = text_kernel();
    compute.config = ComputeConfigDescriptor{.fp32_dest_acc_en = true};
    descriptor.kernels = {reader, compute};

    Program program(descriptor);

    const auto& state = program.state();
    ASSERT_EQ(state.semaphores().size(), 1);
    EXPECT_EQ(state.semaphores()[0].id, 3);
    EXPECT_EQ(state.semaphores()[0].initial_value, 7);
    ASSERT_EQ(state.circular_buffers().size(), 1);
    EXPECT_EQ(state.circular_buffers()[0].config.page_sizes().at(16), 4096);
    ASSERT_EQ(state.kernels().size(), 2);
    EXPECT_TRUE(state.kernels()[0].runs_on(hw::Hart::kNcrisc));
    EXPECT_TRUE(state.kernels()[1].compute_config()->fp32_dest_acc_en);
    EXPECT_EQ(GetRuntimeArgs(program, 0, {0, 1})[1], 6);
}

TEST(ProgramDescriptor, CircularBuffersLieOnBuffersAndHaveTilesOfTheirOwn) {
    const runtime_testing::NullDevice chip;
    const auto buffer = CreateBuffer({chip.device.get(), 8 * 4096, 4096, BufferType::L1});
    CBDescriptor circular{.total_size = 2048, .core_ranges = kCores};
    circular.format_descriptors = {{0, tt::DataFormat::Float16_b, 1024, Tile({16, 32})}};
    circular.buffer = buffer.get();
    circular.address_offset = 1024;

    Program program({.cbs = {circular}});

    const CircularBufferConfig& config = GetCircularBufferConfig(program, 0);
    EXPECT_EQ(config.globally_allocated_address(), buffer->address() + 1024);
    EXPECT_EQ(config.tiles().at(0), Tile({16, 32}));
    circular.address_offset = 3072;
    EXPECT_MENTIONS(refusal({.cbs = {circular}}), "more than a core has of the buffer");
}

TEST(ProgramDescriptor, WhatComesTwiceIsRefused) {
    KernelDescriptor kernel = text_kernel();
    kernel.defines = {{"A", "1"}, {"A", "2"}};
    EXPECT_EQ(refusal({.kernels = {kernel}}), "defines: \"A\" is given twice");

    kernel = text_kernel();
    kernel.named_compile_time_args = {{"a", 1}, {"a", 1}};
    EXPECT_EQ(refusal({.kernels = {kernel}}), "named_compile_time_args: \"a\" is given twice");

    EXPECT_MENTIONS(refusal({.semaphores = {{1, kCores}, {1, CoreCoord{1, 1}}}}),
                    "semaphore 1: a core of");
    EXPECT_EQ(refusal({.cbs = {{4096, kCores, {{0, {}, 2048}, {0, {}, 2048}}}}}),
              "format_descriptors: buffer_index 0 is given twice");
    EXPECT_MENTIONS(refusal({.kernels = {text_kernel(), text_kernel()}}), "already runs kernel");
}

TEST(ProgramDescriptor, SemaphoreIdsHaveAnEnd) {
    EXPECT_MENTIONS(refusal({.semaphores = {{99, kCores}}}), "semaphore 99: a core has");
}

}  // namespace
}  // namespace tt::tt_metal
