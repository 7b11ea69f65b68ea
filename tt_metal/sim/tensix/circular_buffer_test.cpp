// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/circular_buffer.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <functional>
#include <vector>

#include "tt_metal/sim/fault.hpp"

namespace tt::sim {
namespace {

constexpr uint32_t kL1Size = 1499136;
constexpr uint32_t kPage = 2048;
constexpr uint32_t kBase = 0x5000;

hw::CbDescriptor descriptor(uint32_t num_pages) {
    return {.address = kBase,
            .size_bytes = num_pages * kPage,
            .page_size_bytes = kPage,
            .data_format = hw::DataFormat::Float16_b,
            .tile_height = 32,
            .tile_width = 32,
            .padding_ = 0,
            .reserved_ = {}};
}

CircularBuffer buffer_of(uint32_t num_pages) { return {3, descriptor(num_pages), kL1Size}; }

void expect_fault(const std::function<void()>& action, const std::string& text) {
    try {
        action();
        FAIL() << "no fault: " << text;
    } catch (const Fault& fault) {
        EXPECT_EQ(fault.kind(), ErrorKind::kCircularBuffer);
        EXPECT_EQ(std::string(fault.what()), text);
    }
}

TEST(CircularBuffer, CountsAndPointersFollowPagesRoundTheEnd) {
    CircularBuffer buffer = buffer_of(3);
    EXPECT_EQ(buffer.pages_free(), 3u);
    EXPECT_EQ(buffer.write_pointer(), kBase);

    buffer.push_back(2);
    EXPECT_EQ(buffer.pages_available(), 2u);
    EXPECT_EQ(buffer.write_pointer(), kBase + 2 * kPage);
    EXPECT_EQ(buffer.read_pointer(), kBase);

    buffer.pop_front(1);
    EXPECT_EQ(buffer.read_pointer(), kBase + kPage);

    buffer.push_back(1);
    EXPECT_EQ(buffer.write_pointer(), kBase);
    EXPECT_EQ(buffer.pages_free(), 1u);
}

TEST(CircularBuffer, WaitsAreCumulative) {
    CircularBuffer buffer = buffer_of(8);
    buffer.push_back(4);

    EXPECT_TRUE(buffer.has_available(2));
    EXPECT_TRUE(buffer.has_available(4));
    EXPECT_FALSE(buffer.has_available(5));
    EXPECT_TRUE(buffer.has_free(4));
}

TEST(CircularBuffer, WaitsForPagesThatWillBeFreeOnceTheyArePopped) {
    CircularBuffer buffer = buffer_of(2);
    buffer.push_back(2);

    EXPECT_FALSE(buffer.has_free(1));
    buffer.pop_front(1);
    EXPECT_TRUE(buffer.has_free(1));
}

TEST(CircularBuffer, MisuseNamesBufferAndCounts) {
    CircularBuffer buffer = buffer_of(4);
    buffer.push_back(3);

    expect_fault([&] { buffer.push_back(2); }, "cb 3: pushes 2 pages; 1 of 4 are free");
    expect_fault([&] { buffer.pop_front(4); }, "cb 3: pops 4 pages; 3 of 4 are available");
    expect_fault([&] { (void)buffer.has_available(5); },
                 "cb 3: waits for 5 pages of a buffer that has 4");
    expect_fault([&] { (void)buffer.has_free(5); },
                 "cb 3: reserves 5 pages of a buffer that has 4");
}

TEST(CircularBuffer, PagesThatCrossTheEndAreRefused) {
    CircularBuffer buffer = buffer_of(4);
    buffer.push_back(3);
    buffer.pop_front(3);

    expect_fault([&] { (void)buffer.has_free(2); },
                 "cb 3: reserves 2 pages, of which only 1 come before the end of the buffer (4 "
                 "pages); page counts must meet its end exactly");
    expect_fault([&] { buffer.push_back(2); },
                 "cb 3: pushes 2 pages over the end of the buffer; 1 come before it");
    buffer.push_back(1);
    buffer.push_back(1);
    expect_fault([&] { buffer.pop_front(2); },
                 "cb 3: pops 2 pages over the end of the buffer; 1 come before it");
    EXPECT_EQ(buffer.readable(0, kPage), kBase + 3 * kPage);
    expect_fault([&] { (void)buffer.readable(0, 2 * kPage); },
                 "cb 3: reads 4096 bytes from page 0 over the end of the buffer");
    expect_fault([&] { (void)buffer.readable(1, kPage); },
                 "cb 3: reads 2048 bytes from page 1 over the end of the buffer");
}

TEST(CircularBuffer, OnlyAvailablePagesAreReadAndOnlyFreeOnesWritten) {
    CircularBuffer buffer = buffer_of(4);
    buffer.push_back(1);

    EXPECT_EQ(buffer.readable(0, kPage), kBase);
    EXPECT_EQ(buffer.writable(2, kPage), kBase + 3 * kPage);
    expect_fault(
        [&] { (void)buffer.readable(1, kPage); },
        "cb 3: reads 2048 bytes from page 1; 1 of 4 pages (2048 bytes each) are available");
    expect_fault([&] { (void)buffer.writable(3, kPage); },
                 "cb 3: writes 2048 bytes to page 3; 3 of 4 pages (2048 bytes each) are free");
    expect_fault([&] { (void)buffer.writable(0xFFFFFFFF, kPage); },
                 "cb 3: writes 2048 bytes to page 4294967295; 3 of 4 pages (2048 bytes each) are "
                 "free");
}

TEST(CircularBuffer, ImpossibleDescriptorIsRefused) {
    hw::CbDescriptor odd = descriptor(2);
    odd.page_size_bytes = 3000;
    hw::CbDescriptor empty_page = descriptor(2);
    empty_page.page_size_bytes = 0;
    hw::CbDescriptor misaligned = descriptor(2);
    misaligned.address += 8;
    hw::CbDescriptor too_low = descriptor(2);
    too_low.address = 0x1000;
    hw::CbDescriptor too_high = descriptor(2);
    too_high.address = kL1Size - kPage;

    for (const auto& bad : {odd, empty_page, misaligned, too_low, too_high}) {
        EXPECT_THROW(CircularBuffer(3, bad, kL1Size), Fault);
    }
}

TEST(CircularBuffers, TakeTheirShapeFromL1) {
    std::vector<std::byte> l1(kL1Size);
    const hw::CbDescriptor written = descriptor(2);
    std::memcpy(&l1[hw::kCbDescriptorBase + 5 * sizeof written], &written, sizeof written);
    CircularBuffers buffers(32);

    buffers.configure(l1);

    EXPECT_EQ(buffers.at(5).pages_free(), 2u);
    expect_fault([&] { buffers.at(4); }, "cb 4: the program has no such buffer on this core");
    expect_fault([&] { buffers.at(32); }, "cb 32: the chip has 32 circular buffers");
}

}  // namespace
}  // namespace tt::sim
