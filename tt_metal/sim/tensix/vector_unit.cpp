// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/vector_unit.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <format>
#include <limits>

#include "tt_metal/hw/data_format.h"
#include "tt_metal/sim/fault.hpp"

namespace tt::sim {
namespace {

using hw::VectorOp;

constexpr uint32_t kSignBit = 0x80000000;
constexpr uint32_t kExponentMask = 0xFF;
constexpr uint32_t kMantissaMask = 0x7FFFFF;
constexpr int kMantissaBits = 23;
constexpr int kExponentBias = 127;
constexpr uint32_t kQuietNan = 0x7FC00000;
constexpr uint32_t kVectorsPerTile = hw::kTileElements / hw::kVectorLanes;
constexpr uint32_t kLanesPerRow = hw::kFaceWidth / 2;
constexpr uint32_t kRowsPerVector = hw::kVectorLanes / kLanesPerRow;

float as_float(uint32_t bits) { return std::bit_cast<float>(bits); }
int32_t as_int(uint32_t bits) { return std::bit_cast<int32_t>(bits); }

// A NaN that is computed is always the same.
uint32_t to_bits(float value) {
    return value != value ? kQuietNan : std::bit_cast<uint32_t>(value);
}

uint32_t exponent_of(uint32_t bits) { return bits >> kMantissaBits & kExponentMask; }

uint32_t shifted(uint32_t value, int32_t by) {
    if (by >= 32 || by <= -32) return 0;
    return by >= 0 ? value << by : value >> -by;
}

// To nearest even, whatever the host's rounding.
double rounded(float value) {
    const double exact = value;
    const double below = std::floor(exact);
    const double rest = exact - below;
    const bool is_up = rest > 0.5 || (rest == 0.5 && std::fmod(below, 2.0) != 0);
    return below + (is_up ? 1 : 0);
}

uint32_t to_integer(uint32_t bits, double least, double greatest) {
    const float value = as_float(bits);
    if (value != value) return 0;
    return static_cast<uint32_t>(static_cast<int64_t>(std::clamp(rounded(value), least, greatest)));
}

uint32_t table_number(uint32_t byte) {
    if (byte == 0xFF) return 0;
    const uint32_t exponent = kExponentBias - (byte >> 4 & 7);
    return byte >> 7 << 31 | exponent << kMantissaBits | (byte & 0xF) << (kMantissaBits - 4);
}

uint32_t to_bfloat16(uint32_t bits) {
    if (as_float(bits) != as_float(bits)) return kQuietNan;
    return (bits + 0x7FFF + (bits >> 16 & 1)) & 0xFFFF0000;
}

uint32_t compute(VectorOp op, uint32_t lane, uint32_t a, uint32_t b) {
    switch (op) {
        case VectorOp::kCopy:
            return a;
        case VectorOp::kAddFloat:
            return to_bits(as_float(a) + as_float(b));
        case VectorOp::kSubtractFloat:
            return to_bits(as_float(a) - as_float(b));
        case VectorOp::kMultiplyFloat:
            return to_bits(as_float(a) * as_float(b));
        case VectorOp::kMinFloat:
            return as_float(b) < as_float(a) ? b : a;
        case VectorOp::kMaxFloat:
            return as_float(a) < as_float(b) ? b : a;
        case VectorOp::kAddInt:
            return a + b;
        case VectorOp::kSubtractInt:
            return a - b;
        case VectorOp::kAnd:
            return a & b;
        case VectorOp::kOr:
            return a | b;
        case VectorOp::kXor:
            return a ^ b;
        case VectorOp::kShiftLeft:
            return shifted(a, as_int(b));
        case VectorOp::kShiftRightArithmetic:
            return static_cast<uint32_t>(as_int(a) >> std::min(b, 31u));
        case VectorOp::kCountLeadingZeros:
            return static_cast<uint32_t>(std::countl_zero(a));
        case VectorOp::kAbsInt:
            return as_int(a) < 0 ? 0 - a : a;
        case VectorOp::kExponent:
            return exponent_of(a) - kExponentBias;
        case VectorOp::kExponentBiased:
            return exponent_of(a);
        case VectorOp::kMantissa8:
            return (a & kMantissaMask) | 1u << kMantissaBits;
        case VectorOp::kMantissa9:
            return a & kMantissaMask;
        case VectorOp::kSetExponentBiased:
            return (a & (kSignBit | kMantissaMask)) | (b & kExponentMask) << kMantissaBits;
        case VectorOp::kSetMantissa:
            return (a & ~kMantissaMask) | (b & kMantissaMask);
        case VectorOp::kSetSign:
            return (a & ~kSignBit) | (b & kSignBit);
        case VectorOp::kIntToFloat:
            return to_bits(static_cast<float>(as_int(a)));
        case VectorOp::kFloatToInt:
            return to_integer(a, std::numeric_limits<int32_t>::min(),
                              std::numeric_limits<int32_t>::max());
        case VectorOp::kFloatToUInt16:
            return to_integer(a, 0, std::numeric_limits<uint16_t>::max());
        case VectorOp::kFloatToUInt8:
            return to_integer(a, 0, std::numeric_limits<uint8_t>::max());
        case VectorOp::kRoundToBfloat16:
            return to_bfloat16(a);
        case VectorOp::kLessFloat:
            return as_float(a) < as_float(b);
        case VectorOp::kLessEqualFloat:
            return as_float(a) <= as_float(b);
        case VectorOp::kEqualFloat:
            return as_float(a) == as_float(b);
        case VectorOp::kLessInt:
            return as_int(a) < as_int(b);
        case VectorOp::kLessEqualInt:
            return as_int(a) <= as_int(b);
        case VectorOp::kLessUInt:
            return a < b;
        case VectorOp::kLessEqualUInt:
            return a <= b;
        case VectorOp::kEqualInt:
            return a == b;
        case VectorOp::kNot:
            return a == 0;
        case VectorOp::kLaneId:
            return lane;
        case VectorOp::kTableNumber:
            return table_number(a & 0xFF);
    }
    throw Fault(ErrorKind::kInstruction,
                std::format("vector operation {} is not defined", static_cast<uint32_t>(op)));
}

// The place of a vector's first lane in the datums of a tile; the others follow from it.
uint32_t datum_index(uint32_t vector, uint32_t lane) {
    const uint32_t face = vector / (kFaceElements / hw::kVectorLanes);
    const uint32_t in_face = vector % (kFaceElements / hw::kVectorLanes);
    const uint32_t row = in_face / 2 * kRowsPerVector + lane / kLanesPerRow;
    const uint32_t column = in_face % 2 + 2 * (lane % kLanesPerRow);
    return face * kFaceElements + row * hw::kFaceWidth + column;
}

}  // namespace

void VectorUnit::reset() {
    if (is_fresh_) return;  // most kernels never use it
    is_fresh_ = true;
    registers_ = {};
    conditions_.clear();
    enabled_ = kAll;
}

void VectorUnit::set(uint32_t reg, uint32_t bits) { at(reg).fill(bits); }

void VectorUnit::load(Dst& dst, uint32_t reg, uint32_t vector) {
    Lanes& lanes = at(reg);
    const Tile& tile = dst.math_tile(vector / kVectorsPerTile).value();
    for (uint32_t lane = 0; lane < hw::kVectorLanes; ++lane) {
        lanes[lane] =
            std::bit_cast<uint32_t>(tile.datums[datum_index(vector % kVectorsPerTile, lane)]);
    }
}

void VectorUnit::store(Dst& dst, uint32_t reg, uint32_t vector, hw::VectorDatum datum) {
    const Lanes& lanes = at(reg);
    DstTile& target = dst.math_tile(vector / kVectorsPerTile);
    Tile& tile = target.value();
    const bool is_rounded =
        datum == hw::VectorDatum::kFloat && dst.precision() == DstPrecision::kBfloat16;
    if (datum == hw::VectorDatum::kInteger && dst.precision() == DstPrecision::kBfloat16) {
        throw Fault(ErrorKind::kDataFormat,
                    "integers of vectors need 32-bit datums in DST (fp32_dest_acc)");
    }
    for (uint32_t lane = 0; lane < hw::kVectorLanes; ++lane) {
        if (!is_enabled(lane)) continue;
        const uint32_t bits = is_rounded ? to_bfloat16(lanes[lane]) : lanes[lane];
        tile.datums[datum_index(vector % kVectorsPerTile, lane)] = as_float(bits);
    }
    target.kind = datum == hw::VectorDatum::kFloat ? DatumKind::kFloat : DatumKind::kInteger;
}

void VectorUnit::execute(uint32_t operands) {
    const auto op = static_cast<VectorOp>(operands & 0xFF);
    Lanes& d = at(operands >> 8 & 0xFF);
    const Lanes& a = at(operands >> 16 & 0xFF);
    const Lanes& b = at(operands >> 24);
    for (uint32_t lane = 0; lane < hw::kVectorLanes; ++lane) {
        if (op == VectorOp::kCopy && !is_enabled(lane)) continue;
        d[lane] = compute(op, lane, a[lane], b[lane]);
    }
}

void VectorUnit::change_condition(hw::VectorCondition change, uint32_t reg) {
    is_fresh_ = false;
    switch (change) {
        case hw::VectorCondition::kPush:
            if (conditions_.size() == hw::kMaxVectorConditions) {
                throw Fault(ErrorKind::kInstruction,
                            std::format("v_if is nested deeper than {}", hw::kMaxVectorConditions));
            }
            conditions_.push_back({enabled_, 0});
            return;
        case hw::VectorCondition::kRestrict: {
            const Lanes& lanes = at(reg);
            for (uint32_t lane = 0; lane < hw::kVectorLanes; ++lane) {
                if (lanes[lane] == 0) enabled_ &= ~(Mask{1} << lane);
            }
            innermost().taken |= enabled_;
            return;
        }
        case hw::VectorCondition::kOthers:
            enabled_ = innermost().outer & ~innermost().taken;
            return;
        case hw::VectorCondition::kPop:
            enabled_ = innermost().outer;
            conditions_.pop_back();
            return;
    }
    throw Fault(ErrorKind::kInstruction,
                std::format("vector condition {} is not defined", static_cast<uint32_t>(change)));
}

VectorUnit::Lanes& VectorUnit::at(uint32_t reg) {
    if (reg >= hw::kNumVectorRegisters) {
        throw Fault(ErrorKind::kInstruction,
                    std::format("vector register {}: there are {}; a kernel has too many vFloat, "
                                "vInt and vUInt alive at once",
                                reg, hw::kNumVectorRegisters));
    }
    is_fresh_ = false;
    return registers_[reg];
}

VectorUnit::Condition& VectorUnit::innermost() {
    if (conditions_.empty()) {
        throw Fault(ErrorKind::kInstruction, "v_else, v_elseif or v_endif without v_if");
    }
    return conditions_.back();
}

}  // namespace tt::sim
