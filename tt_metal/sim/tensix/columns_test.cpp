// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/columns.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tt_metal/sim/fault.hpp"

namespace tt::sim {
namespace {

constexpr uint32_t kRows = hw::kSfpuSortRows;

float word(uint32_t bits) { return std::bit_cast<float>(bits); }

TEST(ColumnSumsTest, GoOnFromTileToTile) {
    std::array<DstTile, 2> tiles;
    for (DstTile& tile : tiles) {
        tile.kind = DatumKind::kFloat;
        for (uint32_t row = 0; row < 32; ++row) {
            for (uint32_t column = 0; column < 32; ++column) {
                tile.tile.at(row, column) = static_cast<float>(column) / 2;
            }
        }
    }
    ColumnSums sums{};
    for (DstTile& tile : tiles) add_up(tile, sums);

    EXPECT_EQ(tiles[0].tile.at(0, 5), 2.5f);
    EXPECT_EQ(tiles[0].tile.at(31, 5), 32 * 2.5f);
    EXPECT_EQ(tiles[1].tile.at(0, 31), 33 * 15.5f);
    EXPECT_EQ(sums[31], std::bit_cast<uint32_t>(64 * 15.5f));
}

TEST(ColumnSumsTest, IntegersWrapAndNothingIsZero) {
    DstTile integers, nothing;
    integers.kind = DatumKind::kInteger;
    integers.tile.datums.fill(word(0x80000000));
    ColumnSums sums{};
    add_up(integers, sums);
    EXPECT_EQ(std::bit_cast<uint32_t>(integers.tile.at(0, 0)), 0x80000000);
    EXPECT_EQ(std::bit_cast<uint32_t>(integers.tile.at(1, 0)), 0u);

    sums = {};
    add_up(nothing, sums);
    EXPECT_EQ(nothing.tile.at(31, 31), 0.0f);
    EXPECT_EQ(nothing.kind, DatumKind::kFloat);
}

class ExchangeTest : public testing::Test {
 protected:
    ExchangeTest() {
        for (DstTile& tile : datums) tile.kind = DatumKind::kFloat;
        for (uint32_t row = 0; row < kRows; ++row) {
            for (uint32_t column = 0; column < 32; ++column) {
                payload(row, column) = word(row);
            }
        }
        for (DstTile& tile : payloads) tile.kind = DatumKind::kInteger;
    }

    static float& at(std::array<DstTile, 2>& tiles, uint32_t row, uint32_t column) {
        return tiles[row / 32].tile.at(row % 32, column);
    }
    float& datum(uint32_t row, uint32_t column) { return at(datums, row, column); }
    float& payload(uint32_t row, uint32_t column) { return at(payloads, row, column); }

    void step(hw::SfpuSortStep step) {
        exchange({{&datums[0], &datums[1]}, {&payloads[0], &payloads[1]}}, step);
    }
    std::string fault_of(hw::SfpuSortStep wrong) {
        try {
            step(wrong);
        } catch (const Fault& fault) {
            return fault.what();
        }
        return "";
    }
    void sort(bool increasing) {
        for (uint32_t length = 2; length <= kRows; length *= 2) {
            for (uint32_t distance = length / 2; distance > 0; distance /= 2) {
                step({0, kRows, distance, length, increasing});
            }
        }
    }

    std::array<DstTile, 2> datums, payloads;
};

TEST_F(ExchangeTest, NetworkSortsEveryColumnWithItsPayload) {
    std::mt19937 random(0);
    std::uniform_int_distribution<int> any(-20, 20);  // equals among them
    using Pair = std::pair<float, int>;
    for (const bool increasing : {false, true}) {
        std::vector<std::vector<Pair>> expected(32, std::vector<Pair>(kRows));
        for (uint32_t column = 0; column < 32; ++column) {
            for (uint32_t row = 0; row < kRows; ++row) {
                datum(row, column) = static_cast<float>(any(random));
                payload(row, column) = word(row);
                expected[column][row] = {datum(row, column), -static_cast<int>(row)};
            }
            std::ranges::sort(expected[column]);
            if (!increasing) std::ranges::reverse(expected[column]);
        }
        sort(increasing);
        for (uint32_t column = 0; column < 32; ++column) {
            for (uint32_t row = 0; row < kRows; ++row) {
                const auto place = std::bit_cast<uint32_t>(payload(row, column));
                EXPECT_EQ(Pair(datum(row, column), -static_cast<int>(place)),
                          expected[column][row]);
            }
        }
    }
}

TEST_F(ExchangeTest, SignAndMagnitudeOrderFloats) {
    const uint32_t ordered[] = {0x7FC00000, 0x7F800000, 0x3F800000, 0x00000001, 0x00000000,
                                0x80000000, 0x80000001, 0xBF800000, 0xFF800000, 0xFFC00000};
    for (uint32_t row = 0; row < kRows; ++row) datum(row, 0) = word(0xFFFFFFFF);
    for (uint32_t i = 0; i < std::size(ordered); ++i) datum(63 - 3 * i, 0) = word(ordered[i]);
    sort(false);
    for (uint32_t i = 0; i < std::size(ordered); ++i) {
        EXPECT_EQ(std::bit_cast<uint32_t>(datum(i, 0)), ordered[i]);
    }
}

TEST_F(ExchangeTest, IntegersHaveSigns) {
    for (DstTile& tile : datums) {
        tile.kind = DatumKind::kInteger;
        tile.tile.datums.fill(word(static_cast<uint32_t>(-5)));
    }
    datum(40, 0) = word(3);
    sort(false);
    EXPECT_EQ(std::bit_cast<uint32_t>(datum(0, 0)), 3u);
    EXPECT_EQ(std::bit_cast<uint32_t>(payload(0, 0)), 40u);
}

TEST_F(ExchangeTest, RangeIsAllThatChanges) {
    for (uint32_t row = 0; row < kRows; ++row) datum(row, 0) = static_cast<float>(row);
    step({.first = 8, .count = 4, .distance = 32, .run = 64, .increasing = false});
    for (uint32_t row = 0; row < kRows; ++row) {
        const uint32_t moved = row >= 8 && row < 12 ? 32 : row >= 40 && row < 44 ? -32u : 0;
        EXPECT_EQ(datum(row, 0), static_cast<float>(row + moved));
    }
}

TEST_F(ExchangeTest, WhatCannotBeSortedIsRefused) {
    EXPECT_NE(fault_of({0, 64, 0, 64, false}).find("neither distance nor run may be 0"),
              std::string::npos);
    EXPECT_NE(fault_of({40, 4, 32, 64, false}).find("there are 64 rows"), std::string::npos);
    datums[1].kind = DatumKind::kInteger;
    EXPECT_NE(fault_of({0, 64, 1, 64, false}).find("one holds integers and the other floats"),
              std::string::npos);
}

}  // namespace
}  // namespace tt::sim
