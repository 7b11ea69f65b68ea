// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Constants and registers that vector code names. Part of api/compute/sfpi.h.
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/sfpi_types.h"

namespace sfpi {

// ── Constants ──
// They take a register only where they are used.

template <uint32_t kBits>
struct FloatConstant {
    using Value = vFloat;
    operator vFloat() const { return vFloat(Register::of_bits(kBits)); }
    FloatConstant<kBits ^ 1u << 31> operator-() const { return {}; }
};
inline constexpr FloatConstant<0> vConst0;
inline constexpr FloatConstant<__builtin_bit_cast(uint32_t, 1.0f)> vConst1;
inline constexpr FloatConstant<__builtin_bit_cast(uint32_t, -1.0f)> vConstNeg1;
inline constexpr FloatConstant<__builtin_bit_cast(uint32_t, 0.8373f)> vConst0p8373;

// Twice the number of the lane, as upstream's.
inline constexpr struct TileIds {
    using Value = vInt;
    operator vInt() const {
        const Register none;
        const Register lanes(VectorOp::kLaneId, none, none);
        return vInt(Register(VectorOp::kAddInt, lanes, lanes));
    }
} vConstTileId;

// Three words that the kernel sets, each seen as a float and as an integer.
inline uint32_t programmed_constants[3];

template <typename Vector, typename Scalar, uint32_t kIndex>
struct ProgrammedConstant {
    using Value = Vector;
    operator Vector() const { return Vector(Register::of_bits(programmed_constants[kIndex])); }
    const ProgrammedConstant& operator=(Scalar value) const {
        programmed_constants[kIndex] = __builtin_bit_cast(uint32_t, value);
        return *this;
    }
};
inline constexpr ProgrammedConstant<vFloat, float, 0> vConstFloatPrgm0{};
inline constexpr ProgrammedConstant<vFloat, float, 1> vConstFloatPrgm1{};
inline constexpr ProgrammedConstant<vFloat, float, 2> vConstFloatPrgm2{};
inline constexpr ProgrammedConstant<vInt, int32_t, 0> vConstIntPrgm0{};
inline constexpr ProgrammedConstant<vInt, int32_t, 1> vConstIntPrgm1{};
inline constexpr ProgrammedConstant<vInt, int32_t, 2> vConstIntPrgm2{};

// ── Named registers ──
// What they hold stays until it is changed or the kernel ends.

enum class LRegs : uint8_t { LReg0, LReg1, LReg2, LReg3, LReg4, LReg5, LReg6, LReg7 };

class NamedRegister {
 public:
    using Value = vFloat;  // where nothing else is asked for

    explicit constexpr NamedRegister(LRegs name) : number_(static_cast<uint32_t>(name)) {}

    operator vFloat() const { return vFloat(Register::of_named(number_)); }
    operator vInt() const { return vInt(Register::of_named(number_)); }
    operator vUInt() const { return vUInt(Register::of_named(number_)); }

    template <typename Vector>
    const NamedRegister& operator=(const Vector& vector) const {
        vector.lanes().copy_to_named(number_);
        return *this;
    }
    const NamedRegister& operator=(float value) const { return *this = vFloat(value); }

 private:
    uint32_t number_;
};

inline constexpr struct NamedRegisters {
    constexpr NamedRegister operator[](LRegs name) const { return NamedRegister(name); }
} l_reg;

}  // namespace sfpi
