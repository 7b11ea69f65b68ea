// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Devices of the process, as simulated chips: several at once, closed and opened again, and used by
// several threads.

#include <tt-metalium/device.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <stdexcept>
#include <thread>
#include <vector>

#include <tt-metalium/host_api.hpp>

#include "tt_metal/runtime/testing/chosen_architecture.hpp"
#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal {
namespace {

using runtime_testing::thrown;

// A device that is closed when the test ends.
class OpenDevice {
 public:
    explicit OpenDevice(int id) : device_(CreateDevice(id)) {}
    ~OpenDevice() { CloseDevice(device_); }
    OpenDevice(const OpenDevice&) = delete;
    OpenDevice& operator=(const OpenDevice&) = delete;

    IDevice* operator->() const { return device_; }
    IDevice* get() const { return device_; }

 private:
    IDevice* device_;
};

std::vector<uint32_t> numbers(uint32_t first, std::size_t count) {
    std::vector<uint32_t> list(count);
    for (uint32_t& number : list) number = first++;
    return list;
}

// Writes and reads a buffer over and over; true if it always found what it had written.
bool keeps_its_data(IDevice* device, BufferType type, uint32_t seed) {
    CommandQueue& queue = device->command_queue();
    std::vector<uint32_t> back;
    for (uint32_t round = 0; round < 100; ++round) {
        const auto buffer = CreateBuffer({device, 300 * 36, 36, type});
        const auto data = numbers(seed + round, 300 * 9);
        EnqueueWriteBuffer(queue, buffer, data, false);
        EnqueueReadBuffer(queue, buffer, back, true);
        if (back != data) return false;
    }
    return true;
}

TEST(DeviceTest, IsAWormhole) {
    const OpenDevice device(0);

    EXPECT_EQ(device->id(), 0);
    EXPECT_EQ(device->arch(), ARCH::WORMHOLE_B0);
    EXPECT_EQ(device->compute_with_storage_grid_size(), (CoreCoord{8, 8}));
    EXPECT_EQ(device->num_dram_channels(), 12u);
    EXPECT_EQ(device->dram_size_per_channel(), uint64_t{1} << 30);
    EXPECT_EQ(device->l1_size_per_core(), 1464u * 1024);
    EXPECT_EQ(device->num_circular_buffers(), 32u);
    EXPECT_EQ(device->alignment(BufferType::DRAM), 32u);
    EXPECT_EQ(device->alignment(BufferType::L1), 16u);
    EXPECT_EQ(device->num_banks(BufferType::L1), 64u);
}

TEST(DeviceTest, IsABlackhole_WhenTheEnvironmentSaysSo) {
    const runtime_testing::ChosenArchitecture blackhole("blackhole");
    const OpenDevice device(0);

    EXPECT_EQ(device->arch(), ARCH::BLACKHOLE);
    EXPECT_EQ(device->compute_with_storage_grid_size(), (CoreCoord{13, 10}));
    EXPECT_EQ(device->num_dram_channels(), 8u);
    EXPECT_EQ(device->num_circular_buffers(), 64u);
    EXPECT_EQ(device->alignment(BufferType::DRAM), 64u);
    EXPECT_TRUE(keeps_its_data(device.get(), BufferType::DRAM, 3));
    EXPECT_TRUE(keeps_its_data(device.get(), BufferType::L1, 4));
}

TEST(DeviceTest, RefusesArchitecturesThatItDoesNotKnow) {
    const runtime_testing::ChosenArchitecture unknown("grayskull");

    const auto message = thrown<std::invalid_argument>([] { CreateDevice(0); });

    EXPECT_MENTIONS(message, "ARCH_NAME \"grayskull\": must be wormhole_b0 or blackhole");
}

TEST(DeviceTest, HasTheMemoryRegionsItWasOpenedWith) {
    IDevice* device =
        CreateDevice(0, 1, 32768, 1 << 20, DispatchCoreConfig(DispatchCoreType::ETH), {}, 1 << 20);

    EXPECT_EQ(device->memory_view(BufferType::L1_SMALL).total_bytes_per_bank, 32768u);
    EXPECT_EQ(device->memory_view(BufferType::TRACE).total_bytes_per_bank, 1u << 20);
    EXPECT_EQ(device->l1_unreserved_base(), device->l1_size_per_core() - (1 << 20));
    CloseDevice(device);
    EXPECT_MENTIONS(thrown<std::invalid_argument>([] { CreateDevice(0, 1, 0, 0, {}, {1, 0}); }),
                    "l1_bank_remap");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([] { CreateDevice(0, 1, 1 << 21); }),
                    "l1_small_size");
}

TEST(DeviceTest, IsReachedDirectly) {
    EXPECT_EQ(GetNumPCIeDevices(), GetNumAvailableDevices());
    EXPECT_EQ(GetPCIeDeviceID(3), 3);
    EXPECT_MENTIONS(thrown<std::out_of_range>([] { GetPCIeDeviceID(32); }), "device_id 32");
}

TEST(DeviceTest, KnowsWhereItsCoresLieOnTheNoc) {
    const OpenDevice device(0);

    EXPECT_NE(device->worker_core_from_logical_core({0, 0}),
              device->worker_core_from_logical_core({7, 7}));
    EXPECT_MENTIONS(
        thrown<std::out_of_range>([&] { device->worker_core_from_logical_core({8, 0}); }),
        "core (8,0)");
}

