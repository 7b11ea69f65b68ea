// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Where buffers lie, what they hold, and what they refuse; on a chip without harts.

#include <tt-metalium/buffer.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
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

std::vector<uint8_t> random_bytes(std::size_t count) {
    std::mt19937 random(static_cast<uint32_t>(count));
    std::vector<uint8_t> bytes(count);
    for (uint8_t& byte : bytes) byte = static_cast<uint8_t>(random());
    return bytes;
}

class BufferTest : public testing::TestWithParam<BufferType> {
 protected:
    InterleavedBufferConfig config(DeviceAddr num_pages, DeviceAddr page_size) {
        return {chip_.device.get(), num_pages * page_size, page_size, GetParam()};
    }
    std::vector<uint8_t> read(const std::shared_ptr<Buffer>& buffer) {
        std::vector<uint8_t> bytes;
        EnqueueReadBuffer(chip_.device->command_queue(), buffer, bytes, true);
        return bytes;
    }
    void write(const std::shared_ptr<Buffer>& buffer, const std::vector<uint8_t>& bytes) {
        EnqueueWriteBuffer(chip_.device->command_queue(), buffer, bytes, true);
    }
    // Bytes of one bank, as a kernel finds them.
    std::vector<uint8_t> bank_bytes(uint32_t bank, uint64_t address, std::size_t count) const {
        std::vector<uint8_t> bytes(count);
        const auto span = std::as_writable_bytes(std::span(bytes));
        if (GetParam() == BufferType::DRAM) {
            chip_.backend.read_dram(bank, address, span);
        } else {
            const uint32_t width = chip_.backend.properties().grid_width;
            chip_.backend.read_l1({bank % width, bank / width}, static_cast<uint32_t>(address),
                                  span);
        }
        return bytes;
    }

    NullDevice chip_;
};

TEST_P(BufferTest, GivesBackWhatWasWritten_ForAnyPageSizeAndCount) {
    for (const DeviceAddr page_size : {1, 2, 15, 16, 17, 31, 32, 33, 100, 2048, 5000}) {
        for (const DeviceAddr num_pages : {1, 2, 3, 7, 8, 9, 25}) {
            SCOPED_TRACE(std::to_string(num_pages) + " x " + std::to_string(page_size));
            const auto first = CreateBuffer(config(num_pages, page_size));
            const auto second = CreateBuffer(config(num_pages, page_size));
            const auto first_bytes = random_bytes(first->size());
            const auto second_bytes = random_bytes(second->size() + 1);

            write(first, first_bytes);
            write(second, {second_bytes.begin() + 1, second_bytes.end()});

            ASSERT_EQ(read(first), first_bytes);
        }
    }
}

TEST_P(BufferTest, DealsPagesOutOverTheBanks) {
    constexpr DeviceAddr kPageSize = 33;
    const auto in_front = CreateBuffer(config(1, 1));
    const auto buffer = CreateBuffer(config(20, kPageSize));
    const auto bytes = random_bytes(buffer->size());

    write(buffer, bytes);

    const uint32_t num_banks = chip_.device->num_banks(GetParam());
    const uint32_t alignment = chip_.device->alignment(GetParam());
    EXPECT_EQ(buffer->aligned_page_size(), (kPageSize + alignment - 1) / alignment * alignment);
    EXPECT_EQ(buffer->address() % alignment, 0u);
    for (uint32_t page = 0; page < buffer->num_pages(); ++page) {
        const auto begin = bytes.begin() + page * kPageSize;
        EXPECT_EQ(bank_bytes(page % num_banks,
                             buffer->address() + page / num_banks * buffer->aligned_page_size(),
                             kPageSize),
                  std::vector<uint8_t>(begin, begin + kPageSize));
    }
}

TEST_P(BufferTest, FreesItsMemoryWhenItGoes) {
    const MemoryView before = chip_.device->memory_view(GetParam());
    const uint32_t num_banks = chip_.device->num_banks(GetParam());

    auto buffer = CreateBuffer(config(num_banks + 1, 64));
    const MemoryView during = chip_.device->memory_view(GetParam());
    buffer.reset();
    const MemoryView after = chip_.device->memory_view(GetParam());

    EXPECT_EQ(before.total_bytes_allocated_per_bank, 0u);
    EXPECT_EQ(before.num_banks, num_banks);
    EXPECT_EQ(during.total_bytes_allocated_per_bank, 128u);
    EXPECT_EQ(during.total_bytes_free_per_bank, before.total_bytes_per_bank - 128);
    EXPECT_EQ(during.largest_contiguous_bytes_free_per_bank, during.total_bytes_free_per_bank);
    EXPECT_EQ(after.total_bytes_allocated_per_bank, 0u);
    EXPECT_EQ(after.largest_contiguous_bytes_free_per_bank, before.total_bytes_per_bank);
}

