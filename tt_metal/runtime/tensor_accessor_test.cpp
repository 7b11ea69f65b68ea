// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// That kernels find the pages of a buffer where the host puts them, in every layout, and however
// they are told of it.

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include <tt-metalium/host_api.hpp>
#include <tt-metalium/tensor_accessor_args.hpp>

#include "tt_metal/runtime/testing/kernel_elfs.hpp"
#include "tt_metal/runtime/testing/source_kernels.hpp"
#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal {
namespace {

using runtime_testing::kernel_elf;
using runtime_testing::thrown;
using tensor_accessor::ArgConfig;
using Words = std::vector<uint32_t>;

constexpr CoreCoord kCore{2, 1};
constexpr uint32_t kPageSize = 48;
constexpr uint32_t kNumPages = 3 * 5 * 7;

struct Layout {
    const char* name;
    BufferType type;
    BufferShardingArgs sharding;
};

// The tensor has 3 x 5 x 7 pages where it has a shape; the shards reach beyond its ends.
std::vector<Layout> layouts() {
    using Spec = BufferDistributionSpec;
    const CoreRangeSet scattered(std::vector<CoreRange>{{{2, 1}, {3, 2}}, {{7, 7}, {7, 7}}});
    return {
        {"InterleavedDram", BufferType::DRAM, {}},
        {"InterleavedL1", BufferType::L1, {}},
        {"RowsInL1", BufferType::L1, Spec({kNumPages}, {10}, CoreRange({0, 0}, {7, 1}))},
        {"BoxesInL1", BufferType::L1, Spec({3, 5, 7}, {2, 2, 3}, scattered)},
        {"BoxesInDram", BufferType::DRAM, Spec({3, 5, 7}, {1, 3, 4}, CoreRange({1, 0}, {5, 0}))},
    };
}

class TensorAccessorTest : public testing::TestWithParam<Layout> {
 protected:
    TensorAccessorTest() : device_(CreateDevice(0)) {}
    ~TensorAccessorTest() override { CloseDevice(device_); }

    std::shared_ptr<Buffer> buffer(BufferType type, const BufferShardingArgs& sharding = {}) const {
        return Buffer::create(device_, kNumPages * kPageSize, kPageSize, type, sharding);
    }
    // Runs the program and returns what the buffer holds then.
    Words run(Program& program, const std::shared_ptr<Buffer>& buffer) const {
        EnqueueProgram(device_->command_queue(), program, true);
        Words words;
        EnqueueReadBuffer(device_->command_queue(), buffer, words, true);
        return words;
    }
    Words fill(const std::shared_ptr<Buffer>& buffer) const {
        Words words(buffer->size() / sizeof(uint32_t));
        std::iota(words.begin(), words.end(), 1);
        EnqueueWriteBuffer(device_->command_queue(), buffer, words, true);
        return words;
    }
    static uint32_t address(const std::shared_ptr<Buffer>& buffer) {
        return static_cast<uint32_t>(buffer->address());
    }

    runtime_testing::SourceKernels kernels_;
    IDevice* device_;
};

constexpr const char* kCopy = R"(
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    constexpr auto source_args = TensorAccessorArgs<1>();
    constexpr auto target_args =
        TensorAccessorArgs<source_args.next_compile_time_args_offset()>();
    const auto source = TensorAccessor(source_args, get_arg_val<uint32_t>(0));
    const auto target = TensorAccessor(
        TensorAccessorArgs<source_args.next_compile_time_args_offset()>(
            source_args.next_common_runtime_args_offset()),
        get_arg_val<uint32_t>(1), PAGE_SIZE);
    for (uint32_t page = 0; page < get_compile_time_arg_val(0); ++page) {
        noc_async_read_page(page, source, get_arg_val<uint32_t>(2));
        noc_async_read_barrier();
        noc_async_write_page(page, target, get_arg_val<uint32_t>(2));
        noc_async_write_barrier();
    }
})";

TEST_P(TensorAccessorTest, FindsPages_WhateverIsKnownAtCompileTime) {
    const auto source = buffer(GetParam().type, GetParam().sharding);
    const auto target = buffer(GetParam().type, GetParam().sharding);
    const auto scratch = buffer(BufferType::L1);
    const Words data = fill(source);
    for (const ArgConfig config :
         {ArgConfig::None, ArgConfig::RuntimeTensorShape | ArgConfig::RuntimeBankCoords,
          ArgConfig::Runtime}) {
        DataMovementConfig options{.compile_args = {kNumPages},
                                   .defines = {{"PAGE_SIZE", std::to_string(kPageSize)}}};
        Words common;
        TensorAccessorArgs(*source, config).append_to(options.compile_args, common);
        TensorAccessorArgs(target, config).append_to(options.compile_args, common);
        Program program = CreateProgram();
        const auto kernel = CreateKernelFromString(program, kCopy, kCore, options);
        SetRuntimeArgs(program, kernel, kCore,
                       {address(source), address(target), address(scratch)});
        SetCommonRuntimeArgs(program, kernel, common);
        EnqueueWriteBuffer(device_->command_queue(), target, Words(data.size()), true);

        EXPECT_EQ(run(program, target), data);
    }
}

