// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/shape.hpp"

#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace ttnn {
namespace {

Shape from_signed(std::vector<int64_t> extents) { return Shape(std::span<const int64_t>(extents)); }

TEST(Shape, CountsElements) {
    EXPECT_EQ(Shape({2, 3, 64}).volume(), 384);
    EXPECT_EQ(Shape({}).volume(), 1);
    EXPECT_EQ(Shape({7, 0}).volume(), 0);
}

TEST(Shape, IndexesFromBothEnds) {
    const Shape shape({2, 3, 64});

    EXPECT_EQ(shape[0], 2);
    EXPECT_EQ(shape[-1], 64);
    EXPECT_THROW(shape[3], std::out_of_range);
    EXPECT_THROW(shape[-4], std::out_of_range);
}

TEST(Shape, DistinguishesRankAndExtents) {
    EXPECT_EQ(Shape({2, 3}), from_signed({2, 3}));
    EXPECT_NE(Shape({2, 3}), Shape({3, 2}));
    EXPECT_NE(Shape({2}), Shape({2, 0}));
}

TEST(Shape, RefusesWhatCannotBeATensor) {
    EXPECT_THROW(from_signed({-1}), std::invalid_argument);
    EXPECT_THROW(from_signed({int64_t{1} << 32}), std::invalid_argument);
    EXPECT_THROW(Shape({1, 1, 1, 1, 1, 1, 1, 1, 1}), std::invalid_argument);
    EXPECT_THROW(Shape({1u << 31, 1u << 31, 1u << 31}), std::invalid_argument);
    EXPECT_THROW(Shape({0, 1u << 31, 1u << 31}), std::invalid_argument);
}

TEST(Shape, DescribesItself) { EXPECT_EQ(Shape({2, 3}).to_string(), "Shape([2, 3])"); }

}  // namespace
}  // namespace ttnn
