// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/bfloat16.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace ttnn {
namespace {

// Independent of bit tricks: the nearer of the two neighbours by distance, the even one at a tie.
uint16_t nearest_bfloat16(float value) {
    const uint16_t below = static_cast<uint16_t>(std::bit_cast<uint32_t>(value) >> 16);
    const uint16_t above = static_cast<uint16_t>(below + 1);
    const double to_below = std::fabs(static_cast<double>(value) - float_from_bfloat16(below));
    const double to_above = std::fabs(static_cast<double>(float_from_bfloat16(above)) - value);
    if (to_below == to_above) {
        return below % 2 == 0 ? below : above;
    }
    return to_below < to_above ? below : above;
}

TEST(Bfloat16, RoundsToNearestEven) {
    uint32_t state = 1;
    for (int i = 0; i < 100000; ++i) {
        state = state * 1664525u + 1013904223u;
        const float value = std::bit_cast<float>((state & 0x807FFFFFu) | ((64 + i % 128) << 23));

        EXPECT_EQ(bfloat16_from_float(value), nearest_bfloat16(value)) << value;
    }
}

TEST(Bfloat16, BreaksTiesTowardsEven) {
    EXPECT_EQ(bfloat16_from_float(1.0f + 0x1p-8f), 0x3F80);
    EXPECT_EQ(bfloat16_from_float(1.0f + 0x3p-8f), 0x3F82);
}

TEST(Bfloat16, OverflowsToInfinity) {
    EXPECT_EQ(bfloat16_from_float(std::numeric_limits<float>::max()), 0x7F80);
    EXPECT_EQ(bfloat16_from_float(-std::numeric_limits<float>::infinity()), 0xFF80);
}

TEST(Bfloat16, KeepsEveryNotANumber) {
    // Its payload lies below the bits that bfloat16 keeps, so truncation would give infinity.
    const float signalling = std::bit_cast<float>(0xFF800001u);

    EXPECT_TRUE(std::isnan(float_from_bfloat16(bfloat16_from_float(signalling))));
    EXPECT_TRUE(std::signbit(float_from_bfloat16(bfloat16_from_float(signalling))));
}

TEST(Bfloat16, GivesBackEveryBfloat16) {
    for (uint32_t bits = 0; bits <= 0xFFFF; ++bits) {
        const float value = float_from_bfloat16(static_cast<uint16_t>(bits));
        if (!std::isnan(value)) {
            EXPECT_EQ(bfloat16_from_float(value), bits);
        }
    }
}

}  // namespace
}  // namespace ttnn
