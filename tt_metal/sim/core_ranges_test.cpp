// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/core_ranges.hpp"

#include <gtest/gtest.h>

namespace tt::sim {
namespace {

std::set<CoreCoord> rectangle(CoreCoord first, CoreCoord last) {
    std::set<CoreCoord> cores;
    for (uint32_t x = first.x; x <= last.x; ++x) {
        for (uint32_t y = first.y; y <= last.y; ++y) {
            cores.insert({x, y});
        }
    }
    return cores;
}

TEST(DescribeCores, OneCoreIsNoRange) { EXPECT_EQ(describe_cores({{3, 2}}), "(3,2)"); }

TEST(DescribeCores, RectangleIsNamedByItsCorners) {
    EXPECT_EQ(describe_cores(rectangle({0, 0}, {7, 7})), "(0,0)-(7,7)");
    EXPECT_EQ(describe_cores(rectangle({2, 1}, {2, 5})), "(2,1)-(2,5)");
}

TEST(DescribeCores, OtherShapesAreCoveredPiecewise) {
    auto cores = rectangle({0, 0}, {7, 1});
    cores.insert({0, 2});
    cores.insert({5, 5});

    EXPECT_EQ(describe_cores(cores), "(0,0)-(0,2), (1,0)-(7,1), (5,5)");
}

}  // namespace
}  // namespace tt::sim
