// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/tile_format.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <vector>

#include "tt_metal/sim/fault.hpp"

namespace tt::sim {
namespace {

using hw::DataFormat;

const Datapath& datapath() { return fastest_datapath(); }

std::vector<std::byte> packed(DataFormat format, const Tile& tile) {
    std::vector<std::byte> bytes(hw::tile_size_bytes(format));
    pack_tile(datapath(), format, tile, bytes);
    return bytes;
}

Tile unpacked(DataFormat format, const std::vector<std::byte>& bytes) {
    Tile tile;
    unpack_tile(datapath(), format, bytes, tile);
    return tile;
}

Tile tile_of_run(const std::vector<float>& run) {
    Tile tile;
    std::copy(run.begin(), run.end(), tile.datums.begin());
    return tile;
}

TEST(TileFormat, ArbitraryBytesSurviveUnpackAndPack) {
    for (const DataFormat format : {DataFormat::Float32, DataFormat::Int32, DataFormat::UInt32,
                                    DataFormat::UInt16, DataFormat::UInt8}) {
        std::mt19937 random(1);
        std::vector<std::byte> bytes(hw::tile_size_bytes(format));
        for (std::byte& byte : bytes) {
            byte = static_cast<std::byte>(random());
        }

        EXPECT_EQ(packed(format, unpacked(format, bytes)), bytes) << format_name(format);
    }
}

TEST(TileFormat, SmallIntegersAreExtendedWithZeros) {
    const std::vector<std::byte> bytes(hw::tile_size_bytes(DataFormat::UInt16), std::byte{0xFE});

    const Tile tile = unpacked(DataFormat::UInt16, bytes);

    EXPECT_EQ(std::bit_cast<uint32_t>(tile.datums[0]), 0xFEFEu);
}

TEST(TileFormat, UnknownFormatIsRefused) {
    Tile tile;
    std::vector<std::byte> bytes(4096);

    EXPECT_THROW(unpack_tile(datapath(), static_cast<DataFormat>(77), bytes, tile), Fault);
    EXPECT_THROW(pack_tile(datapath(), DataFormat::Invalid, tile, bytes), Fault);
}

TEST(TileFormat, StripIsRowMajor) {
    constexpr TilePlace kPlace{.shape = {}, .strip_tiles = 3, .column = 1};
    constexpr uint32_t kWidth = 3 * hw::kTileWidth;
    std::vector<float> strip(hw::kTileHeight * kWidth);
    for (size_t i = 0; i < strip.size(); ++i) {
        strip[i] = static_cast<float>(i);
    }
    Tile tile;

    unpack_tile(datapath(), DataFormat::Float32, std::as_bytes(std::span(strip)), tile, kPlace);

    for (uint32_t row = 0; row < hw::kTileHeight; ++row) {
        for (uint32_t column = 0; column < hw::kTileWidth; ++column) {
            ASSERT_EQ(tile.at(row, column), static_cast<float>(row * kWidth + 32 + column));
        }
    }
}

TEST(TileFormat, PackingIntoAStripTouchesNothingElse) {
    constexpr TilePlace kPlace{.shape = {}, .strip_tiles = 2, .column = 1};
    Tile tile;
    tile.datums.fill(1.5f);
    std::vector<uint16_t> strip(hw::kTileElements * 2, 7);

    pack_tile(datapath(), DataFormat::Float16_b, tile, std::as_writable_bytes(std::span(strip)),
              kPlace);

    for (size_t i = 0; i < strip.size(); ++i) {
        ASSERT_EQ(strip[i], i % 64 < 32 ? 7 : 0x3FC0) << i;
    }
}

// Datum (r, c) of the tile is 32 r + c.
TEST(TileFormat, SmallTileIsTheUpperLeftPartOfAFullOne) {
    struct Case {
        TileShape shape;
        std::vector<uint32_t> first_of_rows;  // in memory
    };
    const Case cases[] = {
        {{1, 32}, {0, 16}},
        {{2, 16}, {0, 32}},
        {{4, 32}, {0, 32, 64, 96, 16, 48, 80, 112}},
    };
    for (const auto& [shape, first_of_rows] : cases) {
        std::vector<uint32_t> datums;
        for (const uint32_t first : first_of_rows) {
            for (uint32_t i = 0; i < hw::kFaceWidth; ++i) {
                datums.push_back(first + i);
            }
        }
        std::vector<uint32_t> back(datums.size());
        Tile tile;
        tile.datums.fill(-1);

        unpack_tile(datapath(), DataFormat::UInt32, std::as_bytes(std::span(datums)), tile,
                    {.shape = shape});
        pack_tile(datapath(), DataFormat::UInt32, tile, std::as_writable_bytes(std::span(back)),
                  {.shape = shape});

        for (uint32_t row = 0; row < hw::kTileHeight; ++row) {
            for (uint32_t column = 0; column < hw::kTileWidth; ++column) {
                const bool is_inside = row < shape.height && column < shape.width;
                ASSERT_EQ(std::bit_cast<uint32_t>(tile.at(row, column)),
                          is_inside ? 32 * row + column : 0);
            }
        }
        EXPECT_EQ(back, datums);
    }
}

TEST(TileFormat, SmallTilesOfAllShapesAndFormatsKeepTheirBytes) {
    for (const uint32_t height : {1, 2, 4, 8, 16, 32}) {
        for (const uint32_t width : {16, 32}) {
            for (const DataFormat format :
                 {DataFormat::Float32, DataFormat::Float16_b, DataFormat::Bfp8_b,
                  DataFormat::Bfp4_b, DataFormat::UInt8}) {
                const uint32_t rows = height * width / hw::kFaceWidth;
                std::vector<std::byte> bytes(hw::tile_size_bytes(format, height, width));
                std::vector<std::byte> back(bytes.size());
                // Leading bits of block floats are set; behind their exponents, it is filled up.
                for (size_t i = 0; i < bytes.size(); ++i) {
                    bytes[i] = std::byte(0x44 + i % 4);
                }
                if (hw::datum_size_bytes(format) == 0) {
                    std::fill(bytes.begin() + rows, bytes.begin() + std::max(rows, 16u),
                              std::byte{0});
                }
                Tile tile;

                unpack_tile(datapath(), format, bytes, tile, {.shape = {height, width}});
                pack_tile(datapath(), format, tile, back, {.shape = {height, width}});

                ASSERT_EQ(back, bytes) << format_name(format) << " " << height << "x" << width;
            }
        }
    }
}

TEST(TileFormat, BlockFormatHasNoRows) {
    Tile tile;
    std::vector<std::byte> bytes(4096);

    constexpr TilePlace kPlace{.shape = {}, .strip_tiles = 1, .column = 0};
    EXPECT_THROW(unpack_tile(datapath(), DataFormat::Bfp8_b, bytes, tile, kPlace), Fault);
    EXPECT_THROW(pack_tile(datapath(), DataFormat::Bfp4_b, tile, bytes, kPlace), Fault);
}

TEST(BlockFloat, ExponentsComeFirstAndThenDatums) {
    const Tile tile = tile_of_run({1.0f, -0.5f, 1.984375f, 0.0f});

    const auto eight = packed(DataFormat::Bfp8_b, tile);
    const auto four = packed(DataFormat::Bfp4_b, tile);

    EXPECT_EQ(eight[0], std::byte{127});
    EXPECT_EQ(eight[64], std::byte{0x40});  // 64 / 64
    EXPECT_EQ(eight[65], std::byte{0xA0});  // -32 / 64
    EXPECT_EQ(eight[66], std::byte{0x7F});  // 127 / 64
    EXPECT_EQ(eight[67], std::byte{0});
    EXPECT_EQ(four[0], std::byte{127});
    EXPECT_EQ(four[64], std::byte{0xA4});  // 4 / 4, then -2 / 4
    EXPECT_EQ(four[65], std::byte{0x07});  // would round to 8 / 4: the largest there is
}

TEST(BlockFloat, RoundsToNearestEvenOfTheSharedUnit) {
    constexpr float kUnit = 1.0f / 64;  // of Bfp8_b when the largest datum is 1
    const Tile tile = tile_of_run({1.0f, 2.5f * kUnit, 3.5f * kUnit, -2.5f * kUnit, 0.49f * kUnit});

    const Tile back = unpacked(DataFormat::Bfp8_b, packed(DataFormat::Bfp8_b, tile));

    EXPECT_EQ(back.datums[1], 2 * kUnit);
    EXPECT_EQ(back.datums[2], 4 * kUnit);
    EXPECT_EQ(back.datums[3], -2 * kUnit);
    EXPECT_EQ(back.datums[4], 0.0f);
}

TEST(BlockFloat, ErrorIsAtMostHalfAUnitOrOneAtTheTop) {
    std::mt19937 random(2);
    std::uniform_real_distribution<float> uniform(-100, 100);
    Tile tile;
    for (float& datum : tile.datums) {
        datum = uniform(random);
    }
    for (const auto& [format, magnitude_bits] :
         {std::pair{DataFormat::Bfp8_b, 7}, std::pair{DataFormat::Bfp4_b, 3}}) {
        const Tile back = unpacked(format, packed(format, tile));
        for (uint32_t run = 0; run < hw::kTileElements; run += 16) {
            float largest = 0;
            for (uint32_t i = run; i < run + 16; ++i) {
                largest = std::max(largest, std::abs(tile.datums[i]));
            }
            const double unit = std::ldexp(1.0, std::ilogb(largest) - (magnitude_bits - 1));
            const double top = std::ldexp(unit, magnitude_bits) - unit;
            for (uint32_t i = run; i < run + 16; ++i) {
                const double bound = std::abs(tile.datums[i]) > top ? unit : unit / 2;
                ASSERT_NEAR(back.datums[i], tile.datums[i], bound);
            }
        }
    }
}

TEST(BlockFloat, NumbersWithoutAPlaceSaturateOrVanish) {
    const float infinity = std::numeric_limits<float>::infinity();
    const Tile tile = tile_of_run({infinity, -infinity, 1.0f, std::bit_cast<float>(1u)});

    const Tile back = unpacked(DataFormat::Bfp8_b, packed(DataFormat::Bfp8_b, tile));

    EXPECT_EQ(back.datums[0], std::ldexp(127.0f / 64, 127));
    EXPECT_EQ(back.datums[1], -back.datums[0]);
    EXPECT_EQ(back.datums[2], 0.0f);
    EXPECT_EQ(back.datums[3], 0.0f);
}

TEST(BlockFloat, WhatFitsIsExact) {
    std::vector<std::byte> bytes(hw::tile_size_bytes(DataFormat::Bfp8_b), std::byte{0x7F});
    // Every run has its leading bit set, so packing finds the same exponents again.
    EXPECT_EQ(packed(DataFormat::Bfp8_b, unpacked(DataFormat::Bfp8_b, bytes)), bytes);
}

}  // namespace
}  // namespace tt::sim
