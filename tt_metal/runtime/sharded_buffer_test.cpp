// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Sharded buffers, and buffers at given places; on a chip without harts.

#include <gtest/gtest.h>

#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include <tt-metalium/host_api.hpp>

#include "tt_metal/runtime/testing/null_device.hpp"
#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal {
namespace {

using runtime_testing::NullDevice;
using runtime_testing::thrown;

constexpr DeviceAddr kPageSize = 16;  // of 4 words
constexpr DeviceAddr kPageWords = kPageSize / sizeof(uint32_t);

std::vector<uint32_t> numbers(std::size_t count) {
    std::vector<uint32_t> list(count);
    std::iota(list.begin(), list.end(), 1);
    return list;
}

class ShardedBufferTest : public testing::Test {
 protected:
    // A matrix of pages, of which each is one element.
    ShardedBufferConfig config(std::array<uint32_t, 2> tensor, std::array<uint32_t, 2> shard,
                               const CoreRangeSet& grid, TensorMemoryLayout layout,
                               ShardOrientation orientation = ShardOrientation::ROW_MAJOR) {
        return {
            .device = chip_.device.get(),
            .size = kPageSize * tensor[0] * tensor[1],
            .page_size = kPageSize,
            .buffer_type = BufferType::L1,
            .buffer_layout = layout,
            .shard_parameters = ShardSpecBuffer(grid, shard, orientation, {1, 1}, tensor),
        };
    }
    // Writes pages whose words are all their number, from 1, and reads the buffer back.
    void fill(const std::shared_ptr<Buffer>& buffer) {
        std::vector<uint32_t> words(buffer->size() / sizeof(uint32_t));
        for (std::size_t i = 0; i < words.size(); ++i) {
            words[i] = static_cast<uint32_t>(i / kPageWords) + 1;
        }
        EnqueueWriteBuffer(queue(), buffer, words, true);
        std::vector<uint32_t> back;
        EnqueueReadBuffer(queue(), buffer, back, true);
        EXPECT_EQ(back, words);
    }
    // The numbers of the pages that a core has.
    std::vector<uint32_t> pages_on(const Buffer& buffer, device_internal::LogicalCore core) {
        std::vector<uint32_t> list;
        for (DeviceAddr at = 0; at < buffer.aligned_size_per_bank(); at += kPageSize) {
            uint32_t word = 0;
            chip_.backend.read_l1(core, static_cast<uint32_t>(buffer.address() + at),
                                  std::as_writable_bytes(std::span(&word, 1)));
            list.push_back(word);
        }
        return list;
    }
    CommandQueue& queue() { return chip_.device->command_queue(); }

