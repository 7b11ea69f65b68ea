// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/work_split.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal {
namespace {

using runtime_testing::thrown;

// Everything that makes a split right, for every grid up to 5 x 4 and all numbers that matter to
// it.
TEST(SplitWorkTest, GivesEachUnitToOneCoreAndSharesThatDifferByOneAtMost) {
    for (std::size_t width = 1; width <= 5; ++width) {
        for (std::size_t height = 1; height <= 4; ++height) {
            for (uint32_t units = 0; units <= 3 * width * height + 1; ++units) {
                for (const bool row_wise : {false, true}) {
                    SCOPED_TRACE(testing::Message() << width << " x " << height << ", " << units
                                                    << (row_wise ? " by rows" : " by columns"));
                    const auto [num_cores, all, first, second, first_share, second_share] =
                        split_work_to_cores({width, height}, units, row_wise);

                    ASSERT_EQ(num_cores, std::min<std::size_t>(units, width * height));
                    ASSERT_EQ(all.num_cores(), num_cores);
                    ASSERT_EQ(first.num_cores() + second.num_cores(), num_cores);
                    ASSERT_EQ(first.merge(second), all);
                    ASSERT_EQ(first.num_cores() * first_share + second.num_cores() * second_share,
                              units);
                    if (!second.empty()) ASSERT_EQ(second_share + 1, first_share);
                    auto expected = grid_to_cores(num_cores, width, height, row_wise);
                    auto cores = corerange_to_cores(all);
                    std::ranges::sort(expected);
                    std::ranges::sort(cores);
                    ASSERT_EQ(cores, expected);
                }
            }
        }
    }
}

TEST(SplitWorkTest, TakesWholeColumnsFirst) {
    const auto [num_cores, all, first, second, first_share, second_share] =
        split_work_to_cores({8, 8}, 70);

    EXPECT_EQ(num_cores, 64u);
    EXPECT_EQ(first, CoreRangeSet(CoreRange({0, 0}, {0, 5})));
    EXPECT_EQ(first_share, 2u);
    EXPECT_EQ(second_share, 1u);
    EXPECT_EQ(second.size(), 2u);  // the rest of the column, and all others as one block
}

TEST(SplitWorkTest, RejectsAnEmptyGrid) {
    EXPECT_MENTIONS(thrown<std::invalid_argument>([] { split_work_to_cores({8, 0}, 1); }), "(8,0)");
}

TEST(CoresOfGridTest, RejectsMoreCoresThanThereAre) {
    const auto message =
        thrown<std::invalid_argument>([] { num_cores_to_corerangeset(65, {8, 8}); });

    EXPECT_MENTIONS(message, "num_cores 65");
    EXPECT_MENTIONS(message, "8 x 8");
    EXPECT_EQ(num_cores_to_corerangeset(0, {8, 8}).num_cores(), 0u);
    EXPECT_TRUE(grid_to_cores(0, 0, 0).empty());
}

TEST(WorkSplitTest, SpreadsOverASetOfCores) {
    const CoreRangeSet cores(std::vector<CoreRange>{{{0, 0}, {1, 1}}, {{5, 5}, {5, 6}}});
    const auto [count, all, more, less, more_units, less_units] = split_work_to_cores(cores, 14);

    EXPECT_EQ(count, 6u);
    EXPECT_EQ(all, cores);
    EXPECT_EQ(more, CoreRangeSet(CoreRange({0, 0}, {0, 1})));
    EXPECT_EQ(less, all.subtract(more));
    EXPECT_EQ(more_units, 3u);
    EXPECT_EQ(less_units, 2u);
    EXPECT_EQ(std::get<1>(split_work_to_cores(cores, 2, true)),
              CoreRangeSet(CoreRange({0, 0}, {1, 0})));
    EXPECT_MENTIONS(thrown<std::invalid_argument>([] { split_work_to_cores(CoreRangeSet(), 1); }),
                    "core_grid: must not be empty");
}

TEST(WorkSplitTest, StartsAtAnyCore) {
    const CoreRangeSet cores(std::vector<CoreRange>{{{0, 0}, {1, 1}}, {{5, 5}, {5, 6}}});

    EXPECT_EQ(num_cores_to_corerangeset({2, 1}, 4, {4, 3}, true),
              CoreRangeSet(std::vector<CoreRange>{{{2, 1}, {3, 1}}, {{0, 2}, {1, 2}}}));
    EXPECT_EQ(num_cores_to_corerangeset_in_subcoregrids({1, 1}, 2, cores),
              CoreRangeSet(std::vector<CoreRange>{CoreCoord{1, 1}, CoreCoord{5, 5}}));
    EXPECT_EQ(grid_to_cores({1, 1}, {2, 2}, true),
              (std::vector<CoreCoord>{{1, 1}, {2, 1}, {1, 2}, {2, 2}}));
    EXPECT_MENTIONS(
        thrown<std::invalid_argument>([] { num_cores_to_corerangeset({2, 1}, 8, {4, 3}, true); }),
        "num_cores 8: from (2,1) on the grid has 6");
    EXPECT_MENTIONS(
        thrown<std::invalid_argument>([] { num_cores_to_corerangeset({4, 1}, 1, {4, 3}); }),
        "start_core (4,1)");
    EXPECT_MENTIONS(thrown<std::invalid_argument>(
                        [&] { num_cores_to_corerangeset_in_subcoregrids({5, 6}, 2, cores); }),
                    "num_cores 2: from (5,6) on");
}

}  // namespace
}  // namespace tt::tt_metal
