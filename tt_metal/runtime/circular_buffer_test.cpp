// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Circular buffers: what their configurations refuse, where they lie, and that they may be changed
// between launches.

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <stdexcept>
#include <string>

#include <tt-metalium/host_api.hpp>

#include "tt_metal/hw/mailbox.h"
#include "tt_metal/runtime/testing/null_device.hpp"
#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal {
namespace {

using device_internal::LogicalCore;
using runtime_testing::KernelFolder;
using runtime_testing::NullDevice;
using runtime_testing::thrown;

constexpr uint32_t kTile = 2048;

class CircularBufferTest : public testing::Test {
 protected:
    void run() { EnqueueProgram(chip_.device->command_queue(), program_, true); }

    // As a launch has told the core.
    hw::CbDescriptor descriptor(LogicalCore core, uint32_t index) const {
        hw::CbDescriptor value;
        chip_.backend.read_l1(core, hw::kCbDescriptorBase + index * sizeof value,
                              std::as_writable_bytes(std::span(&value, 1)));
        return value;
    }
    // So many tiles in each L1.
    std::shared_ptr<Buffer> l1_buffer(uint32_t tiles) {
        return CreateBuffer({chip_.device.get(), 8 * tiles * kTile, kTile, BufferType::L1});
    }

    KernelFolder folder_;
    const std::string reader_ = folder_.add("reader.elf");
    const CoreRange all_cores_{{0, 0}, {3, 1}};
    NullDevice chip_;
    Program program_ = CreateProgram();
};

CircularBufferConfig tiles(uint8_t index, uint32_t count) {
    return CircularBufferConfig(count * 2048, {{index, tt::DataFormat::Float16_b}})
        .set_page_size(index, 2048);
}

// ── Configurations ──

TEST(CircularBufferConfigTest, RefusesSizesThatPagesCannotHave) {
    using Formats = std::map<uint8_t, tt::DataFormat>;
    const Formats bfloat16{{3, tt::DataFormat::Float16_b}};
    CircularBufferConfig config(3000, bfloat16);

    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { config.set_page_size(3, 26); }),
                    "circular buffer 3: page size 26 B must be a multiple of 4 B");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { config.set_page_size(3, 0); }), "0 B");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { config.set_total_size(0); }),
                    "total_size 0 B");
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
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { config.set_address_offset(8); }),
                    "address offset 8 B must be a multiple of 16 B");
}

TEST(CircularBufferConfigTest, RefusesWhatDoesNotFitTogether) {
    CircularBufferConfig config(3000);
    const auto message = [&] { return thrown<std::invalid_argument>([&] { config.check(); }); };

    EXPECT_MENTIONS(message(), "no index has a data format");
    config.index(3).set_page_size(2048);
    EXPECT_MENTIONS(message(), "circular buffer 3: has a page size, but no data format");
    config.index(3).set_data_format(tt::DataFormat::Float16_b);
    EXPECT_MENTIONS(message(),
                    "circular buffer 3: page size 2048 B does not divide the total size, 3000 B");
    config.set_total_size(4096).set_tile_dims(4, Tile({16, 32}));
    EXPECT_MENTIONS(message(), "circular buffer 4: has tile dims, but no data format");
    config.index(4).set_data_format(tt::DataFormat::Float32);
    EXPECT_MENTIONS(message(), "circular buffer 4: has no page size");
    config.index(4).set_page_size(1024);
    EXPECT_NO_THROW(config.check());
    EXPECT_EQ(config.buffer_indices(), (std::set<uint8_t>{3, 4}));
}

// ── In programs ──

