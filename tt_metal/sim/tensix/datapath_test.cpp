// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/datapath.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <functional>
#include <limits>
#include <ostream>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace tt::sim {

void PrintTo(const Datapath& datapath, std::ostream* out) { *out << datapath.name; }

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr uint32_t kQuietNan = 0x7FC00000;

uint32_t bits_of(float value) { return std::bit_cast<uint32_t>(value); }
float from_bits(uint32_t bits) { return std::bit_cast<float>(bits); }

std::vector<uint32_t> bits_of(const Tile& tile) {
    std::vector<uint32_t> bits(tile.datums.size());
    std::memcpy(bits.data(), tile.datums.data(), sizeof tile.datums);
    return bits;
}

// One datum through a conversion that works on runs of 16.
uint16_t narrow(const Datapath& datapath, float value) {
    const std::vector<float> from(16, value);
    uint16_t to[16];
    datapath.narrow_to_bfloat16(from.data(), reinterpret_cast<std::byte*>(to), 16);
    return to[0];
}

class DatapathTest : public testing::TestWithParam<Datapath> {
 protected:
    const Datapath& datapath = GetParam();
};

INSTANTIATE_TEST_SUITE_P(Variants, DatapathTest,
                         testing::ValuesIn(supported_datapaths().begin(),
                                           supported_datapaths().end()),
                         [](const auto& info) { return std::string(info.param.name); });

TEST_P(DatapathTest, EveryBfloat16SurvivesTheWayToFloat32AndBack) {
    std::vector<uint16_t> all(1 << 16);
    for (size_t i = 0; i < all.size(); ++i) {
        all[i] = static_cast<uint16_t>(i);
    }
    std::vector<float> wide(all.size());
    std::vector<uint16_t> back(all.size());

    datapath.widen_bfloat16(reinterpret_cast<const std::byte*>(all.data()), wide.data(),
                            all.size());
    datapath.narrow_to_bfloat16(wide.data(), reinterpret_cast<std::byte*>(back.data()), all.size());

    for (uint32_t i = 0; i < all.size(); ++i) {
        ASSERT_EQ(bits_of(wide[i]), i << 16);
        const bool is_nan = (i & 0x7FFF) > 0x7F80;
        ASSERT_EQ(back[i], is_nan ? i | 0x40 : i);
    }
}

TEST_P(DatapathTest, NarrowingRoundsToNearestEven) {
    struct Case {
        uint32_t from;
        uint16_t to;
    };
    const Case cases[] = {
        {0x3F800000, 0x3F80},  // 1
        {0x3F807FFF, 0x3F80},  // just below half way
        {0x3F808000, 0x3F80},  // tie, to even below
        {0x3F808001, 0x3F81},  // just above
        {0x3F818000, 0x3F82},  // tie, to even above
        {0xBF818000, 0xBF82},  // the same below zero
        {0x3FFFFFFF, 0x4000},  // carries into the exponent
        {0x7F7FFFFF, 0x7F80},  // the largest number becomes infinity
        {0x7F800000, 0x7F80},  // infinity
        {0xFF800000, 0xFF80}, {0x00000000, 0x0000},
        {0x80000000, 0x8000}, {0x00000001, 0x0000},  // denormals are rounded as all else
        {0x00008001, 0x0001}, {0x007FFFFF, 0x0080},  // and become normal
        {0x7F800001, 0x7FC0},  // a NaN that would look like infinity stays a NaN
        {0xFFFFFFFF, 0xFFFF},
    };
    for (const auto& [from, to] : cases) {
        EXPECT_EQ(narrow(datapath, from_bits(from)), to) << std::hex << from;
    }
}

TEST_P(DatapathTest, Tf32KeepsTenBitsOfMantissa) {
    struct Case {
        uint32_t from, to;
    };
    const Case cases[] = {
        {0x3F800FFF, 0x3F800000}, {0x3F801000, 0x3F800000}, {0x3F801001, 0x3F802000},
        {0x3F803000, 0x3F804000}, {0x7F7FFFFF, 0x7F800000}, {0x7F800001, 0x7FC00000},
        {0xFF800000, 0xFF800000}, {0x80000000, 0x80000000}, {0x00001001, 0x00002000},
    };
    for (const auto& [from, to] : cases) {
        Tile tile;
        tile.datums.fill(from_bits(from));

        datapath.round_to_tf32(tile);

        EXPECT_EQ(bits_of(tile), std::vector<uint32_t>(hw::kTileElements, to)) << std::hex << from;
    }
}

