// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What kernels do with memory, arguments and semaphores that are not theirs is an error with a
// reason, and the next program finds the device as it should be.

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <tt-metalium/host_api.hpp>
#include <tt-metalium/tensor_accessor_args.hpp>
#include <tt-metalium/tt_metal.hpp>

#include "tt_metal/runtime/testing/source_kernels.hpp"
#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal {
namespace {

using runtime_testing::thrown;
using Words = std::vector<uint32_t>;

constexpr CoreCoord kCore{1, 2};
constexpr uint32_t kPageSize = 64;

struct Given {
    Words args = {};
    Words common_args = {};
    Words compile_args = {};
};

class KernelMisuseTest : public testing::Test {
 protected:
    KernelMisuseTest() { device_ = CreateDevice(0); }
    ~KernelMisuseTest() override { CloseDevice(device_); }

    // `statements` find the page of circular buffer 0 at `l1`, and have semaphore 1.
    void run(const std::string& statements, const Given& given = {}) {
        Program program = CreateProgram();
        CreateCircularBuffer(
            program, kCore,
            CircularBufferConfig(kPageSize, {{0, DataFormat::UInt32}}).set_page_size(0, kPageSize));
        CreateSemaphore(program, CoreCoord{0, 0}, 0);
        EXPECT_EQ(CreateSemaphore(program, CoreRange({0, 0}, kCore), 0), 1u);
        DataMovementConfig config;
        config.compile_args = given.compile_args;
        const KernelHandle kernel = CreateKernelFromString(
            program,
            "#include <api/dataflow/dataflow_api.h>\n#include <api/debug/assert.h>\n"
            "void kernel_main() { const uint32_t l1 = get_write_ptr(0);\n" +
                statements + "\n}\n",
            kCore, config);
        SetRuntimeArgs(program, kernel, kCore, given.args);
        SetCommonRuntimeArgs(program, kernel, given.common_args);
        EnqueueProgram(device_->command_queue(), program, true);
    }
    void expect_error(const std::string& statements, const std::string& reason,
                      const Given& given = {}) {
        const auto error = thrown<KernelError>([&] { run(statements, given); });
        EXPECT_MENTIONS(error, reason);
        EXPECT_MENTIONS(error, "core (1,2) BRISC");
        EXPECT_MENTIONS(error, ":4)");  // the line
        // Nothing of it is left.
        run("if (get_arg_val<uint32_t>(0) != 7 || my_x[0] != 19) ASSERT(false);"
            "noc_semaphore_wait(reinterpret_cast<uint32_t*>(get_semaphore(1)), 0);",
            {.args = {7}});
    }

