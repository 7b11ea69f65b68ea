// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/address_ranges.hpp"

#include <gtest/gtest.h>

#include <bitset>
#include <cstdint>
#include <random>

namespace tt::tt_metal::runtime_internal {
namespace {

TEST(AddressRangesTest, JoinsWhatOverlapsOrTouches) {
    AddressRanges ranges;
    add(ranges, {10, 20});
    add(ranges, {40, 50});
    add(ranges, {30, 30});
    EXPECT_EQ(ranges, (AddressRanges{{10, 20}, {40, 50}}));
    add(ranges, {20, 25});
    EXPECT_EQ(ranges, (AddressRanges{{10, 25}, {40, 50}}));
    add(ranges, {5, 45});
    EXPECT_EQ(ranges, (AddressRanges{{5, 50}}));
}

// The same, address by address.
constexpr uint64_t kAddresses = 64;
using Set = std::bitset<kAddresses>;

Set as_set(const AddressRanges& ranges) {
    Set set;
    for (const AddressRange& range : ranges) {
        for (uint64_t address = range.begin; address < range.end; ++address) set.set(address);
    }
    return set;
}

bool is_canonical(const AddressRanges& ranges) {
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        if (ranges[i].begin >= ranges[i].end) return false;
        if (i > 0 && ranges[i - 1].end >= ranges[i].begin) return false;
    }
    return true;
}

TEST(AddressRangesTest, AreSetsOfAddresses) {
    std::mt19937 random(7);
    const auto some = [&](Set& set) {
        AddressRanges ranges;
        for (uint32_t count = random() % 8; count > 0; --count) {
            const uint64_t begin = random() % kAddresses;
            const uint64_t end = begin + random() % (kAddresses - begin);
            add(ranges, {begin, end});
            for (uint64_t address = begin; address < end; ++address) set.set(address);
        }
        EXPECT_TRUE(is_canonical(ranges));
        EXPECT_EQ(as_set(ranges), set);
        return ranges;
    };
    for (int repetition = 0; repetition < 1000; ++repetition) {
        Set a;
        Set b;
        const AddressRanges left = some(a);
        const AddressRanges right = some(b);
        EXPECT_EQ(as_set(intersection(left, right)), a & b);
        EXPECT_EQ(as_set(difference(left, right)), a & ~b);
        EXPECT_TRUE(is_canonical(difference(left, right)));
    }
}

}  // namespace
}  // namespace tt::tt_metal::runtime_internal
