// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What host programs make their data with: bfloat16 and tiles.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

#include <tt-metalium/assert.hpp>
#include <tt-metalium/bfloat16.hpp>
#include <tt-metalium/math.hpp>
#include <tt-metalium/tilize_utils.hpp>
#include <tt-metalium/util.hpp>

#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal {
namespace {

using runtime_testing::thrown;

std::vector<uint32_t> numbers(std::size_t count) {
    std::vector<uint32_t> list(count);
    std::iota(list.begin(), list.end(), 0);
    return list;
}

TEST(Bfloat16Test, RoundsToNearestEven) {
    EXPECT_EQ(bfloat16(1.0F).to_uint16(), 0x3F80);
    EXPECT_EQ(bfloat16(std::bit_cast<float>(0x3F808000u)).to_uint16(), 0x3F80);
    EXPECT_EQ(bfloat16(std::bit_cast<float>(0x3F818000u)).to_uint16(), 0x3F82);
    EXPECT_EQ(bfloat16::truncate(std::bit_cast<float>(0x3F81FFFFu)).to_uint16(), 0x3F81);
    EXPECT_TRUE(std::isinf(bfloat16(std::numeric_limits<float>::max()).to_float()));
    EXPECT_TRUE(std::isnan(bfloat16(std::bit_cast<float>(0x7F800001u)).to_float()));
    EXPECT_EQ(bfloat16(1.5F) + bfloat16(2.0F), 3.5F);
}

TEST(Bfloat16Test, PacksTheFirstOfAPairBelow) {
    EXPECT_EQ(pack_two_bfloat16_into_uint32({1.0F, 2.0F}), 0x40003F80u);
    EXPECT_EQ(unpack_two_bfloat16_from_uint32(0x40003F80u).second, 2.0F);
    EXPECT_EQ(pack_bfloat16_vec_into_uint32_vec({1.0F, 2.0F}), std::vector<uint32_t>{0x40003F80u});
    EXPECT_EQ(unpack_uint32_vec_into_bfloat16_vec({0x40003F80u}),
              (std::vector<bfloat16>{1.0F, 2.0F}));
    EXPECT_MENTIONS(
        thrown<std::invalid_argument>([] { pack_bfloat16_vec_into_uint32_vec({1.0F}); }),
        "there are 1");
}

TEST(Bfloat16Test, MakesVectors) {
    const auto random = create_random_vector_of_bfloat16_native(2000, 2.0F, 7, -1.0F);
    EXPECT_EQ(random.size(), 1000u);
    EXPECT_TRUE(std::ranges::all_of(random, [](float x) { return x >= -1 && x <= 1; }));
    EXPECT_LT(std::abs(std::accumulate(random.begin(), random.end(), 0.0F)), 100);
    EXPECT_EQ(create_random_vector_of_bfloat16(2000, 2.0F, 7, -1.0F),
              pack_bfloat16_vec_into_uint32_vec(random));
    EXPECT_NE(create_random_vector_of_bfloat16(2000, 2.0F, 8, -1.0F),
              pack_bfloat16_vec_into_uint32_vec(random));
    EXPECT_EQ(create_arange_vector_of_bfloat16(8),
              pack_bfloat16_vec_into_uint32_vec({0.0F, 1.0F, 2.0F, 3.0F}));
    EXPECT_EQ(create_constant_vector_of_bfloat16(4, 1.0F), std::vector<uint32_t>{0x3F803F80u});
    EXPECT_EQ(create_identity_matrix(2, 3, 2),
              (std::vector<bfloat16>{1.0F, 0.0F, 0.0F, 0.0F, 1.0F, 0.0F}));
    EXPECT_MENTIONS(thrown<std::invalid_argument>([] { create_arange_vector_of_bfloat16(6); }),
                    "num_bytes 6: must be a multiple of 4");
}

TEST(Bfloat16Test, ComparesPackedVectors) {
    const auto near = [](float a, float b) { return std::abs(a - b) < 0.5F; };
    const std::vector<uint32_t> ones = create_constant_vector_of_bfloat16(16, 1.0F);
    std::vector<uint32_t> other = ones;
    other[2] = pack_two_bfloat16_into_uint32({1.0F, 2.0F});
    int failed_at = -1;

    EXPECT_TRUE(packed_uint32_t_vector_comparison(ones, ones, near));
    EXPECT_FALSE(packed_uint32_t_vector_comparison(ones, other, near, &failed_at));
    EXPECT_EQ(failed_at, 2);
    other.pop_back();
    EXPECT_FALSE(packed_uint32_t_vector_comparison(ones, other, near));
}

// Rows of 64 columns, two tiles side by side.
TEST(TilizeTest, PutsFacesOneAfterAnother) {
    const auto rows = numbers(2 * 32 * 64);
    const auto tiles = tilize_nfaces(rows, 32, 64);

    EXPECT_EQ(tiles[1], 1u);
    EXPECT_EQ(tiles[16], 64u);            // second row of the first face
    EXPECT_EQ(tiles[256], 16u);           // second face
    EXPECT_EQ(tiles[512], 16u * 64);      // third face
    EXPECT_EQ(tiles[1024], 32u);          // second tile
    EXPECT_EQ(tiles[32 * 64], 32u * 64);  // second matrix
    EXPECT_EQ(untilize_nfaces(tiles, 32, 64), rows);
}

TEST(TilizeTest, ConvertsBetweenAllOrders) {
    const auto rows = numbers(64 * 64);
    const auto swizzled = tilize_swizzled(rows, 64, 64);

    EXPECT_EQ(swizzled[32], 64u);
    EXPECT_EQ(untilize_swizzled(swizzled, 64, 64), rows);
    const auto faces = convert_layout_tile_swizzled_to_tile_nfaces<uint32_t>(swizzled);
    EXPECT_EQ(faces, tilize_nfaces(rows, 64, 64));
    EXPECT_EQ(convert_layout_tile_nfaces_to_tile_swizzled<uint32_t>(faces), swizzled);
}

TEST(TilizeTest, RefusesWhatIsNotWholeTilesOrMatrices) {
    EXPECT_MENTIONS(thrown<std::invalid_argument>([] { tilize_nfaces(numbers(32 * 40), 32, 40); }),
                    "matrix of 32 x 40: must be whole tiles");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([] { tilize_nfaces(numbers(1000), 32, 32); }),
                    "input: has 1000 elements");
}

// ── Checks and arithmetic of host programs ──

TEST(AssertTest, SaysWhereAndWhy) {
    const auto message = thrown<std::runtime_error>([] { TT_FATAL(1 + 1 == 3, "x is {}", 5); });
    EXPECT_MENTIONS(message, "host_data_test.cpp:");
    EXPECT_MENTIONS(message, "TT_FATAL(1 + 1 == 3): x is 5");
    EXPECT_MENTIONS(thrown<std::runtime_error>([] { TT_ASSERT(false); }), "TT_FATAL(false)");
    EXPECT_MENTIONS(thrown<std::runtime_error>([] { TT_THROW("no {}", "way"); }),
                    "TT_THROW: no way");
    EXPECT_NO_THROW(TT_FATAL(true, "never"));
}

TEST(MathTest, DividesAndRounds) {
    EXPECT_EQ(tt::div_up(7, 2), 4);
    EXPECT_EQ(tt::round_up(33u, 32u), 64u);
    EXPECT_EQ(tt::round_up(64u, 32u), 64u);
    EXPECT_EQ(tt::round_down(63u, 32u), 32u);
    EXPECT_EQ(detail::TileSize(tt::DataFormat::Bfp8_b), 1088u);
}

}  // namespace
}  // namespace tt::tt_metal