Tile random_tile(std::mt19937& random, const std::function<float(float)>& to_format) {
    std::uniform_real_distribution<float> uniform(-2, 2);
    Tile tile;
    for (float& datum : tile.datums) {
        datum = to_format(uniform(random));
    }
    return tile;
}

float to_bfloat16(float value) {
    return from_bits(uint32_t{narrow(supported_datapaths().front(), value)} << 16);
}

// Any bit pattern at all, with mantissas as short as the FPU's operands have them.
Tile wild_tile(std::mt19937& random) {
    Tile tile;
    for (float& datum : tile.datums) {
        datum = from_bits(static_cast<uint32_t>(random()) & 0xFFFFE000);
    }
    return tile;
}

float rounded(float value, DstPrecision precision) {
    return precision == DstPrecision::kBfloat16 ? to_bfloat16(value) : value;
}

TEST_P(DatapathTest, CopyKeepsFloat32AndRoundsToBfloat16) {
    std::mt19937 random(1);
    const Tile from = random_tile(random, [](float value) { return value; });
    Tile exact, short_one;

    datapath.copy(from, exact, DstPrecision::kFloat32);
    datapath.copy(from, short_one, DstPrecision::kBfloat16);

    for (uint32_t i = 0; i < hw::kTileElements; ++i) {
        ASSERT_EQ(exact.datums[i], from.datums[i]);
        ASSERT_EQ(short_one.datums[i], to_bfloat16(from.datums[i]));
    }
}

TEST_P(DatapathTest, ElementwiseIsExactToTheLastBit) {
    const std::pair<hw::ElementwiseOp, std::function<float(float, float)>> operations[] = {
        {hw::ElementwiseOp::kAdd, std::plus<float>()},
        {hw::ElementwiseOp::kSubtract, std::minus<float>()},
        {hw::ElementwiseOp::kMultiply, std::multiplies<float>()},
    };
    std::mt19937 random(2);
    const Tile a = random_tile(random, [](float value) { return value; });
    const Tile b = random_tile(random, [](float value) { return value; });
    for (const auto& [op, reference] : operations) {
        for (const bool accumulate : {false, true}) {
            for (const auto precision : {DstPrecision::kBfloat16, DstPrecision::kFloat32}) {
                const Tile before = random_tile(random, to_bfloat16);
                Tile dst = before;

                datapath.elementwise(a, b, dst, {op, accumulate, precision});

                for (uint32_t i = 0; i < hw::kTileElements; ++i) {
                    // volatile: the product is rounded before it is added, on every host.
                    volatile float result = reference(a.datums[i], b.datums[i]);
                    if (accumulate) {
                        result = before.datums[i] + result;
                    }
                    ASSERT_EQ(dst.datums[i], rounded(result, precision));
                }
            }
        }
    }
}

TEST_P(DatapathTest, ElementwiseMayWriteOverAnOperand) {
    Tile a, b;
    a.datums.fill(3);
    b.datums.fill(4);

    datapath.elementwise(a, b, b, {hw::ElementwiseOp::kSubtract, false, DstPrecision::kFloat32});

    EXPECT_EQ(bits_of(b), std::vector<uint32_t>(hw::kTileElements, bits_of(-1.0f)));
}

TEST_P(DatapathTest, SpecialValuesFollowIeee754AndNanIsCanonical) {
    struct Case {
        hw::ElementwiseOp op;
        float a, b;
        uint32_t result;
    };
    const float nan = from_bits(0xFFC12345);
    const Case cases[] = {
        {hw::ElementwiseOp::kSubtract, kInfinity, kInfinity, kQuietNan},
        {hw::ElementwiseOp::kMultiply, 0, kInfinity, kQuietNan},
        {hw::ElementwiseOp::kAdd, nan, 1, kQuietNan},
        {hw::ElementwiseOp::kAdd, 1, nan, kQuietNan},
        {hw::ElementwiseOp::kAdd, kInfinity, 1, 0x7F800000},
        {hw::ElementwiseOp::kMultiply, -0.0f, 1, 0x80000000},
        {hw::ElementwiseOp::kAdd, from_bits(1), from_bits(2), 3},  // denormals
        {hw::ElementwiseOp::kMultiply, 0x1p-100f, 0x1p-40f, 0x00000200},
    };
    for (const auto& [op, a_value, b_value, result] : cases) {
        Tile a, b, dst;
        a.datums.fill(a_value);
        b.datums.fill(b_value);

        datapath.elementwise(a, b, dst, {op, false, DstPrecision::kFloat32});

        EXPECT_EQ(bits_of(dst.datums[0]), result) << a_value << " " << b_value;
    }
}

