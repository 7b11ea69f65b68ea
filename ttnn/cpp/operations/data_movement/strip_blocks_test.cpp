// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/data_movement/strip_blocks.hpp"

#include <gtest/gtest.h>

namespace ttnn {
namespace {

TEST(StripBlocks, TakeAWholeStripWhenItIsShort) {
    const StripBlocks blocks({.count = 2, .height = 33, .width = 100});

    EXPECT_EQ(blocks.tiles_per_block(), 4);
    EXPECT_EQ(blocks.num_blocks(), 4);  // two strips in each of two matrices
    EXPECT_EQ(blocks.first_tile(3), 12);
}

TEST(StripBlocks, CutLongStripsWithAShortRest) {
    const StripBlocks blocks({.count = 1, .height = 64, .width = 20 * 32});

    EXPECT_EQ(blocks.tiles_per_block(), 16);
    EXPECT_EQ(blocks.num_blocks(), 4);
    EXPECT_EQ(blocks.first_tile(1), 16);
    EXPECT_EQ(blocks.first_tile(2), 20);
    EXPECT_EQ(blocks.first_tile(4), 40);
}

}  // namespace
}  // namespace ttnn