TEST_F(CircularBufferTest, RefusesCircularBuffersThatClash) {
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

TEST_F(CircularBufferTest, RefusesIndicesThatTheDeviceHasNot) {
    CreateKernel(program_, reader_, all_cores_, ReaderDataMovementConfig{});
    CreateCircularBuffer(program_, all_cores_, tiles(32, 1));

    const auto message = thrown<std::out_of_range>([&] { run(); });

    EXPECT_MENTIONS(message, "circular buffer 32");
    EXPECT_MENTIONS(message, "0 to 31");
}

TEST_F(CircularBufferTest, RefusesCircularBuffersThatReachIntoL1Buffers) {
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

TEST_F(CircularBufferTest, RefusesCircularBuffersLargerThanL1) {
    CreateKernel(program_, reader_, all_cores_, ReaderDataMovementConfig{});
    CreateCircularBuffer(program_, all_cores_, tiles(0, 1024));

    EXPECT_MENTIONS(thrown<OutOfMemoryError>([&] { run(); }), "L1 ends at 131072");
}

// ── On buffers ──

TEST_F(CircularBufferTest, LiesOnABufferAndTakesNoRoomOfItsOwn) {
    CreateKernel(program_, reader_, all_cores_, ReaderDataMovementConfig{});
    const auto buffer = l1_buffer(4);
    CircularBufferConfig config(2 * kTile);
    config.index(5).set_data_format(tt::DataFormat::Float16_b).set_page_size(kTile);
    config.index(6).set_data_format(tt::DataFormat::Float32).set_page_size(2 * kTile);
    config.set_globally_allocated_address(*buffer);
    const CBHandle first = CreateCircularBuffer(program_, all_cores_, config);
    CreateCircularBuffer(program_, all_cores_, tiles(0, 1));
    CircularBufferConfig second_half =
        CircularBufferConfig(2 * kTile, {{7, tt::DataFormat::Bfp8_b}}, *buffer);
    second_half.set_page_size(7, 128).set_address_offset(2 * kTile);
    CreateCircularBuffer(program_, CoreCoord{3, 1}, second_half);
    run();

    EXPECT_EQ(descriptor({3, 1}, 5).address, buffer->address());
    EXPECT_EQ(descriptor({3, 1}, 6).address, buffer->address());
    EXPECT_EQ(descriptor({3, 1}, 6).page_size_bytes, 2 * kTile);
    EXPECT_EQ(descriptor({3, 1}, 7).address, buffer->address() + 2 * kTile);
    EXPECT_EQ(descriptor({0, 0}, 7).size_bytes, 0u);
    EXPECT_EQ(descriptor({3, 1}, 0).address, chip_.device->l1_unreserved_base());
    EXPECT_EQ(GetCircularBufferConfig(program_, first).globally_allocated_address(),
              buffer->address());
}

TEST_F(CircularBufferTest, TellsKernelsTheShapeOfTheirTiles) {
    CreateKernel(program_, reader_, all_cores_, ReaderDataMovementConfig{});
    CreateCircularBuffer(program_, all_cores_, tiles(0, 1).set_tile_dims(0, Tile({16, 32})));
    CreateCircularBuffer(program_, all_cores_, tiles(1, 1));
    run();

    EXPECT_EQ(descriptor({0, 0}, 0).tile_height, 16);
    EXPECT_EQ(descriptor({0, 0}, 0).tile_width, 32);
    EXPECT_EQ(descriptor({0, 0}, 1).tile_height, 32);
}

TEST_F(CircularBufferTest, RefusesBuffersThatItCannotLieOn) {
    const auto dram = CreateBuffer({chip_.device.get(), kTile, kTile, BufferType::DRAM});
    const auto small = l1_buffer(1);
    const auto freed = l1_buffer(1);
    freed->deallocate();
    const auto message_for = [&](const Buffer& buffer) {
        return thrown<std::invalid_argument>([&] {
            CreateCircularBuffer(program_, all_cores_,
                                 tiles(4, 2).set_globally_allocated_address(buffer));
        });
    };

    EXPECT_MENTIONS(message_for(*dram), "cannot lie on a buffer in DRAM");
    EXPECT_MENTIONS(message_for(*freed), "was freed");
    EXPECT_MENTIONS(message_for(*small),
                    "circular buffer 4: total size 4096 B at offset 0 B is more than a core has of "
                    "the buffer that it lies on, 2048 B");
}

TEST_F(CircularBufferTest, RefusesToRunOnAFreedBuffer_UntilItIsGivenAnother) {
    CreateKernel(program_, reader_, all_cores_, ReaderDataMovementConfig{});
    auto buffer = l1_buffer(1);
    const CBHandle circular = CreateCircularBuffer(
        program_, all_cores_, tiles(4, 1).set_globally_allocated_address(*buffer));
    run();

    buffer.reset();
    const auto message = thrown<std::invalid_argument>([&] { run(); });
    buffer = l1_buffer(2);
    UpdateDynamicCircularBufferAddress(program_, circular, *buffer, kTile);

    EXPECT_MENTIONS(message, "circular buffer 4: the buffer that it lies on was freed");
    EXPECT_NO_THROW(run());
    EXPECT_EQ(descriptor({0, 0}, 4).address, buffer->address() + kTile);
}

TEST_F(CircularBufferTest, RefusesToRunOnABufferOfAnotherDevice) {
    NullDevice other;
    const auto buffer = CreateBuffer({other.device.get(), 8 * kTile, kTile, BufferType::L1});
    CreateKernel(program_, reader_, all_cores_, ReaderDataMovementConfig{});
    CreateCircularBuffer(program_, all_cores_, tiles(4, 1).set_globally_allocated_address(*buffer));

    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { run(); }),
                    "circular buffer 4: lies on a buffer of device 0, but");
}

