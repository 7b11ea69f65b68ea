// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/eltwise/broadcast.hpp"

#include <gtest/gtest.h>

namespace ttnn {
namespace {

using tt::hw::TilePart;

using Extents = std::vector<uint32_t>;

TEST(BroadcastTiles, EqualShapesAreOneRunOfTiles) {
    const Shape shape({2, 3, 65, 100});
    const std::vector<Shape> operands(2, shape);

    const TileBroadcast walk = broadcast_tiles(operands, shape, Tile());

    EXPECT_EQ(walk.extents, Extents{2 * 3 * 3 * 4});
    for (const TileBroadcast::Operand& operand : walk.operands) {
        EXPECT_EQ(operand.strides, Extents{1});
        EXPECT_EQ(operand.part, TilePart::kAll);
    }
}

TEST(BroadcastTiles, LowerRankIsRepeatedInFront) {
    const std::vector<Shape> operands{Shape({2, 3, 64, 64}), Shape({3, 64, 64})};

    const TileBroadcast walk = broadcast_tiles(operands, operands[0], Tile());

    EXPECT_EQ(walk.extents, (Extents{2, 12}));
    EXPECT_EQ(walk.operands[0].strides, (Extents{12, 1}));
    EXPECT_EQ(walk.operands[1].strides, (Extents{0, 1}));
}

TEST(BroadcastTiles, RowColumnAndDatumAreRepeatedWithinTilesToo) {
    const Shape result({5, 64, 96});
    const std::vector<Shape> operands{Shape({96}), Shape({5, 64, 1}), Shape()};

    const TileBroadcast walk = broadcast_tiles(operands, result, Tile());

    EXPECT_EQ(walk.extents, (Extents{10, 3}));
    EXPECT_EQ(walk.operands[0].strides, (Extents{0, 1}));
    EXPECT_EQ(walk.operands[0].part, TilePart::kRow);
    EXPECT_EQ(walk.operands[1].strides, (Extents{1, 0}));
    EXPECT_EQ(walk.operands[1].part, TilePart::kColumn);
    EXPECT_EQ(walk.operands[2].strides, (Extents{0, 0}));
    EXPECT_EQ(walk.operands[2].part, TilePart::kDatum);
}

TEST(BroadcastTiles, WithinOneTileOnlyThePartTells) {
    const std::vector<Shape> operands{Shape({1, 7}), Shape({5, 1})};

    const TileBroadcast walk = broadcast_tiles(operands, Shape({5, 7}), Tile());

    EXPECT_EQ(walk.extents, Extents{1});
    EXPECT_EQ(walk.operands[0].part, TilePart::kRow);
    EXPECT_EQ(walk.operands[1].part, TilePart::kColumn);
}

TEST(BroadcastTiles, CountsTilesOfTheirShape) {
    const std::vector<Shape> operands{Shape({64, 64})};

    const TileBroadcast walk = broadcast_tiles(operands, operands[0], Tile({16, 32}));

    EXPECT_EQ(walk.extents, Extents{8});
}

TEST(BroadcastTiles, ResultWithoutOperandsIsWalkedAsOne) {
    EXPECT_EQ(broadcast_tiles({}, Shape({3, 40, 40}), Tile()).extents, Extents{12});
}

TEST(BroadcastTiles, EightDimensionsThatAlternateStayEight) {
    const Shape result({2, 2, 2, 2, 2, 2, 64, 64});
    const std::vector<Shape> operands{result, Shape({2, 1, 2, 1, 2, 1, 64, 1})};

    EXPECT_EQ(broadcast_tiles(operands, result, Tile()).extents.size(), 8u);
}

}  // namespace
}  // namespace ttnn