TEST_P(TensorAccessorTest, FindsPages_InAKernelLinkedBefore) {
    const auto source = buffer(GetParam().type, GetParam().sharding);
    const auto target = buffer(BufferType::DRAM);
    const Words data = fill(source);
    Words args{address(source), address(target), address(buffer(BufferType::L1)), kNumPages};
    TensorAccessorArgs(source).append_to(args);
    TensorAccessorArgs(target).append_to(args);
    Program program = CreateProgram();
    SetRuntimeArgs(program,
                   CreateKernel(program, kernel_elf("accessor_copy.brisc.elf"), kCore,
                                WriterDataMovementConfig{}),
                   kCore, args);

    EXPECT_EQ(run(program, target), data);
}

INSTANTIATE_TEST_SUITE_P(Layouts, TensorAccessorTest, testing::ValuesIn(layouts()),
                         [](const auto& info) { return std::string(info.param.name); });

using ShardTest = TensorAccessorTest;

TEST_F(ShardTest, KnowsPlacesShardsAndWhatIsLocal) {
    constexpr const char* kAsk = R"(
        #include "api/dataflow/dataflow_api.h"
        #include "api/dataflow/noc.h"

        void kernel_main() {
            const auto tensor = TensorAccessor(TensorAccessorArgs<0>(), get_arg_val<uint32_t>(0));
            const auto out = reinterpret_cast<volatile uint32_t*>(get_arg_val<uint32_t>(1));
            const uint32_t place[] = {2, 4, 5};
            out[0] = tensor.get_noc_addr(place) == tensor.get_noc_addr((2 * 5 + 4) * 7 + 5);
            out[1] = tensor.dspec().num_shards();
            out[2] = tensor.dspec().shard_volume();
            out[3] = tensor.dspec().tensor_volume();
            for (uint32_t page = 0; page < 3 * 5 * 7; ++page) out[4] += tensor.is_local_page(page);
            out[5] = tensor.is_local_shard(0) + 2 * tensor.is_local_shard(1);
            out[6] = tensor.get_noc_addr(3) == tensor.get_shard_noc_addr(1);
            noc_async_read_shard(1, tensor, get_arg_val<uint32_t>(1) + 32);
            const Noc noc;
            noc.async_read(tensor, CoreLocalMem(get_arg_val<uint32_t>(1) + 32 + 12 * 48),
                           tensor.page_size, {.page_id = 50}, {});
            noc.async_read_barrier();
        })";
    const Layout layout = layouts()[3];
    const auto tensor = buffer(layout.type, layout.sharding);
    const Words data = fill(tensor);
    const BufferDistributionSpec out_spec({kNumPages}, {kNumPages}, kCore);
    const auto out = buffer(BufferType::L1, BufferShardingArgs(out_spec));
    Program program = CreateProgram();
    const auto kernel = CreateKernelFromString(
        program, kAsk, kCore,
        DataMovementConfig{.compile_args = TensorAccessorArgs(*tensor).get_compile_time_args()});
    SetRuntimeArgs(program, kernel, kCore, {address(tensor), address(out)});

    const Words answer = run(program, out);

    // 2 x 3 x 3 shards of 12 pages on 5 cores, of which this one has the first, sixth ...
    uint32_t local = 0;
    for (uint32_t page = 0; page < kNumPages; ++page) {
        const uint32_t x = page % 7, y = page / 7 % 5, z = page / 35;
        local += ((z / 2 * 3 + y / 2) * 3 + x / 3) % 5 == 0;
    }
    EXPECT_EQ(Words(answer.begin(), answer.begin() + 7), (Words{1, 18, 12, 105, local, 1, 1}));
    // The first row of the second shard: pages 3, 4 and 5.
    constexpr uint32_t kPageWords = kPageSize / sizeof(uint32_t);
    EXPECT_EQ(Words(answer.begin() + 8, answer.begin() + 8 + 3 * kPageWords),
              Words(data.begin() + 3 * kPageWords, data.begin() + 6 * kPageWords));
    EXPECT_EQ(answer[8 + 12 * kPageWords], data[50 * kPageWords]);
}

TEST_F(ShardTest, IsRefusedWithoutABufferAndWithSizesThatNobodyKnows) {
    const auto tensor = buffer(BufferType::L1);
    Words compile_args;

    EXPECT_MENTIONS(thrown<std::invalid_argument>(
                        [] { TensorAccessorArgs(static_cast<const Buffer*>(nullptr)); }),
                    "buffer: must not be null");
    EXPECT_MENTIONS(
        thrown<std::invalid_argument>([&] { TensorAccessorArgs(*tensor, ArgConfig::RuntimeRank); }),
        "with RuntimeRank there must be RuntimeTensorShape");
    const auto sharded = buffer(layouts()[3].type, layouts()[3].sharding);
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] {
                        TensorAccessorArgs(*sharded, ArgConfig::Runtime).append_to(compile_args);
                    }),
                    "common_runtime_args: must be given");
    EXPECT_EQ(TensorAccessorArgs::create_dram_interleaved().get_compile_time_args(),
              (Words{static_cast<uint32_t>(ArgConfig::IsDram), 0}));
}

}  // namespace
}  // namespace tt::tt_metal
