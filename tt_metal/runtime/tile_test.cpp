// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/tile.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <stdexcept>
#include <string>

#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal {
namespace {

using runtime_testing::thrown;

TEST(TileTest, HasFacesOfSixteenColumnsAndAtMostSixteenRows) {
    const Tile usual;
    EXPECT_EQ(usual.get_num_faces(), 4u);
    EXPECT_FALSE(usual.get_partial_face() || usual.get_narrow_tile());

    const Tile tiny({4, 32});
    EXPECT_EQ(tiny.get_face_shape(), (Tile::Shape{4, 16}));
    EXPECT_EQ(tiny.get_num_faces(), 2u);
    EXPECT_TRUE(tiny.get_partial_face());

    const Tile narrow({32, 16});
    EXPECT_EQ(narrow.get_num_faces(), 2u);
    EXPECT_TRUE(narrow.get_narrow_tile());
}

TEST(TileTest, CountsBytesWithSharedExponents) {
    EXPECT_EQ(Tile().get_tile_size(tt::DataFormat::Float32), 4096u);
    EXPECT_EQ(Tile().get_tile_size(tt::DataFormat::Bfp8_b), 1088u);
    EXPECT_EQ(Tile().get_tile_size(tt::DataFormat::Bfp4_b), 576u);
    EXPECT_EQ(Tile({16, 32}).get_tile_size(tt::DataFormat::Float16_b), 1024u);
    EXPECT_EQ(Tile({4, 32}).get_tile_size(tt::DataFormat::Bfp8_b), 128u + 16);
}

TEST(TileTest, RefusesShapesThatNoTileHas) {
    for (const Tile::Shape shape : {Tile::Shape{3, 32}, {0, 32}, {64, 32}, {32, 8}, {32, 64}}) {
        EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { Tile{shape}; }),
                        "tile_shape " + std::to_string(shape[0]) + " x ");
    }
    EXPECT_MENTIONS(thrown<std::invalid_argument>([] { Tile({8, 32}, true); }), "8 rows");
    EXPECT_TRUE(Tile({32, 16}, true).get_transpose_of_faces());
}

}  // namespace
}  // namespace tt::tt_metal