    runtime_testing::SourceKernels kernels_;
    IDevice* device_;
};

constexpr const char* kReadPage =
    "noc_async_read(get_noc_addr_from_bank_id<true>(0, get_arg_val<uint32_t>(0)), l1, 64);"
    "noc_async_read_barrier();";

TEST_F(KernelMisuseTest, ArgumentsThatWereNotGiven) {
    const Given three{.args = {1, 2, 3}, .common_args = {4}};
    run("ASSERT(get_arg_val<uint32_t>(2) + get_common_arg_val<uint32_t>(0) == 7);", three);

    expect_error("*(volatile uint32_t*)l1 = get_arg_val<uint32_t>(3);",
                 "run-time argument 3 is read, but the kernel was given 3 on this core", three);
    expect_error("*(volatile uint32_t*)l1 = get_common_arg_val<uint32_t>(1);",
                 "common run-time argument 1 is read, but the kernel was given 1", three);
    expect_error("*(volatile uint32_t*)l1 = get_arg_val<uint32_t>(0);",
                 "run-time argument 0 is read, but the kernel was given 0");
}

TEST_F(KernelMisuseTest, WhatTheHostLeftInL1) {
    const std::string self = "get_noc_addr(get_arg_val<uint32_t>(0))";
    for (const uint32_t address : {0x10u, 0x200u, 0x3810u, 0x3E00u, 0x4010u, 0x47F0u}) {
        const Given at{.args = {address}};
        expect_error("*(volatile uint32_t*)get_arg_val<uint32_t>(0) = 1;", "is the host's", at);
        expect_error("noc_async_write(l1, " + self + ", 16); noc_async_write_barrier();",
                     "is the host's", at);
        expect_error("noc_async_read(" + self + ", get_arg_val<uint32_t>(0), 16);", "is the host's",
                     at);
        expect_error("noc_inline_dw_write(" + self + ", 1); noc_async_write_barrier();",
                     "is the host's", at);
    }
}

TEST_F(KernelMisuseTest, SemaphoresOfNoProgram) {
    run("noc_semaphore_inc(get_noc_addr(18, 18, get_semaphore(0)), 1);"
        "noc_semaphore_set(reinterpret_cast<uint32_t*>(get_semaphore(1)), 1);"
        "noc_async_atomic_barrier();");
    const std::string wait = "noc_semaphore_wait((uint32_t*)get_semaphore(";
    expect_error(wait + "0), 0);", "the program has no semaphore 0 on that core");
    expect_error(wait + "2), 0);", "the program has no semaphore 2 on that core");
    expect_error(wait + "99), 0);", "is the host's");
    expect_error("noc_semaphore_set((uint32_t*)get_semaphore(0), 1);", "no semaphore 0");
    expect_error("noc_semaphore_inc(get_noc_addr(18, 19, get_semaphore(0)), 1);",
                 "the program has no semaphore 0");
}

TEST_F(KernelMisuseTest, BanksThatTheChipHasNot) {
    expect_error("noc_async_read(get_noc_addr_from_bank_id<true>(99, 0), l1, 64);",
                 "DRAM bank 99: the chip has no such bank");
    expect_error("noc_async_read(get_noc_addr_from_bank_id<false>(64, l1), l1, 64);",
                 "L1 bank 64: the chip has no such bank");
}

TEST_F(KernelMisuseTest, BuffersThatWereFreed) {
    for (const BufferType type : {BufferType::DRAM, BufferType::L1}) {
        auto freed = CreateBuffer({device_, kPageSize, kPageSize, type});
        const auto kept = CreateBuffer({device_, kPageSize, kPageSize, type});
        const Given at{.args = {static_cast<uint32_t>(freed->address())}};
        const std::string read = type == BufferType::DRAM
                                     ? kReadPage
                                     : "noc_async_read(get_noc_addr_from_bank_id<false>(0, "
                                       "get_arg_val<uint32_t>(0)), l1, 64);"
                                       "noc_async_read_barrier();";
        run(read, at);
        freed.reset();
        expect_error(read, "a buffer has been freed", at);
        freed = CreateBuffer({device_, kPageSize, kPageSize, type});
        run(read, at);
    }
}

TEST_F(KernelMisuseTest, DramThatNoBufferCovers) {
    const auto buffer = CreateBuffer({device_, 24 * kPageSize, kPageSize, BufferType::DRAM});
    const auto address = static_cast<uint32_t>(buffer->address());
    run(kReadPage, {.args = {address + kPageSize}});
    expect_error(kReadPage, "are not all in buffers", {.args = {address + 2 * kPageSize}});

    // The host's own choice, before or afterwards.
    detail::WriteToDeviceDRAMChannel(device_, 3, 0x100000, Words(16));
    run(kReadPage, {.args = {0x100000}});
    const auto chosen = Buffer::create(device_, 0x200000, kPageSize, kPageSize, BufferType::DRAM);
    run(kReadPage, {.args = {0x200000}});
}

TEST_F(KernelMisuseTest, PagesBeyondATensor) {
    const std::string read =
        "const auto tensor = TensorAccessor(TensorAccessorArgs<0>(), get_arg_val<uint32_t>(0));"
        "noc_async_read_page(get_arg_val<uint32_t>(1), tensor, l1); noc_async_read_barrier();";
    const auto interleaved = CreateBuffer({device_, 12 * kPageSize, kPageSize, BufferType::DRAM});
    const auto sharding = BufferShardingArgs(BufferDistributionSpec(
        {4, 1}, {2, 1}, CoreRangeSet(CoreRange({0, 0}, {1, 0})), ShardOrientation::ROW_MAJOR));
    const auto sharded =
        Buffer::create(device_, 4 * kPageSize, kPageSize, BufferType::L1, sharding);
    const auto given = [](const Buffer& buffer, uint32_t page) {
        return Given{.args = {static_cast<uint32_t>(buffer.address()), page},
                     .compile_args = TensorAccessorArgs(buffer).get_compile_time_args()};
    };
    run(read, given(*interleaved, 11));
    run(read, given(*sharded, 3));
    expect_error(read, "are not all in buffers", given(*interleaved, 12));
    expect_error(read, "page 4: the tensor has no such page", given(*sharded, 4));
}

TEST_F(KernelMisuseTest, TransfersThatNobodyAwaits) {
    expect_error("noc_async_read(get_noc_addr(18, 18, l1), l1, 64);",
                 "the kernel ends with 1 NoC reads");
    expect_error("noc_async_write(l1, get_noc_addr(18, 18, l1), 64);",
                 "the kernel ends with 1 NoC writes");
}

TEST_F(KernelMisuseTest, AssertionsAndRefusalsNameTheirOwnPlace) {
    expect_error("ASSERT(l1 == 5);", ":4: l1 == 5");
    expect_error("noc_async_read_one_packet(get_noc_addr(18, 18, l1), l1, 9000);",
                 "a packet of 9000 bytes: more than NOC_MAX_BURST_SIZE");
}

}  // namespace
}  // namespace tt::tt_metal