    NullDevice chip_;
};

TEST_F(ShardedBufferTest, GivesCoresWholeRows) {
    const auto buffer = CreateBuffer(
        config({4, 2}, {2, 2}, CoreRange({1, 0}, {2, 0}), TensorMemoryLayout::HEIGHT_SHARDED));
    fill(buffer);

    EXPECT_EQ(pages_on(*buffer, {1, 0}), (std::vector<uint32_t>{1, 2, 3, 4}));
    EXPECT_EQ(pages_on(*buffer, {2, 0}), (std::vector<uint32_t>{5, 6, 7, 8}));
    EXPECT_EQ(buffer->num_cores(), 2u);
    EXPECT_EQ(buffer->shard_spec().num_pages(), 4u);
    EXPECT_EQ(buffer->buffer_layout(), TensorMemoryLayout::HEIGHT_SHARDED);
}

TEST_F(ShardedBufferTest, GivesCoresWholeColumns) {
    const auto buffer = CreateBuffer(
        config({2, 4}, {2, 2}, CoreRange({0, 1}, {1, 1}), TensorMemoryLayout::WIDTH_SHARDED));
    fill(buffer);

    EXPECT_EQ(pages_on(*buffer, {0, 1}), (std::vector<uint32_t>{1, 2, 5, 6}));
    EXPECT_EQ(pages_on(*buffer, {1, 1}), (std::vector<uint32_t>{3, 4, 7, 8}));
}

TEST_F(ShardedBufferTest, GivesCoresBlocks_ByRowsOrColumnsOfTheGrid) {
    const CoreRange grid({0, 0}, {1, 1});
    const auto by_rows =
        CreateBuffer(config({2, 4}, {1, 2}, grid, TensorMemoryLayout::BLOCK_SHARDED));
    const auto by_columns = CreateBuffer(config(
        {2, 4}, {1, 2}, grid, TensorMemoryLayout::BLOCK_SHARDED, ShardOrientation::COL_MAJOR));
    fill(by_rows);
    fill(by_columns);

    EXPECT_EQ(pages_on(*by_rows, {1, 0}), (std::vector<uint32_t>{3, 4}));
    EXPECT_EQ(pages_on(*by_rows, {0, 1}), (std::vector<uint32_t>{5, 6}));
    EXPECT_EQ(pages_on(*by_columns, {1, 0}), (std::vector<uint32_t>{5, 6}));
    EXPECT_EQ(pages_on(*by_columns, {0, 1}), (std::vector<uint32_t>{3, 4}));
}

TEST_F(ShardedBufferTest, TakesTheSameRangeOnCoresWithoutShards) {
    const auto buffer =
        CreateBuffer(config({4, 2}, {4, 2}, CoreCoord{0, 0}, TensorMemoryLayout::HEIGHT_SHARDED));

    EXPECT_EQ(chip_.device->memory_view(BufferType::L1).total_bytes_allocated_per_bank,
              8 * kPageSize);
}

TEST_F(ShardedBufferTest, KeepsOddPagesInShardsOfAnyRank_InBothMemories) {
    const BufferDistributionSpec spec({3, 4, 5}, {2, 1, 3}, CoreRange({0, 0}, {2, 0}));
    for (const BufferType type : {BufferType::DRAM, BufferType::L1}) {
        for (const DeviceAddr page_size : {4, 20, 32, 100}) {
            const auto buffer =
                Buffer::create(chip_.device.get(), 60 * page_size, page_size, type, spec);
            const auto words = numbers(buffer->size() / sizeof(uint32_t));
            std::vector<uint32_t> back;

            EnqueueWriteBuffer(queue(), buffer, words, true);
            EnqueueReadBuffer(queue(), buffer, back, true);

            EXPECT_EQ(back, words) << buffer_type_name(type) << ", pages of " << page_size;
        }
    }
}

TEST_F(ShardedBufferTest, RefusesCoresBanksAndPagesThatAreNotThere) {
    const auto layout = TensorMemoryLayout::HEIGHT_SHARDED;
    auto in_dram = config({4, 1}, {1, 1}, CoreRange({0, 0}, {3, 0}), layout);
    in_dram.buffer_type = BufferType::DRAM;
    auto short_size = config({4, 1}, {1, 1}, CoreRange({0, 0}, {3, 0}), layout);
    short_size.size -= kPageSize;

    EXPECT_MENTIONS(thrown<std::out_of_range>([&] {
                        CreateBuffer(config({5, 1}, {1, 1}, CoreRange({0, 0}, {4, 0}), layout));
                    }),
                    "shard on core (4,0)");
    EXPECT_MENTIONS(thrown<std::out_of_range>([&] { CreateBuffer(in_dram); }),
                    "shard on DRAM bank (3,0)");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { CreateBuffer(short_size); }),
                    "3 pages, but the sharding is of 4");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] {
                        CreateBuffer({chip_.device.get(), 64, 16, BufferType::L1})->shard_spec();
                    }),
                    "no shard_spec");
}

// ── At a place of the caller's choice ──