// ── Changes between launches ──

TEST_F(CircularBufferTest, TakesItsSizesAsTheyAreAtEachLaunch) {
    CreateKernel(program_, reader_, all_cores_, ReaderDataMovementConfig{});
    const CBHandle first = CreateCircularBuffer(program_, all_cores_, tiles(0, 2));
    CreateCircularBuffer(program_, all_cores_, tiles(1, 1));
    run();
    UpdateCircularBufferTotalSize(program_, first, 6 * kTile);
    UpdateCircularBufferPageSize(program_, first, 0, 3 * kTile);
    run();

    EXPECT_EQ(descriptor({2, 1}, 0).size_bytes, 6 * kTile);
    EXPECT_EQ(descriptor({2, 1}, 0).page_size_bytes, 3 * kTile);
    EXPECT_EQ(descriptor({2, 1}, 1).address, chip_.device->l1_unreserved_base() + 6 * kTile);

    const auto buffer = l1_buffer(8);
    UpdateDynamicCircularBufferAddressAndTotalSize(program_, first, *buffer, 3 * kTile);
    run();
    EXPECT_EQ(descriptor({2, 1}, 0).address, buffer->address());
    EXPECT_EQ(descriptor({2, 1}, 1).address, chip_.device->l1_unreserved_base());
}

TEST_F(CircularBufferTest, RefusesAChangeThatDoesNotFit_AndStaysAsItWas) {
    const CBHandle circular = CreateCircularBuffer(program_, all_cores_, tiles(0, 2));

    EXPECT_MENTIONS(thrown<std::invalid_argument>(
                        [&] { UpdateCircularBufferTotalSize(program_, circular, 3000); }),
                    "does not divide the total size, 3000 B");
    EXPECT_MENTIONS(thrown<std::invalid_argument>(
                        [&] { UpdateCircularBufferPageSize(program_, circular, 1, kTile); }),
                    "circular buffer 1: has a page size, but no data format");
    EXPECT_MENTIONS(
        thrown<std::out_of_range>([&] { UpdateCircularBufferTotalSize(program_, 1, kTile); }),
        "handle 1: the program has 1 circular buffers");
    EXPECT_EQ(GetCircularBufferConfig(program_, circular).total_size(), 2 * kTile);
}

}  // namespace
}  // namespace tt::tt_metal
