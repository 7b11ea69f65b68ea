// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/noc/noc_port.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <format>
#include <functional>
#include <string>
#include <vector>

#include "tt_metal/hw/mailbox.h"
#include "tt_metal/hw/memory_map.h"
#include "tt_metal/hw/noc_address.h"
#include "tt_metal/sim/fault.hpp"

namespace tt::sim {
namespace {

constexpr size_t kL1Size = 64 * 1024;
constexpr uint64_t kDramSize = uint64_t{1} << 31;

uint64_t near_core(uint64_t address) { return hw::noc_address(hw::noc_xy(18, 18), address); }
uint64_t far_core(uint64_t address) { return hw::noc_address(hw::noc_xy(19, 18), address); }
uint64_t dram(uint64_t address) { return hw::noc_address(hw::noc_xy(0, 11), address); }

class NocPortTest : public testing::Test {
 protected:
    NocPortTest() {
        noc.attach_l1({18, 18}, near_l1);
        noc.attach_l1({19, 18}, far_l1);
        noc.attach_dram({0, 11}, memory);
    }

    void expect_fault(const std::function<void()>& action, const std::string& text) {
        try {
            action();
            FAIL() << "no fault: " << text;
        } catch (const Fault& fault) {
            EXPECT_EQ(fault.kind(), ErrorKind::kNoc);
            EXPECT_EQ(std::string(fault.what()), text);
        }
    }

    void read(uint64_t from, uint32_t to, uint32_t size_bytes) {
        port.set_target(from);
        port.read(to, size_bytes);
    }
    void write(uint32_t from, uint64_t to, uint32_t size_bytes) {
        port.set_target(to);
        port.write(from, size_bytes);
    }
    static uint32_t word(const std::vector<std::byte>& l1, uint32_t address) {
        uint32_t value;
        std::memcpy(&value, &l1[address], sizeof value);
        return value;
    }