TEST(DeviceTest, KeepsLargeBuffersOfOddPages) {
    const OpenDevice device(0);
    CommandQueue& queue = device->command_queue();
    for (const BufferType type : {BufferType::DRAM, BufferType::L1}) {
        for (const DeviceAddr page_size : {4, 36, 1000, 2048, 100004}) {
            const DeviceAddr num_pages = 1000000 / page_size;
            const auto buffer =
                CreateBuffer({device.get(), num_pages * page_size, page_size, type});
            const auto data = numbers(1, buffer->size() / sizeof(uint32_t));
            std::vector<uint32_t> back;

            EnqueueWriteBuffer(queue, buffer, data, false);
            EnqueueReadBuffer(queue, buffer, back, true);

            ASSERT_EQ(back, data) << buffer_type_name(type) << ", pages of " << page_size;
        }
    }
}

TEST(DeviceTest, HasOneOrTwoQueues) {
    IDevice* device = CreateDevice(3, 2);
    EXPECT_EQ(device->command_queue(1).id(), 1);
    EXPECT_EQ(device->command_queue(1).device(), device);
    EXPECT_MENTIONS(thrown<std::out_of_range>([&] { device->command_queue(2); }),
                    "command queue 2");
    CloseDevice(device);

    EXPECT_MENTIONS(thrown<std::invalid_argument>([] { CreateDevice(3, 0); }), "num_hw_cqs 0");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([] { CreateDevice(3, 3); }), "num_hw_cqs 3");
}

TEST(DeviceTest, RefusesIdsThatNoChipHasAndSecondOpening) {
    const OpenDevice device(1);

    EXPECT_MENTIONS(thrown<std::out_of_range>([] { CreateDevice(-1); }), "device_id -1");
    EXPECT_MENTIONS(
        thrown<std::out_of_range>([] { CreateDevice(static_cast<int>(GetNumAvailableDevices())); }),
        "device_id 32: ids run from 0 to 31");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([] { CreateDevice(1); }), "device_id 1");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([] { CloseDevice(nullptr); }), "device");
}

TEST(DeviceTest, StartsEmptyAtEachOpening_AndOldBuffersStayClosed) {
    IDevice* first = CreateDevice(2);
    const auto old_buffer = CreateBuffer({first, 1024, 1024, BufferType::DRAM});
    std::vector<uint32_t> data = numbers(1, 256);
    EnqueueWriteBuffer(first->command_queue(), old_buffer, data, true);
    EXPECT_TRUE(CloseDevice(first));
    EXPECT_FALSE(CloseDevice(first));

    const OpenDevice second(2);
    const auto buffer = CreateBuffer({second.get(), 1024, 1024, BufferType::DRAM});
    EnqueueReadBuffer(second->command_queue(), buffer, data, true);

    EXPECT_EQ(buffer->address(), old_buffer->address());
    EXPECT_EQ(data, std::vector<uint32_t>(256));
    EXPECT_FALSE(first->is_open());
    EXPECT_FALSE(old_buffer->is_allocated());
    EXPECT_MENTIONS(thrown<DeviceClosedError>([&] {
                        EnqueueReadBuffer(second->command_queue(), old_buffer, data, true);
                    }),
                    "device 2");
    EXPECT_MENTIONS(thrown<DeviceClosedError>(
                        [&] { EnqueueReadBuffer(first->command_queue(), old_buffer, data, true); }),
                    "device 2");
}

TEST(DeviceTest, KeepsItsMemoriesApartFromThoseOfOthers) {
    const OpenDevice first(0);
    const OpenDevice second(1);
    const auto in_first = CreateBuffer({first.get(), 4096, 64, BufferType::L1});
    const auto in_second = CreateBuffer({second.get(), 4096, 64, BufferType::L1});
    std::vector<uint32_t> back;
    ASSERT_EQ(in_first->address(), in_second->address());

    EnqueueWriteBuffer(first->command_queue(), in_first, numbers(1, 1024), true);
    EnqueueWriteBuffer(second->command_queue(), in_second, numbers(5000, 1024), true);
    EnqueueReadBuffer(first->command_queue(), in_first, back, true);

    EXPECT_EQ(back, numbers(1, 1024));
}

TEST(DeviceThreadsTest, ServesThreadsOfTheirOwnDevicesAndOfOneDevice) {
    const OpenDevice first(0);
    const OpenDevice second(1);
    std::vector<int> kept(4);  // not of bool, whose elements share words
    std::vector<std::thread> threads;

    for (uint32_t i = 0; i < kept.size(); ++i) {
        threads.emplace_back([&, i] {
            IDevice* device = i == 3 ? second.get() : first.get();
            const BufferType type = i == 1 ? BufferType::L1 : BufferType::DRAM;
            kept[i] = keeps_its_data(device, type, 1000000 * i);
        });
    }
    for (std::thread& thread : threads) thread.join();

    EXPECT_EQ(kept, std::vector<int>(kept.size(), 1));
}

TEST(DeviceThreadsTest, ClosesUnderUse_WithAnErrorForTheUser) {
    IDevice* device = CreateDevice(4);
    bool refused = false;
    std::thread user([&] {
        try {
            while (true) keeps_its_data(device, BufferType::DRAM, 1);
        } catch (const DeviceClosedError&) {
            refused = true;
        }
    });

    EXPECT_TRUE(CloseDevice(device));
    user.join();

    EXPECT_TRUE(refused);
}

}  // namespace
}  // namespace tt::tt_metal
