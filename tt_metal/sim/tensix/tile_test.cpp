// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/tile.hpp"

#include <gtest/gtest.h>

namespace tt::sim {
namespace {

// Datum at (row, column) is 100 * row + column.
Tile numbered_tile() {
    Tile tile;
    for (uint32_t row = 0; row < hw::kTileHeight; ++row) {
        for (uint32_t column = 0; column < hw::kTileWidth; ++column) {
            tile.at(row, column) = static_cast<float>(100 * row + column);
        }
    }
    return tile;
}

TEST(Tile, LiesInMemoryAsFourFacesInReadingOrder) {
    EXPECT_EQ(Tile::index(0, 0), 0u);
    EXPECT_EQ(Tile::index(0, 15), 15u);
    EXPECT_EQ(Tile::index(1, 0), 16u);
    EXPECT_EQ(Tile::index(0, 16), 256u);
    EXPECT_EQ(Tile::index(16, 0), 512u);
    EXPECT_EQ(Tile::index(16, 16), 768u);
    EXPECT_EQ(Tile::index(31, 31), 1023u);
}

TEST(Tile, BroadcastRepeatsFirstRowColumnOrDatum) {
    struct Case {
        hw::TilePart what;
        uint32_t row_step, column_step;  // 0 where all are alike
    };
    for (const auto& [what, row_step, column_step] :
         {Case{hw::TilePart::kAll, 100, 1}, Case{hw::TilePart::kRow, 0, 1},
          Case{hw::TilePart::kColumn, 100, 0}, Case{hw::TilePart::kDatum, 0, 0}}) {
        Tile tile = numbered_tile();

        broadcast(tile, what);

        for (uint32_t row = 0; row < hw::kTileHeight; ++row) {
            for (uint32_t column = 0; column < hw::kTileWidth; ++column) {
                ASSERT_EQ(tile.at(row, column),
                          static_cast<float>(row_step * row + column_step * column));
            }
        }
    }
}

}  // namespace
}  // namespace tt::sim