    std::vector<std::byte> near_l1 = std::vector<std::byte>(kL1Size);
    std::vector<std::byte> far_l1 = std::vector<std::byte>(kL1Size);
    SparseMemory memory{kDramSize};
    Noc noc{{.l1_bytes = 16, .dram_read_bytes = 32, .dram_write_bytes = 16}};
    RunStatistics statistics;
    NocPort port{noc, near_l1, statistics};
};

TEST_F(NocPortTest, ReadArrivesAtTheBarrierAndNotBefore) {
    std::fill_n(far_l1.begin() + 0x5100, 64, std::byte{7});

    read(far_core(0x5100), 0x5200, 64);
    EXPECT_EQ(near_l1[0x5200], std::byte{0});
    port.read_barrier();

    EXPECT_EQ(near_l1[0x5200], std::byte{7});
    EXPECT_EQ(near_l1[0x523F], std::byte{7});
    EXPECT_EQ(near_l1[0x5240], std::byte{0});
}

TEST_F(NocPortTest, WriteLandsWhenItIsAwaitedWithTheBytesOfThatTime) {
    near_l1[0x5200] = std::byte{1};
    write(0x5200, dram(0x1000), 16);
    std::vector<std::byte> there(1);
    memory.read(0x1000, there);
    EXPECT_EQ(there[0], std::byte{0});

    near_l1[0x5200] = std::byte{2};  // too early: the write has not been flushed
    port.write_barrier();

    memory.read(0x1000, there);
    EXPECT_EQ(there[0], std::byte{2});
}

TEST_F(NocPortTest, IncrementAndInlineWriteComeAfterTheWritesBeforeThem) {
    near_l1[0x5200] = std::byte{5};
    write(0x5200, far_core(0x5300), 16);
    port.set_target(far_core(0x5400));

    port.atomic_increment(3);

    EXPECT_EQ(far_l1[0x5300], std::byte{5});
    EXPECT_EQ(word(far_l1, 0x5400), 3u);

    near_l1[0x5200] = std::byte{6};
    write(0x5200, far_core(0x5300), 16);
    port.set_target(far_core(0x5404));
    port.inline_write(9);

    EXPECT_EQ(far_l1[0x5300], std::byte{6});
    EXPECT_EQ(word(far_l1, 0x5404), 9u);
}

TEST_F(NocPortTest, OneTargetServesManyTransfersAndOwnL1IsReachable) {
    near_l1[0x5100] = std::byte{1};
    port.set_target(near_core(0x5100));

    port.read(0x5200, 16);
    port.read(0x5300, 16);
    port.read_barrier();

    EXPECT_EQ(near_l1[0x5200], std::byte{1});
    EXPECT_EQ(near_l1[0x5300], std::byte{1});
    EXPECT_EQ(statistics.noc_reads, 2u);
    EXPECT_EQ(statistics.noc_bytes_read, 32u);
}

TEST_F(NocPortTest, BothEndsMustBeAlignedAlike) {
    EXPECT_NO_THROW(read(far_core(0x5108), 0x5208, 16));
    EXPECT_NO_THROW(read(dram(0x24), 0x5204, 16));
    EXPECT_NO_THROW(write(0x5210, dram(0x20), 16));

    expect_fault([&] { read(far_core(0x5108), 0x5200, 16); },
                 "NoC read of 16 bytes: L1 0x00005200 and NoC (19,18) 0x00005108 differ modulo 16");
    expect_fault([&] { read(dram(0x10), 0x5200, 16); },
                 "NoC read of 16 bytes: L1 0x00005200 and NoC (0,11) 0x00000010 differ modulo 32");
    expect_fault([&] { write(0x5208, dram(0x20), 16); },
                 "NoC write of 16 bytes: L1 0x00005208 and NoC (0,11) 0x00000020 differ modulo 16");
}

TEST_F(NocPortTest, PlacesThatAreNotThereAreFaults) {
    expect_fault([&] { port.read(0x5200, 16); },
                 "a NoC transfer is issued before its far end has been set");
    expect_fault([&] { read(hw::noc_address(hw::noc_xy(3, 3), 0x5100), 0x5200, 16); },
                 "NoC (3,3) 0x00005100: nothing is at this coordinate");
    expect_fault([&] { read(far_core(kL1Size - 16), 0x5200, 32); },
                 "NoC (19,18) 0x0000fff0: 32 bytes reach beyond the 65536 bytes of L1");
    expect_fault([&] { read(dram(kDramSize), 0x5200, 32); },
                 "NoC (0,11) 0x80000000: 32 bytes reach beyond the 2147483648 bytes of DRAM");
    expect_fault([&] { write(0x5200, far_core(0), 16); },
                 "NoC (19,18) 0x00000000: the first 16 bytes of L1 may not be touched");
    expect_fault([&] { read(far_core(0x5100), 0, 16); },
                 "NoC read of 16 bytes: L1 0x00000000 to 0x00000010 is not within 0x10 to "
                 "0x00010000");
    expect_fault([&] { read(far_core(0x5100), 0xFFFFFFF0, 32); },
                 "NoC read of 32 bytes: L1 0xfffffff0 to 0x100000010 is not within 0x10 to "
                 "0x00010000");
    expect_fault([&] { read(far_core(0x5100), 0x5200, 0); },
                 "NoC read of 0 bytes, NoC (19,18) 0x00005100");
}

TEST_F(NocPortTest, WordOperationsNeedAlignedWordsAndIncrementsL1) {
    port.set_target(dram(0x5100));
    expect_fault([&] { port.atomic_increment(1); },
                 "atomic increment of NoC (0,11) 0x00005100: DRAM has no atomic operations");
    port.set_target(far_core(0x5102));
    expect_fault([&] { port.atomic_increment(1); },
                 "atomic increment of NoC (19,18) 0x00005102: not a multiple of 4");
    expect_fault([&] { port.inline_write(1); },
                 "inline write to NoC (19,18) 0x00005102: not a multiple of 4");
}

TEST_F(NocPortTest, WhatIsTheHostsCannotBeWritten) {
    const auto refused = [&](const std::function<void()>& action) {
        EXPECT_THROW(action(), Fault);
        EXPECT_NO_THROW(port.check_nothing_pending());
    };
    for (const uint32_t reserved :
         {hw::kCoreInfoAddress, hw::kRuntimeArgsBase, hw::kCbDescriptorBase, hw::kSemaphoreBase}) {
        refused([&] { read(far_core(0x5100), reserved, 16); });
        refused([&] { write(0x5100, far_core(reserved), 16); });
        port.set_target(far_core(reserved));
        refused([&] { port.atomic_increment(1); });
        refused([&] { port.inline_write(1); });
        port.set_target(
            hw::noc_multicast_address(hw::noc_xy(18, 18), hw::noc_xy(19, 18), reserved));
        port.set_receivers(1, false);
        EXPECT_THROW(port.multicast(0x5200, 16), Fault);
        EXPECT_NO_THROW(write(reserved, far_core(0x5100), 16));
        EXPECT_NO_THROW(read(far_core(reserved), 0x5100, 16));
        port.read_barrier();
        port.write_barrier();
    }
    try {
        write(0x5100, far_core(hw::kCbDescriptorBase), 16);
        FAIL() << "no fault";
    } catch (const Fault& fault) {
        EXPECT_EQ(fault.kind(), ErrorKind::kReservedMemory);
        EXPECT_EQ(std::string(fault.what()),
                  "NoC write to NoC (19,18) 0x00004000: write to L1 0x00004000: L1 below 0x4800 is "
                  "the host's, and kernels change semaphores alone there");
    }
}

TEST_F(NocPortTest, SemaphoresOfTheCoreCanBeWritten) {
    const hw::LaunchMessage message{.enabled_harts = 0, .semaphores = 0b10};
    std::memcpy(&far_l1[hw::kLaunchMessageAddress], &message, sizeof message);
    port.set_target(far_core(hw::kSemaphoreBase + hw::kSemaphoreStride));

    port.atomic_increment(3);
    port.inline_write(5);

    EXPECT_EQ(word(far_l1, hw::kSemaphoreBase + hw::kSemaphoreStride), 5u);
}

TEST_F(NocPortTest, WhatIsInNoBufferIsReachedByNobody) {
    SparseMemory other(kDramSize);
    const FreeRanges free({{0x1000, 0x2000}, {0x4000, 0x5000}});
    noc.attach_dram({0, 5}, other, &free);
    const auto at = [](uint64_t address) { return hw::noc_address(hw::noc_xy(0, 5), address); };

    for (const uint32_t used : {0x0, 0xFC0, 0x2000, 0x3FC0, 0x5000}) {
        EXPECT_NO_THROW(read(at(used), 0x5200, 64));
    }
    port.read_barrier();
    for (const uint32_t unused : {0xFE0, 0x1000, 0x1FE0, 0x4000}) {
        expect_fault([&] { read(at(unused), 0x5200, 64); },
                     std::format("NoC (0,5) 0x{:08x}: 64 bytes that are not all in buffers; a "
                                 "buffer has been freed, or ends before them",
                                 unused));
        EXPECT_THROW(write(0x5200, at(unused), 64), Fault);
    }
}

TEST_F(NocPortTest, KernelMustAwaitWhatItIssued) {
    read(far_core(0x5100), 0x5200, 64);
    expect_fault(
        [&] { port.check_nothing_pending(); },
        "the kernel ends with 1 NoC reads that no read barrier has awaited; the last is this "
        "one, of 64 bytes to L1 0x00005200");
    port.read_barrier();

    write(0x5200, far_core(0x5100), 64);
    port.set_target(far_core(0x5400));
    port.atomic_increment(1);  // pushes the write on, but nobody has made sure of it
    expect_fault([&] { port.check_nothing_pending(); },
                 "the kernel ends with 1 NoC writes that were neither awaited nor flushed; the "
                 "last is this one");
    port.write_barrier();

    EXPECT_NO_THROW(port.check_nothing_pending());
}

TEST_F(NocPortTest, MulticastReachesTheRectangleAndTheSenderOnlyOnRequest) {
    near_l1[0x5200] = std::byte{5};
    port.set_target(hw::noc_multicast_address(hw::noc_xy(18, 18), hw::noc_xy(19, 18), 0x5300));

    port.set_receivers(1, false);
    port.multicast(0x5200, 16);
    EXPECT_EQ(far_l1[0x5300], std::byte{0});  // not before it is awaited
    port.write_barrier();
    EXPECT_EQ(far_l1[0x5300], std::byte{5});
    EXPECT_EQ(near_l1[0x5300], std::byte{0});

    port.set_receivers(2, true);
    port.multicast(0x5200, 16);
    port.write_barrier();
    EXPECT_EQ(near_l1[0x5300], std::byte{5});
}

TEST_F(NocPortTest, MulticastMustBeToldHowManyCoresTakeIt) {
    port.set_target(hw::noc_multicast_address(hw::noc_xy(18, 18), hw::noc_xy(19, 18), 0x5300));
    port.set_receivers(2, false);

    expect_fault([&] { port.multicast(0x5200, 16); },
                 "NoC multicast of 16 bytes to (18,18)-(19,18): num_dests is 2, but 1 cores take "
                 "it, the sender not being one of them");
}

TEST_F(NocPortTest, MulticastToMemoryIsAFault) {
    port.set_target(hw::noc_multicast_address(hw::noc_xy(0, 11), hw::noc_xy(0, 11), 0x5300));
    port.set_receivers(1, false);

    expect_fault([&] { port.multicast(0x5200, 16); },
                 "NoC multicast of 16 bytes: NoC (0,11) 0x00005300 is DRAM; only cores take one");
}

TEST_F(NocPortTest, WritesArriveInTimeButMustStillBeAwaited) {
    near_l1[0x5200] = std::byte{5};
    write(0x5200, far_core(0x5100), 16);

    port.settle();
    EXPECT_EQ(far_l1[0x5100], std::byte{5});
    expect_fault([&] { port.check_nothing_pending(); },
                 "the kernel ends with 1 NoC writes that were neither awaited nor flushed; the "
                 "last is this one");

    port.write_barrier();
    EXPECT_NO_THROW(port.check_nothing_pending());
}

TEST_F(NocPortTest, NumberedReadsAreAwaitedApart) {
    far_l1[0x5100] = std::byte{1};
    far_l1[0x5110] = std::byte{2};
    port.set_read_number(1);
    read(far_core(0x5100), 0x5200, 16);
    port.set_read_number(2);
    read(far_core(0x5110), 0x5210, 16);

    port.read_barrier(2);
    EXPECT_EQ(near_l1[0x5200], std::byte{0});
    EXPECT_EQ(near_l1[0x5210], std::byte{2});

    port.read_barrier();
    EXPECT_EQ(near_l1[0x5200], std::byte{1});
}

TEST(Noc, CoordinatesAreTakenOnce) {
    std::vector<std::byte> l1(1024);
    Noc noc({16, 32, 16});
    noc.attach_l1({1, 1}, l1);

    EXPECT_THROW(noc.attach_l1({1, 1}, l1), std::invalid_argument);
    EXPECT_THROW(noc.attach_l1({64, 1}, l1), std::invalid_argument);
}

}  // namespace
}  // namespace tt::sim
