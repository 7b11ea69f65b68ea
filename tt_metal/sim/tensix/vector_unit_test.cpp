// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/vector_unit.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <string>

#include "tt_metal/sim/fault.hpp"

namespace tt::sim {
namespace {

using hw::VectorCondition;
using hw::VectorDatum;
using hw::VectorOp;

uint32_t bits(float value) { return std::bit_cast<uint32_t>(value); }

class VectorUnitTest : public testing::Test {
 protected:
    VectorUnitTest() {
        hw::LaunchMessage launch{};
        launch.fp32_dest_acc = true;
        dst.reset(launch);
        dst.acquire();
        unit.reset();
    }

    // What an operation makes of two numbers.
    uint32_t result(VectorOp op, uint32_t a, uint32_t b = 0) {
        unit.set(1, a);
        unit.set(2, b);
        unit.execute(hw::vector_operands(op, 3, 1, 2));
        unit.store(dst, 3, 0, VectorDatum::kInteger);
        return bits(dst.math_tile(0).value().datums[0]);
    }
    float result(VectorOp op, float a, float b = 0) {
        return std::bit_cast<float>(result(op, bits(a), bits(b)));
    }
    template <typename Action>
    static std::string fault_of(Action action) {
        try {
            action();
        } catch (const Fault& fault) {
            return fault.what();
        }
        return "";
    }

    Dst dst;
    VectorUnit unit;
};

TEST_F(VectorUnitTest, FloatsAreRoundedOnceAndNansAreAlike) {
    EXPECT_EQ(result(VectorOp::kAddFloat, 1.0f, 0x1p-25f), 1.0f);
    EXPECT_EQ(result(VectorOp::kMultiplyFloat, 3.0f, -0.5f), -1.5f);
    EXPECT_EQ(result(VectorOp::kSubtractFloat, bits(INFINITY), bits(INFINITY)), 0x7FC00000u);
}

TEST_F(VectorUnitTest, ConversionsRoundToEvenAndStopAtTheEnds) {
    const auto to_int = [&](float value) {
        return static_cast<int32_t>(result(VectorOp::kFloatToInt, bits(value)));
    };
    EXPECT_EQ(to_int(2.5f), 2);
    EXPECT_EQ(to_int(3.5f), 4);
    EXPECT_EQ(to_int(-2.5f), -2);
    EXPECT_EQ(to_int(-1.5f), -2);
    EXPECT_EQ(to_int(0.49999997f), 0);
    EXPECT_EQ(to_int(3e9f), std::numeric_limits<int32_t>::max());
    EXPECT_EQ(to_int(-INFINITY), std::numeric_limits<int32_t>::min());
    EXPECT_EQ(to_int(NAN), 0);
    EXPECT_EQ(result(VectorOp::kFloatToUInt8, bits(300.0f)), 255u);
    EXPECT_EQ(result(VectorOp::kFloatToUInt16, bits(-1.0f)), 0u);
    EXPECT_EQ(result(VectorOp::kRoundToBfloat16, 1.0f + 0x1p-8f), 1.0f);
}

TEST_F(VectorUnitTest, ShiftsBeyondTheWordGiveZeros) {
    EXPECT_EQ(result(VectorOp::kShiftLeft, 1u, 31u), 1u << 31);
    EXPECT_EQ(result(VectorOp::kShiftLeft, 1u << 31, static_cast<uint32_t>(-31)), 1u);
    EXPECT_EQ(result(VectorOp::kShiftLeft, 1u, 32u), 0u);
    EXPECT_EQ(result(VectorOp::kShiftRightArithmetic, 1u << 31, 99u), ~0u);
}

TEST_F(VectorUnitTest, LanesThatAreNotEnabledKeepTheirDatum) {
    unit.set(0, 0);
    unit.execute(hw::vector_operands(VectorOp::kLaneId, 1, 0, 0));
    unit.set(2, 16);
    unit.execute(hw::vector_operands(VectorOp::kLessInt, 3, 1, 2));  // lanes below 16
    unit.set(4, 7);
    unit.change_condition(VectorCondition::kPush, 0);
    unit.change_condition(VectorCondition::kRestrict, 3);
    unit.store(dst, 4, 33, VectorDatum::kInteger);  // tile 1, odd columns
    unit.change_condition(VectorCondition::kOthers, 0);
    unit.execute(hw::vector_operands(VectorOp::kCopy, 4, 1, 1));
    unit.change_condition(VectorCondition::kPop, 0);
    unit.store(dst, 4, 2, VectorDatum::kInteger);  // tile 0, rows 4 to 7

    Tile& masked = dst.math_tile(1).value();
    EXPECT_EQ(bits(masked.at(0, 1)), 7u);
    EXPECT_EQ(bits(masked.at(1, 15)), 7u);
    EXPECT_EQ(bits(masked.at(2, 1)), 0u);
    EXPECT_EQ(bits(masked.at(0, 0)), 0u);
    Tile& mixed = dst.math_tile(0).value();
    EXPECT_EQ(bits(mixed.at(5, 14)), 7u);
    EXPECT_EQ(bits(mixed.at(6, 0)), 16u);
    EXPECT_EQ(bits(mixed.at(7, 14)), 31u);
}

TEST_F(VectorUnitTest, MisuseIsAFault) {
    EXPECT_NE(fault_of([&] { unit.set(64, 0); }).find("vector register 64: there are 64"),
              std::string::npos);
    EXPECT_NE(
        fault_of([&] { unit.change_condition(VectorCondition::kPop, 0); }).find("without v_if"),
        std::string::npos);
    EXPECT_NE(fault_of([&] {
                  for (int i = 0; i < 17; ++i) unit.change_condition(VectorCondition::kPush, 0);
              }).find("nested deeper than 16"),
              std::string::npos);
    EXPECT_NE(fault_of([&] { unit.execute(0xFF); }).find("operation 255"), std::string::npos);
}

TEST_F(VectorUnitTest, SixteenBitDstRoundsFloatsAndTakesNoIntegers) {
    dst.reset(hw::LaunchMessage{});
    dst.acquire();
    unit.set(0, bits(1.0f + 0x1p-8f));
    unit.store(dst, 0, 0, VectorDatum::kFloat);

    EXPECT_EQ(dst.math_tile(0).value().datums[0], 1.0f);
    EXPECT_NE(fault_of([&] { unit.store(dst, 0, 0, VectorDatum::kInteger); }).find("32-bit"),
              std::string::npos);
}

TEST_F(VectorUnitTest, TableNumbersHaveEightBits) {
    EXPECT_EQ(result(VectorOp::kTableNumber, 0xFFu), 0u);
    EXPECT_EQ(result(VectorOp::kTableNumber, 0x1200u), bits(1.0f));
    EXPECT_EQ(result(VectorOp::kTableNumber, 0x18u), bits(0.75f));
    EXPECT_EQ(result(VectorOp::kTableNumber, 0xF1u), bits(-1.0625f / 128));
}

}  // namespace
}  // namespace tt::sim
