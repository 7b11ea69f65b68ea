// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The vector unit: what the SFPU does one instruction at a time, on registers of 32 lanes, where
// sfpu.h has whole functions on whole tiles. A lane is 32 bits, a float or an integer.
//
// DST is read and written in vectors: tile t has the vectors 32 t to 32 t + 31, eight for each
// face. Lane l of vector v is in row 4 (v / 2) + l / 8 and column v % 2 + 2 (l % 8) of its face.
//
// Writes of DST, and copies, reach the lanes that are enabled. Conditions nest: each push begins
// one, restricting takes lanes away, others() turns to those that no branch has taken so far.
#pragma once

#include <stdint.h>

namespace tt::hw {

inline constexpr uint32_t kVectorLanes = 32;
inline constexpr uint32_t kNumVectorRegisters = 64;
inline constexpr uint32_t kMaxVectorConditions = 16;

// d = a op b, in all lanes; rs1 of TensixOp::kVectorOp: VectorOp | d << 8 | a << 16 | b << 24.
enum class VectorOp : uint8_t {
    kCopy,  // of a, to the enabled lanes alone
    // Floats.
    kAddFloat,
    kSubtractFloat,
    kMultiplyFloat,
    kMinFloat,
    kMaxFloat,
    // Integers; they wrap.
    kAddInt,
    kSubtractInt,
    kAnd,
    kOr,
    kXor,
    kShiftLeft,  // by b, or to the right, with zeros, if b is negative
    kShiftRightArithmetic,
    kCountLeadingZeros,
    kAbsInt,
    // The parts of a float. Exponents are integers without their bias, unless it says biased.
    kExponent,
    kExponentBiased,
    kMantissa8,          // with its leading one, as an integer of 24 bits
    kMantissa9,          // without
    kSetExponentBiased,  // of a, to b
    kSetMantissa,        // of a, to the low 23 bits of b
    kSetSign,            // of a, to that of b
    // Conversions.
    kIntToFloat,
    kFloatToInt,  // to nearest even; what does not fit is the nearest that does, a NaN 0
    kFloatToUInt16,
    kFloatToUInt8,
    kRoundToBfloat16,
    // Conditions: 1 or 0.
    kLessFloat,
    kLessEqualFloat,
    kEqualFloat,
    kLessInt,
    kLessEqualInt,
    kLessUInt,
    kLessEqualUInt,
    kEqualInt,
    kNot,     // 1 for 0, else 0
    kLaneId,  // takes no operands
    // Of the low byte of a, as tables have floats: a sign, how far the exponent is below 0 (3
    // bits), a mantissa (4 bits); 0xFF is zero.
    kTableNumber,
};

// rs1 of TensixOp::kVectorCondition; rs2: register, for kRestrict.
enum class VectorCondition : uint8_t { kPush, kRestrict, kOthers, kPop };

// How vectors lie in DST. Both are 32 bits wide while they are in registers.
enum class VectorDatum : uint8_t { kFloat, kInteger };

constexpr uint32_t vector_operands(VectorOp op, uint32_t d, uint32_t a, uint32_t b) {
    return static_cast<uint32_t>(op) | d << 8 | a << 16 | b << 24;
}

}  // namespace tt::hw