TEST_P(DatapathTest, TransposeSwapsRowsAndColumns) {
    Tile tile;
    for (uint32_t i = 0; i < hw::kTileElements; ++i) {
        tile.at(i / hw::kTileWidth, i % hw::kTileWidth) = static_cast<float>(i);
    }

    datapath.transpose(tile);

    for (uint32_t row = 0; row < hw::kTileHeight; ++row) {
        for (uint32_t column = 0; column < hw::kTileWidth; ++column) {
            ASSERT_EQ(tile.at(row, column), static_cast<float>(column * hw::kTileWidth + row));
        }
    }
}

TEST_P(DatapathTest, MantissasAreCutAndTheRestIsKept) {
    constexpr int kCut = 19;  // leaves four bits
    struct Case {
        uint32_t from, high, high_of_finite, low_of_finite;
    };
    const Case cases[] = {
        {0x3F800000, 0x3F800000, 0x3F800000, 0x00000000},  // 1
        {0xBFFFE000, 0xBFF80000, 0xBFF80000, 0xBD7C0000},  // -(2 - 2^-10): -1.9375, -0.0615234375
        {0x3F87FFFF, 0x3F800000, 0x3F800000, 0x3D7FFFE0},  // truncated, not rounded
        {0x00080001, 0x00080000, 0x00080000, 0x00000001},  // denormals
        {0x7F800000, 0x7F800000, 0x00000000, 0x00000000},  // infinity
        {0xFF800001, 0xFFC00001, 0x00000000, 0x00000000},  // NaN stays a NaN
    };
    for (const auto& [from, high, high_of_finite, low_of_finite] : cases) {
        Tile tile, slice;
        tile.datums.fill(from_bits(from));
        for (const auto& [kind, expected] :
             {std::pair(MantissaSlice::kHigh, high),
              std::pair(MantissaSlice::kHighOfFinite, high_of_finite),
              std::pair(MantissaSlice::kLowOfFinite, low_of_finite)}) {
            datapath.slice_mantissa(tile, kCut, kind, slice);
            EXPECT_EQ(bits_of(slice), std::vector<uint32_t>(hw::kTileElements, expected))
                << std::hex << from;
        }
    }
}

TEST_P(DatapathTest, ReduceWeighsRowsAndAddsThemOrTakesTheLargest) {
    std::mt19937 random(7);
    const Tile a = random_tile(random, to_bfloat16);
    const Tile weights = random_tile(random, to_bfloat16);
    const Tile before = random_tile(random, to_bfloat16);
    for (const auto op : {hw::ReduceOp::kSum, hw::ReduceOp::kMax}) {
        for (const bool accumulate : {false, true}) {
            for (const auto precision : {DstPrecision::kBfloat16, DstPrecision::kFloat32}) {
                Tile dst = before;

                datapath.reduce(a, weights, dst, {op, accumulate, precision});

                for (uint32_t column = 0; column < hw::kTileWidth; ++column) {
                    float expected = op == hw::ReduceOp::kSum ? 0 : -kInfinity;
                    expected = accumulate ? before.at(0, column) : expected;
                    for (uint32_t k = 0; k < hw::kTileHeight; ++k) {
                        const float term = a.at(k, column) * weights.at(0, k);  // exact
                        expected =
                            op == hw::ReduceOp::kSum ? expected + term : std::max(expected, term);
                    }
                    ASSERT_EQ(dst.at(0, column), rounded(expected, precision));
                    ASSERT_EQ(dst.at(1, column), before.at(1, column));
                }
            }
        }
    }
}

TEST_P(DatapathTest, NanAnywhereIsTheResultOfAReduction) {
    for (const auto op : {hw::ReduceOp::kSum, hw::ReduceOp::kMax}) {
        for (const uint32_t row : {0u, 7u, 31u}) {
            Tile a, weights, dst;
            weights.datums.fill(1);
            a.at(row, 3) = from_bits(0xFFC12345);

            datapath.reduce(a, weights, dst, {op, true, DstPrecision::kFloat32});

            EXPECT_EQ(bits_of(dst.at(0, 3)), kQuietNan);
            EXPECT_EQ(dst.at(0, 4), 0.0f);
        }
    }
}

