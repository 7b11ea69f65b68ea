// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/core_coord.hpp>

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <stdexcept>

#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal {
namespace {

using runtime_testing::thrown;

TEST(CoreRangeTest, RejectsAnEndBeforeItsStart) {
    const auto message = thrown<std::invalid_argument>([] { CoreRange({2, 3}, {1, 4}); });

    EXPECT_MENTIONS(message, "[(2,3)-(1,4)]");
}

TEST(CoreRangeTest, KnowsSizeAndMembers) {
    const CoreRange range({1, 2}, {3, 5});

    EXPECT_EQ(range.size(), 12u);
    EXPECT_EQ(range.grid_size(), (CoreCoord{3, 4}));
    EXPECT_TRUE(range.contains(CoreCoord{3, 5}));
    EXPECT_FALSE(range.contains(CoreCoord{4, 5}));
    EXPECT_FALSE(range.contains(CoreCoord{0, 2}));
    EXPECT_TRUE(range.contains(CoreRange({2, 2}, {3, 3})));
    EXPECT_FALSE(range.contains(CoreRange({2, 2}, {4, 3})));
}

TEST(CoreRangeSetTest, RejectsOverlap) {
    const auto message = thrown<std::invalid_argument>(
        [] { CoreRangeSet({CoreRange({0, 0}, {2, 2}), CoreRange({2, 2}, {3, 3})}); });

    EXPECT_MENTIONS(message, "[(0,0)-(2,2)]");
    EXPECT_MENTIONS(message, "[(2,2)-(3,3)]");
}

TEST(CoreRangeSetTest, IsEqual_WhenTheCoresAre) {
    const CoreRangeSet whole(CoreRange({0, 0}, {1, 1}));
    const CoreRangeSet rows({CoreRange({0, 0}, {1, 0}), CoreRange({0, 1}, {1, 1})});

    EXPECT_EQ(whole, rows);
    EXPECT_FALSE(whole == CoreRangeSet(CoreRange({0, 0}, {1, 0})));
    EXPECT_TRUE(rows.contains(CoreRange({0, 0}, {1, 1})));
}

TEST(CoreRangeSetTest, HasABoundingBoxUnlessEmpty) {
    const CoreRangeSet set({CoreRange(CoreCoord{5, 1}), CoreRange(CoreCoord{2, 4})});

    EXPECT_EQ(set.bounding_box(), CoreRange({2, 1}, {5, 4}));
    EXPECT_MENTIONS(thrown<std::out_of_range>([] { CoreRangeSet().bounding_box(); }), "empty");
}

TEST(CoreRangeSetTest, ListsCoresByRowsOrColumns) {
    const CoreRangeSet set(CoreRange({1, 1}, {2, 2}));

    EXPECT_EQ(corerange_to_cores(set, std::nullopt, true),
              (std::vector<CoreCoord>{{1, 1}, {2, 1}, {1, 2}, {2, 2}}));
    EXPECT_EQ(corerange_to_cores(set, 3, false), (std::vector<CoreCoord>{{1, 1}, {1, 2}, {2, 1}}));
}

TEST(CoreRangeSetTest, MergesAndSubtractsLikeSetsOfCores) {
    std::mt19937 random(7);
    const auto random_range = [&] {
        const std::size_t x = random() % 6;
        const std::size_t y = random() % 6;
        return CoreRange({x, y}, {x + random() % 3, y + random() % 3});
    };
    CoreRangeSet ranges;
    std::set<CoreCoord> cores;

    for (int step = 0; step < 500; ++step) {
        const CoreRange range = random_range();
        const bool add = random() % 2 == 0;
        ranges = add ? ranges.merge(range) : ranges.subtract(range);
        for (const CoreCoord& core : corerange_to_cores(range)) {
            if (add)
                cores.insert(core);
            else
                cores.erase(core);
        }

        const auto list = corerange_to_cores(ranges);
        ASSERT_EQ(std::set(list.begin(), list.end()), cores) << ranges.str();
        ASSERT_EQ(list.size(), cores.size()) << ranges.str();
        ASSERT_EQ(ranges.num_cores(), cores.size());
    }
}

TEST(CoreRangeSetTest, MergesNeighboursIntoOneRange) {
    const CoreRangeSet left(CoreRange({0, 0}, {3, 7}));

    EXPECT_EQ(left.merge(CoreRange({4, 0}, {7, 7})).size(), 1u);
}

TEST(CoreRangeTest, GivesItsCoresRowByRow) {
    const CoreRange range({1, 2}, {2, 3});
    EXPECT_EQ(std::vector<CoreCoord>(range.begin(), range.end()),
              (std::vector<CoreCoord>{{1, 2}, {2, 2}, {1, 3}, {2, 3}}));
}

TEST(CoreRangeSetTest, IsMadeOfAnOrderedSetToo) {
    const std::set<CoreRange> ranges{CoreRange({4, 0}, {5, 1}), CoreRange({0, 0}, {1, 1})};
    EXPECT_EQ(CoreRangeSet(ranges).num_cores(), 8u);
    EXPECT_EQ(CoreRangeSet(ranges).ranges().front(), CoreRange({0, 0}, {1, 1}));
}

}  // namespace
}  // namespace tt::tt_metal