TEST_F(ShardedBufferTest, CanLieWhereItIsTold_AndTakesNothingThen) {
    const auto owner = CreateBuffer({chip_.device.get(), 128, 32, BufferType::DRAM});
    const auto view = CreateBuffer(
        InterleavedBufferConfig{chip_.device.get(), 128, 32, BufferType::DRAM}, owner->address());
    std::vector<uint32_t> back;

    EnqueueWriteBuffer(queue(), owner, numbers(32), true);
    EnqueueReadBuffer(queue(), view, back, true);
    view->deallocate();

    EXPECT_EQ(back, numbers(32));
    EXPECT_EQ(chip_.device->memory_view(BufferType::DRAM).total_bytes_allocated_per_bank, 64u);
}

TEST_F(ShardedBufferTest, RefusesPlacesOutsideTheMemoryOrUnaligned) {
    const InterleavedBufferConfig config{chip_.device.get(), 64, 32, BufferType::L1};
    const DeviceAddr end = chip_.device->l1_size_per_core();

    EXPECT_MENTIONS(thrown<std::out_of_range>([&] { CreateBuffer(config, end - 16); }),
                    "are not all in L1");
    EXPECT_MENTIONS(thrown<std::out_of_range>([&] { CreateBuffer(config, 0); }), "address 0");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { CreateBuffer(config, end - 40); }),
                    "must be a multiple of 16 B");
}

TEST_F(ShardedBufferTest, ComesFromTheEndThatItIsToldToComeFrom) {
    IDevice* device = chip_.device.get();
    const auto low = Buffer::create(device, 64, 64, BufferType::L1, {}, true);
    const auto high = Buffer::create(device, 64, 64, BufferType::DRAM, {}, false);

    EXPECT_EQ(low->address(), device->l1_unreserved_base());
    EXPECT_EQ(high->address(), device->dram_size_per_channel() - 64);
}

// ── Regions of the memories ──

TEST(MemoryRegionsTest, LieAtTheTopOfTheirMemories) {
    using device_internal::NullBackend;
    const auto memories = std::make_shared<runtime_internal::Memories>(
        device_internal::small_chip(),
        runtime_internal::MemorySizes{.l1_small = 4096, .trace_region = 65536, .worker_l1 = 65536});
    const auto device =
        std::make_shared<runtime_internal::Device>(0, std::make_unique<NullBackend>(), 1, memories);
    const auto small = CreateBuffer({device.get(), 64, 64, BufferType::L1_SMALL});
    const auto trace = CreateBuffer({device.get(), 64, 64, BufferType::TRACE});
    const auto l1 = CreateBuffer({device.get(), 64, 64, BufferType::L1});

    EXPECT_EQ(device->l1_unreserved_base(), device->l1_size_per_core() - 65536);
    EXPECT_EQ(device->memory_view(BufferType::L1).total_bytes_per_bank, 65536u - 4096);
    EXPECT_EQ(device->memory_view(BufferType::L1_SMALL).total_bytes_per_bank, 4096u);
    EXPECT_EQ(device->memory_view(BufferType::TRACE).total_bytes_per_bank, 65536u);
    EXPECT_EQ(small->address(), device->l1_size_per_core() - 64u);
    EXPECT_EQ(l1->address(), device->l1_size_per_core() - 4096u - 64);
    EXPECT_EQ(trace->address(), device->dram_size_per_channel() - 65536);
    EXPECT_MENTIONS(thrown<OutOfMemoryError>([&] {
                        CreateBuffer({device.get(), 8 * 4096, 4096, BufferType::L1_SMALL});
                    }),
                    "out of L1_SMALL");
}

TEST(MemoryRegionsTest, MustFitTheChip) {
    const auto message = [](const runtime_internal::MemorySizes& sizes) {
        return thrown<std::invalid_argument>(
            [&] { runtime_internal::Memories(device_internal::small_chip(), sizes); });
    };

    EXPECT_MENTIONS(message({.l1_small = 1 << 20}), "l1_small_size 1048576 B");
    EXPECT_MENTIONS(message({.trace_region = 2 << 20}), "trace_region_size 2097152 B");
    EXPECT_MENTIONS(message({.worker_l1 = 128 * 1024}), "worker_l1_size 131072 B");
}

}  // namespace
}  // namespace tt::tt_metal