TEST_P(DatapathTest, MatmulIsWithinTheBoundOfSequentialSummation) {
    std::mt19937 random(3);
    const Tile a = random_tile(random, to_bfloat16);
    const Tile b = random_tile(random, to_bfloat16);
    const Tile before = random_tile(random, to_bfloat16);
    for (const auto precision : {DstPrecision::kBfloat16, DstPrecision::kFloat32}) {
        Tile dst = before;

        datapath.matmul(a, b, dst, precision);

        for (uint32_t row = 0; row < hw::kTileHeight; ++row) {
            for (uint32_t column = 0; column < hw::kTileWidth; ++column) {
                double exact = before.at(row, column);
                double magnitude = std::abs(exact);
                for (uint32_t k = 0; k < hw::kTileWidth; ++k) {
                    const double product = double{a.at(row, k)} * b.at(k, column);
                    exact += product;
                    magnitude += std::abs(product);
                }
                // One rounding of 2^-24 per term; the result has one more when it is shortened.
                const double sum_bound = 32 * std::ldexp(magnitude, -24);
                const double store_bound =
                    precision == DstPrecision::kBfloat16 ? std::ldexp(std::abs(exact), -8) : 0;
                ASSERT_NEAR(dst.at(row, column), exact, sum_bound + store_bound);
            }
        }
    }
}

TEST_P(DatapathTest, MatmulAddsInAscendingKWithOneRoundingEach) {
    std::mt19937 random(4);
    const Tile a = random_tile(random, to_bfloat16);
    const Tile b = random_tile(random, to_bfloat16);
    const Tile before = random_tile(random, to_bfloat16);
    Tile dst = before;

    datapath.matmul(a, b, dst, DstPrecision::kFloat32);

    for (uint32_t row = 0; row < hw::kTileHeight; ++row) {
        for (uint32_t column = 0; column < hw::kTileWidth; ++column) {
            float sum = before.at(row, column);
            for (uint32_t k = 0; k < hw::kTileWidth; ++k) {
                sum = std::fma(a.at(row, k), b.at(k, column), sum);
            }
            ASSERT_EQ(dst.at(row, column), sum);
        }
    }
}

TEST_P(DatapathTest, AgreesWithTheFirstVariantBitForBit) {
    const Datapath& first = supported_datapaths().front();
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
        // Ordinary, arbitrary, and tiny operands, whose products lose bits unless they are fused.
        Tile a = round % 2 ? wild_tile(random) : random_tile(random, to_bfloat16);
        Tile b = round % 2 ? wild_tile(random) : random_tile(random, to_bfloat16);
        if (round % 5 == 0) {
            for (float& datum : a.datums) {
                datum *= 0x1p-75f;
            }
            for (float& datum : b.datums) {
                datum *= 0x1p-70f;
            }
            first.round_to_tf32(a);
            first.round_to_tf32(b);
        }
        for (const auto precision : {DstPrecision::kBfloat16, DstPrecision::kFloat32}) {
            Tile expected, actual;
            first.matmul(a, b, expected, precision);
            datapath.matmul(a, b, actual, precision);
            ASSERT_EQ(bits_of(actual), bits_of(expected));

            for (const auto op : {hw::ElementwiseOp::kAdd, hw::ElementwiseOp::kSubtract,
                                  hw::ElementwiseOp::kMultiply}) {
                first.elementwise(a, b, expected, {op, true, precision});
                datapath.elementwise(a, b, actual, {op, true, precision});
                ASSERT_EQ(bits_of(actual), bits_of(expected));
            }
            for (const auto op : {hw::ReduceOp::kSum, hw::ReduceOp::kMax}) {
                first.reduce(a, b, expected, {op, true, precision});
                datapath.reduce(a, b, actual, {op, true, precision});
                ASSERT_EQ(bits_of(actual), bits_of(expected));
            }
            first.copy(b, expected, precision);
            datapath.copy(b, actual, precision);
            ASSERT_EQ(bits_of(actual), bits_of(expected));
        }
        for (const auto slice :
             {MantissaSlice::kHigh, MantissaSlice::kHighOfFinite, MantissaSlice::kLowOfFinite}) {
            Tile expected, actual;
            first.slice_mantissa(a, 17, slice, expected);
            datapath.slice_mantissa(a, 17, slice, actual);
            ASSERT_EQ(bits_of(actual), bits_of(expected));
        }
    }
}

