// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/bank_allocator.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal::runtime_internal {
namespace {

using runtime_testing::thrown;

TEST(BankAllocatorTest, FillsFromTheEndItWasTold) {
    BankAllocator upward(0, 1024, 32, Direction::kUpward);
    BankAllocator downward(0, 1024, 32, Direction::kDownward);

    EXPECT_EQ(upward.allocate(64), 0u);
    EXPECT_EQ(upward.allocate(1), 64u);
    EXPECT_EQ(upward.allocate(32), 96u);
    EXPECT_EQ(downward.allocate(64), 960u);
    EXPECT_EQ(downward.allocate(1), 928u);
    EXPECT_EQ(downward.allocate(32), 896u);
    EXPECT_EQ(downward.lowest_allocated_address(), 896u);
}

TEST(BankAllocatorTest, DrawsUnalignedEndsInwards) {
    BankAllocator bank(10, 100, 16, Direction::kUpward);

    EXPECT_EQ(bank.total_bytes(), 80u);
    EXPECT_EQ(bank.allocate(80), 16u);
    EXPECT_EQ(bank.allocate(1), std::nullopt);
}

TEST(BankAllocatorTest, HasNothing_WhenNoAlignedByteLiesWithin) {
    BankAllocator bank(1, 15, 16, Direction::kUpward);

    EXPECT_EQ(bank.total_bytes(), 0u);
    EXPECT_EQ(bank.allocate(0), std::nullopt);
}

TEST(BankAllocatorTest, TakesSizesThatNoMemoryHas) {
    BankAllocator bank(0, 1024, 32, Direction::kUpward);

    EXPECT_EQ(bank.allocate(UINT64_MAX), std::nullopt);
    EXPECT_EQ(bank.allocate(1025), std::nullopt);
    EXPECT_EQ(bank.free_bytes(), 1024u);
}

TEST(BankAllocatorTest, RejectsAddressesItDidNotGive) {
    BankAllocator bank(0, 1024, 32, Direction::kUpward);
    bank.allocate(64);

    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { bank.free(32); }), "address 32");
    bank.free(0);
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { bank.free(0); }), "address 0");
}

// The plainest allocator that can be: one flag per unit of alignment.
class FlagAllocator {
 public:
    FlagAllocator(std::size_t units, Direction direction) : used_(units), direction_(direction) {}

    std::optional<std::size_t> allocate(std::size_t count) {
        if (count > used_.size()) return std::nullopt;
        const std::size_t last_start = used_.size() - count;
        for (std::size_t i = 0; i <= last_start; ++i) {
            const std::size_t start = direction_ == Direction::kUpward ? i : last_start - i;
            const auto first = used_.begin() + static_cast<std::ptrdiff_t>(start);
            const auto last = first + static_cast<std::ptrdiff_t>(count);
            if (std::find(first, last, true) != last) continue;
            std::fill(first, last, true);
            return start;
        }
        return std::nullopt;
    }

    void free(std::size_t start, std::size_t count) {
        std::fill_n(used_.begin() + static_cast<std::ptrdiff_t>(start), count, false);
    }

    std::size_t used_units() const { return std::ranges::count(used_, true); }

    std::size_t largest_free_units() const {
        std::size_t run = 0;
        std::size_t largest = 0;
        for (const bool used : used_) largest = std::max(largest, run = used ? 0 : run + 1);
        return largest;
    }

 private:
    std::vector<bool> used_;
    Direction direction_;
};

class BankAllocatorRandomTest : public testing::TestWithParam<Direction> {};

TEST_P(BankAllocatorRandomTest, AgreesWithOneFlagPerUnit) {
    constexpr uint64_t kBase = 4096;
    constexpr uint64_t kUnit = 16;
    constexpr std::size_t kUnits = 257;
    BankAllocator bank(kBase, kBase + kUnits * kUnit, kUnit, GetParam());
    FlagAllocator flags(kUnits, GetParam());
    std::map<uint64_t, std::size_t> held;  // address to units
    std::mt19937 random(20240229);

    for (int step = 0; step < 20000; ++step) {
        SCOPED_TRACE("step " + std::to_string(step));
        if (held.empty() || random() % 5 < 3) {
            const uint64_t size = 1 + random() % (random() % 8 == 0 ? 2000 : 200);
            const std::size_t units = (size + kUnit - 1) / kUnit;
            const auto address = bank.allocate(size);
            const auto expected = flags.allocate(units);
            ASSERT_EQ(address.has_value(), expected.has_value());
            if (address) {
                ASSERT_EQ(*address, kBase + *expected * kUnit);
                held.emplace(*address, units);
            }
        } else {
            const auto victim = std::next(held.begin(), random() % held.size());
            bank.free(victim->first);
            flags.free((victim->first - kBase) / kUnit, victim->second);
            held.erase(victim);
        }
        ASSERT_EQ(bank.allocated_bytes(), flags.used_units() * kUnit);
        ASSERT_EQ(bank.free_bytes() + bank.allocated_bytes(), bank.total_bytes());
        ASSERT_EQ(bank.largest_free_bytes(), flags.largest_free_units() * kUnit);
        ASSERT_EQ(bank.lowest_allocated_address(),
                  held.empty() ? kBase + kUnits * kUnit : held.begin()->first);
    }
}

INSTANTIATE_TEST_SUITE_P(BothDirections, BankAllocatorRandomTest,
                         testing::Values(Direction::kUpward, Direction::kDownward),
                         [](const auto& test) {
                             return test.param == Direction::kUpward ? "Upward" : "Downward";
                         });

}  // namespace
}  // namespace tt::tt_metal::runtime_internal
