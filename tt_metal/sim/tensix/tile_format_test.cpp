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
    constexpr StripPlace kPlace{.width_tiles = 3, .column = 1};
    constexpr uint32_t kWidth = 3 * hw::kTileWidth;
    std::vector<float> strip(hw::kTileHeight * kWidth);
    for (size_t i = 0; i < strip.size(); ++i) {
        strip[i] = static_cast<float>(i);
    }
    Tile tile;

    unpack_from_strip(datapath(), DataFormat::Float32, std::as_bytes(std::span(strip)), kPlace,
                      tile);

    for (uint32_t row = 0; row < hw::kTileHeight; ++row) {
        for (uint32_t column = 0; column < hw::kTileWidth; ++column) {
            ASSERT_EQ(tile.at(row, column), static_cast<float>(row * kWidth + 32 + column));
        }
    }
}

TEST(TileFormat, PackingIntoAStripTouchesNothingElse) {
    constexpr StripPlace kPlace{.width_tiles = 2, .column = 1};
    Tile tile;
    tile.datums.fill(1.5f);
    std::vector<uint16_t> strip(hw::kTileElements * 2, 7);

    pack_into_strip(datapath(), DataFormat::Float16_b, tile, kPlace,
                    std::as_writable_bytes(std::span(strip)));

    for (size_t i = 0; i < strip.size(); ++i) {
        ASSERT_EQ(strip[i], i % 64 < 32 ? 7 : 0x3FC0) << i;
    }
}

TEST(TileFormat, BlockFormatHasNoRows) {
    Tile tile;
    std::vector<std::byte> bytes(4096);

    EXPECT_THROW(unpack_from_strip(datapath(), DataFormat::Bfp8_b, bytes, {1, 0}, tile), Fault);
    EXPECT_THROW(pack_into_strip(datapath(), DataFormat::Bfp4_b, tile, {1, 0}, bytes), Fault);
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