// A datum of a block format by its definition, in double; `unit` is what a magnitude of 1 stands
// for.
float through_block(float value, double unit, uint32_t largest) {
    const uint32_t exponent = bits_of(value) >> 23 & 0xFF;
    if (exponent == 0) {
        return 0;
    }
    double magnitude = exponent == 0xFF ? largest : std::nearbyint(std::abs(double{value}) / unit);
    magnitude = std::min<double>(magnitude, largest);
    return magnitude == 0 ? 0 : static_cast<float>(std::copysign(magnitude * unit, value));
}

TEST_P(DatapathTest, BlockFloatsAreWhatTheirDefinitionSays) {
    std::mt19937 random(8);
    std::vector<std::byte> bytes(hw::tile_size_bytes(hw::DataFormat::Bfp8_b));
    for (int round = 0; round < 60; ++round) {
        Tile tile = round % 2 ? wild_tile(random) : random_tile(random, to_bfloat16);
        if (round % 3 == 0) {  // exponents from the smallest to the largest
            for (float& datum : tile.datums) {
                datum = std::ldexp(datum, round * 4 - 124);
            }
        }
        for (const auto& [format, magnitude_bits] :
             {std::pair(BlockFloat::kBits8, 7), std::pair(BlockFloat::kBits4, 3)}) {
            Tile back;
            datapath.pack_blocks(tile, format, bytes.data());
            datapath.unpack_blocks(bytes.data(), format, back);
            for (uint32_t run = 0; run < hw::kTileElements; run += hw::kFaceWidth) {
                uint32_t exponent = 0;
                for (uint32_t i = run; i < run + hw::kFaceWidth; ++i) {
                    exponent = std::max(exponent, bits_of(tile.datums[i]) >> 23 & 0xFF);
                }
                exponent = std::min(exponent, 254u);
                const double unit = std::ldexp(1.0, int(exponent) - 127 - (magnitude_bits - 1));
                for (uint32_t i = run; i < run + hw::kFaceWidth; ++i) {
                    ASSERT_EQ(
                        bits_of(back.datums[i]),
                        bits_of(through_block(tile.datums[i], unit, (1u << magnitude_bits) - 1)))
                        << tile.datums[i] << " of " << exponent;
                }
            }
        }
    }
}

// FNV-1a over the bytes of a tile.
uint64_t hash(uint64_t seed, const Tile& tile) {
    uint64_t value = seed;
    for (const std::byte byte : std::as_bytes(std::span(tile.datums))) {
        value = (value ^ std::to_integer<uint64_t>(byte)) * 0x100000001B3;
    }
    return value;
}

// Both numbers are what x86-64 and aarch64 gave; another host may not differ.
TEST_P(DatapathTest, GivesTheSameBitsOnEveryHost) {
    std::mt19937 random(6);
    uint64_t ordinary = 0xCBF29CE484222325;
    uint64_t wild = ordinary;
    for (int round = 0; round < 20; ++round) {
        Tile a = wild_tile(random);
        Tile b = wild_tile(random);
        Tile dst = wild_tile(random);
        datapath.matmul(a, b, dst, DstPrecision::kFloat32);
        wild = hash(wild, dst);
        datapath.elementwise(a, b, dst,
                             {hw::ElementwiseOp::kMultiply, true, DstPrecision::kBfloat16});
        wild = hash(wild, dst);

        for (uint32_t i = 0; i < hw::kTileElements; ++i) {
            a.datums[i] = static_cast<float>(static_cast<int>(random() % 511) - 255) / 64;
            b.datums[i] = static_cast<float>(static_cast<int>(random() % 511) - 255) / 1000;
        }
        datapath.round_to_tf32(b);
        datapath.copy(b, dst, DstPrecision::kBfloat16);
        datapath.matmul(a, b, dst, DstPrecision::kBfloat16);
        ordinary = hash(ordinary, dst);
    }
    EXPECT_EQ(ordinary, 444580205143411553u);
    EXPECT_EQ(wild, 2298400592152852944u);
}

}  // namespace
}  // namespace tt::sim
