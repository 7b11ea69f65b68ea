// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/noc/reserved_l1.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <vector>

#include "tt_metal/hw/mailbox.h"
#include "tt_metal/sim/fault.hpp"

namespace tt::sim {
namespace {

constexpr uint32_t kSemaphore = hw::kSemaphoreBase;
constexpr uint32_t kStride = hw::kSemaphoreStride;

class ReservedL1Test : public testing::Test {
 protected:
    template <class T>
    void put(uint32_t address, const T& object) {
        std::memcpy(&l1[address], &object, sizeof object);
    }
    void write(uint64_t address, uint64_t size_bytes) {
        check_reserved_write(l1, address, size_bytes, "store to");
    }

    std::vector<std::byte> l1 = std::vector<std::byte>(hw::kL1UnreservedBase);
};

TEST_F(ReservedL1Test, SemaphoresOfTheProgramCanBeWritten) {
    put(hw::kLaunchMessageAddress, hw::LaunchMessage{.enabled_harts = 0, .semaphores = 0b110});

    EXPECT_NO_THROW(write(kSemaphore + kStride, 4));
    EXPECT_NO_THROW(write(kSemaphore + kStride, 2 * kStride));
    EXPECT_THROW(write(kSemaphore, 4), Fault);
    EXPECT_THROW(write(kSemaphore, 2 * kStride), Fault);
    EXPECT_THROW(write(kSemaphore + kStride, 2 * kStride + 1), Fault);
}

TEST_F(ReservedL1Test, AllElseIsReadOnly) {
    put(hw::kLaunchMessageAddress, hw::LaunchMessage{.enabled_harts = 0, .semaphores = ~0u});
    for (uint32_t address = hw::kL1NullGuardSize; address < hw::kL1UnreservedBase; address += 4) {
        const bool is_semaphore =
            address >= kSemaphore && address < kSemaphore + hw::kNumSemaphores * kStride;
        if (is_semaphore) {
            EXPECT_NO_THROW(write(address, 4));
        } else {
            EXPECT_THROW(write(address, 4), Fault) << address;
        }
    }
    EXPECT_THROW(write(kSemaphore + 15 * kStride, kStride + 1), Fault);
}

TEST_F(ReservedL1Test, EachHartReadsAsManyArgumentsAsItWasGiven) {
    for (uint32_t hart = 0; hart < hw::kNumHarts; ++hart) {
        put(hw::kArgumentCountsAddress + hart * 4,
            hw::ArgumentCounts{.own = static_cast<uint16_t>(hart), .common = hw::kMaxRuntimeArgs});
    }
    for (uint32_t hart = 0; hart < hw::kNumHarts; ++hart) {
        const uint32_t own = hw::kRuntimeArgsBase + hart * hw::kRuntimeArgsStride;
        const uint32_t common = own + hw::kCommonRuntimeArgsOffset;
        for (uint32_t i = 0; i < hart; ++i) EXPECT_NO_THROW(check_reserved_load(l1, own + i * 4));
        EXPECT_THROW(check_reserved_load(l1, own + hart * 4), Fault);
        EXPECT_NO_THROW(check_reserved_load(l1, common + (hw::kMaxRuntimeArgs - 1) * 4));
        EXPECT_THROW(check_reserved_load(l1, common + hw::kMaxRuntimeArgs * 4), Fault);
    }
    EXPECT_THROW(check_reserved_load(l1, hw::kL1NullGuardSize), Fault);
    EXPECT_THROW(check_reserved_load(l1, hw::kL1ReadableBase - 4), Fault);
}

}  // namespace
}  // namespace tt::sim
