// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/data_movement/box.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace ttnn {
namespace {

TEST(Box, JoinsDimensionsThatGoOnInEveryTensor) {
    const Box box{{2, 3, 1, 4}, {{0, {12, 4, 9, 1}}, {5, {24, 4, 0, 1}}}};

    const Box simple = box.simplified();

    EXPECT_EQ(simple, (Box{{2, 12}, {{0, {12, 1}}, {5, {24, 1}}}}));
}

TEST(Box, OfOnePointHasOneDimension) {
    const Box box{{1, 1}, {{7, {3, 3}}}};

    EXPECT_EQ(box.simplified(), (Box{{1}, {{7, {1}}}}));
}

TEST(Box, ThatReachesBeyondATensorIsRefused) {
    const Box box{{3, 4}, {{2, {-1, 4}}}};

    EXPECT_NO_THROW(box.check(0, "source", 15));
    EXPECT_THROW(box.check(0, "source", 14), std::invalid_argument);
    EXPECT_THROW((Box{{4, 4}, {{2, {-1, 4}}}}.check(0, "source", 99)), std::invalid_argument);
    EXPECT_THROW((Box{{4, 4}, {{2, {1}}}}.check(0, "source", 99)), std::invalid_argument);
}

TEST(Box, OfTooManyDimensionsIsRefused) {
    const Box box{std::vector<uint32_t>(9, 2), {{0, std::vector<int64_t>(9, 1)}}};

    EXPECT_THROW(box.simplified(), std::invalid_argument);
}

TEST(Box, BecomesWordsViewByView) {
    const Box box{{2, 3}, {{1, {3, -1}}, {4, {5, 6}}}};

    EXPECT_EQ(box.words(), (std::vector<uint32_t>{1, 4, 2, 2, 3, 3, ~uint32_t{0}, 5, 6}));
}

}  // namespace
}  // namespace ttnn