TEST_P(BufferTest, SaysWhatWasAskedAndWhatIsThere_WhenMemoryRunsOut) {
    const MemoryView memory = chip_.device->memory_view(GetParam());
    const DeviceAddr third = memory.total_bytes_per_bank / 3 / 64 * 64;
    const auto first = CreateBuffer(config(memory.num_banks, third));
    auto second = CreateBuffer(config(memory.num_banks, third));
    const auto third_buffer = CreateBuffer(config(memory.num_banks, third));
    second.reset();

    const auto message =
        thrown<OutOfMemoryError>([&] { CreateBuffer(config(2 * memory.num_banks, third)); });

    EXPECT_MENTIONS(message, std::string("out of ") + buffer_type_name(GetParam()));
    EXPECT_MENTIONS(message, std::to_string(2 * memory.num_banks) + " pages of " +
                                 std::to_string(third) + " B");
    EXPECT_MENTIONS(message, "takes " + std::to_string(2 * third) + " B in each of " +
                                 std::to_string(memory.num_banks) + " banks");
    EXPECT_MENTIONS(
        message, "free there: " + std::to_string(memory.total_bytes_per_bank - 2 * third) + " B");
    EXPECT_NO_THROW(CreateBuffer(config(memory.num_banks, third)));
}

TEST_P(BufferTest, RunsOutOfMemory_ForSizesThatNoArithmeticHolds) {
    for (const DeviceAddr page_size : {DeviceAddr{1}, DeviceAddr{1} << 40, DeviceAddr{1} << 63}) {
        const DeviceAddr most = UINT64_MAX / page_size * page_size;
        const InterleavedBufferConfig huge{chip_.device.get(), most, page_size, GetParam()};
        thrown<OutOfMemoryError>([&] { CreateBuffer(huge); });
    }
    const InterleavedBufferConfig one_page{chip_.device.get(), UINT64_MAX, UINT64_MAX, GetParam()};
    thrown<OutOfMemoryError>([&] { CreateBuffer(one_page); });
    EXPECT_EQ(chip_.device->memory_view(GetParam()).total_bytes_allocated_per_bank, 0u);
}

TEST_P(BufferTest, RefusesSizesThatAreNoPages) {
    IDevice* device = chip_.device.get();
    const auto message_for = [&](DeviceAddr size, DeviceAddr page_size) {
        return thrown<std::invalid_argument>(
            [&] { CreateBuffer({device, size, page_size, GetParam()}); });
    };

    EXPECT_MENTIONS(message_for(0, 32), "size 0");
    EXPECT_MENTIONS(message_for(32, 0), "page_size 0");
    EXPECT_MENTIONS(message_for(100, 32), "size 100 B: must be a multiple of the page size, 32 B");
    EXPECT_MENTIONS(
        thrown<std::invalid_argument>([] { CreateBuffer({nullptr, 32, 32, GetParam()}); }),
        "device: must not be null");
}

TEST_P(BufferTest, RefusesHostMemoryOfAnotherSizeAndOtherDevices) {
    NullDevice other;
    const auto buffer = CreateBuffer(config(4, 32));
    std::vector<uint8_t> bytes(127);

    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { write(buffer, bytes); }),
                    "source: has 127 B, but must have as many as the buffer, 128 B");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] {
                        EnqueueReadBuffer(chip_.device->command_queue(), *buffer,
                                          std::as_writable_bytes(std::span(bytes)), true);
                    }),
                    "destination: has 127 B");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] {
                        EnqueueReadBuffer(other.device->command_queue(), buffer, bytes, true);
                    }),
                    "buffer: lies on device 0");
}

TEST_P(BufferTest, IsOfNoUseAfterDeallocation) {
    const auto buffer = CreateBuffer(config(4, 32));

    buffer->deallocate();
    buffer->deallocate();

    EXPECT_FALSE(buffer->is_allocated());
    EXPECT_EQ(chip_.device->memory_view(GetParam()).total_bytes_allocated_per_bank, 0u);
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { read(buffer); }), "deallocated");
}

TEST_P(BufferTest, OutlivesTheDeviceBeingClosed) {
    auto buffer = CreateBuffer(config(4, 32));
    const std::vector<uint8_t> bytes(128);

    EXPECT_TRUE(chip_.device->close());

    EXPECT_FALSE(chip_.device->close());
    EXPECT_FALSE(chip_.device->is_open());
    EXPECT_FALSE(buffer->is_allocated());
    EXPECT_EQ(buffer->size(), 128u);
    EXPECT_MENTIONS(thrown<DeviceClosedError>([&] { write(buffer, bytes); }), "device 0");
    thrown<DeviceClosedError>([&] { read(buffer); });
    thrown<DeviceClosedError>([&] { CreateBuffer(config(4, 32)); });
    thrown<DeviceClosedError>([&] { chip_.device->memory_view(GetParam()); });
    thrown<DeviceClosedError>([&] { Finish(chip_.device->command_queue()); });
    EXPECT_NO_THROW(buffer->deallocate());
    EXPECT_NO_THROW(buffer.reset());
}

TEST_P(BufferTest, OutlivesTheLastOtherShareInItsDevice) {
    auto buffer = CreateBuffer(config(4, 32));

    chip_.device.reset();

    EXPECT_TRUE(buffer->device()->is_open());
    EXPECT_GT(buffer->device()->memory_view(GetParam()).total_bytes_allocated_per_bank, 0u);
}

INSTANTIATE_TEST_SUITE_P(EachMemory, BufferTest, testing::Values(BufferType::DRAM, BufferType::L1),
                         [](const auto& test) { return buffer_type_name(test.param); });

}  // namespace
}  // namespace tt::tt_metal
