// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Vector code of one's own on DST, in the style of upstream's sfpi: 32 lanes at a time.
//
//     vFloat x = dst_reg[0];
//     v_if (x < 0.0f) { x = 0.0f; } v_endif;
//     dst_reg[0] = x;
//     dst_reg++;
//
// Inside of v_if, assignments and writes of dst_reg reach the lanes for which the condition holds.
// Arithmetic is IEEE 754 fp32, each operation rounded to nearest even; a product and a sum are two.
// The code runs on the math hart: MATH((...)), or #ifdef TRISC_MATH.
#pragma once

#include "tt_metal/kernels/internal/compute_hart.h"

#if defined(TRISC_MATH)
#include "tt_metal/kernels/internal/vector_register.h"

namespace sfpi {

using vector_internal::Register;
using vector_internal::VectorDatum;
using vector_internal::VectorOp;

class vFloat;
class vInt;
class vUInt;

// What v_if takes: for each lane, whether.
class vCondition {
 public:
    explicit vCondition(const Register& lanes) : lanes_(lanes) {}
    const Register& lanes() const { return lanes_; }

    vCondition operator&&(const vCondition& other) const {
        return vCondition({VectorOp::kAnd, lanes_, other.lanes_});
    }
    vCondition operator||(const vCondition& other) const {
        return vCondition({VectorOp::kOr, lanes_, other.lanes_});
    }
    vCondition operator!() const { return vCondition({VectorOp::kNot, lanes_, lanes_}); }

 private:
    Register lanes_;
};

// ── Types ──

class vFloat {
 public:
    static constexpr VectorDatum kDatum = VectorDatum::kFloat;

    vFloat() = default;
    vFloat(float value) : lanes_(Register::of_bits(__builtin_bit_cast(uint32_t, value))) {}
    explicit vFloat(const Register& lanes) : lanes_(lanes) {}
    const Register& lanes() const { return lanes_; }

    vFloat operator-() const {
        return vFloat({VectorOp::kXor, lanes_, Register::of_bits(1u << 31)});
    }
    vFloat& operator+=(const vFloat& other);
    vFloat& operator-=(const vFloat& other);
    vFloat& operator*=(const vFloat& other);

 private:
    Register lanes_;
};

// vInt and vUInt differ in comparisons and in shifts to the right.
class vInt {
 public:
    static constexpr VectorDatum kDatum = VectorDatum::kInteger;
    static constexpr VectorOp kLess = VectorOp::kLessInt, kLessEqual = VectorOp::kLessEqualInt;
    static constexpr VectorOp kShiftRight = VectorOp::kShiftRightArithmetic;

    vInt() = default;
    vInt(int32_t value) : lanes_(Register::of_bits(static_cast<uint32_t>(value))) {}
    explicit vInt(const Register& lanes) : lanes_(lanes) {}
    inline vInt(const vUInt& other);
    const Register& lanes() const { return lanes_; }

    vInt operator-() const { return vInt({VectorOp::kSubtractInt, Register::of_bits(0), lanes_}); }

 private:
    Register lanes_;
};

class vUInt {
 public:
    static constexpr VectorDatum kDatum = VectorDatum::kInteger;
    static constexpr VectorOp kLess = VectorOp::kLessUInt, kLessEqual = VectorOp::kLessEqualUInt;

    vUInt() = default;
    vUInt(uint32_t value) : lanes_(Register::of_bits(value)) {}
    explicit vUInt(const Register& lanes) : lanes_(lanes) {}
    vUInt(const vInt& other) : lanes_(other.lanes()) {}
    const Register& lanes() const { return lanes_; }

 private:
    Register lanes_;
};

inline vInt::vInt(const vUInt& other) : lanes_(other.lanes()) {}

// The same bits as another type.
template <typename To, typename From>
To reinterpret(const From& vector) {
    return To(vector.lanes());
}

// ── DST ──

// One vector of DST; reads and writes are as of the type on the other side.
class DstVector {
 public:
    explicit DstVector(uint32_t index) : index_(index) {}

    operator vFloat() const { return vFloat(Register::of_dst(index_)); }
    operator vInt() const { return vInt(Register::of_dst(index_)); }
    operator vUInt() const { return vUInt(Register::of_dst(index_)); }

    template <typename Vector>
    const DstVector& operator=(const Vector& vector) const {
        vector.lanes().store(index_, Vector::kDatum);
        return *this;
    }
    const DstVector& operator=(float value) const { return *this = vFloat(value); }
    const DstVector& operator=(const DstVector& other) const {
        return *this = static_cast<vFloat>(other);
    }

 private:
    uint32_t index_;
};

// dst_reg[i] is the i-th vector from where the code stands; dst_reg++ goes on to the next.
class DstRegisters {
 public:
    DstVector operator[](int index) const {
        return DstVector(position_ + static_cast<uint32_t>(index));
    }
    void operator++(int) { ++position_; }
    void operator++() { ++position_; }
    void operator+=(int vectors) { position_ += static_cast<uint32_t>(vectors); }
    void go_to(uint32_t vector) { position_ = vector; }

 private:
    uint32_t position_ = 0;
};

inline DstRegisters dst_reg;

// ── Operators ──
// Where one side is a vector of floats, the other may be a float or a vector of DST, and so on.

template <typename T>
concept FloatVector = __is_same(T, vFloat) || __is_same(T, DstVector);
template <typename T>
concept FloatOperand = FloatVector<T> || __is_same(T, float);
template <typename T>
concept IntVector = __is_same(T, vInt) || __is_same(T, vUInt);
template <typename T>
concept IntOperand = IntVector<T> || __is_same(T, int) || __is_same(T, unsigned);

template <typename A, typename B>
concept FloatOperands = FloatOperand<A> && FloatOperand<B> && (FloatVector<A> || FloatVector<B>);
template <typename A, typename B>
concept IntOperands = IntOperand<A> && IntOperand<B> && (IntVector<A> || IntVector<B>);

namespace sfpi_internal {

template <typename Vector>
Vector apply(VectorOp op, const Vector& a, const Vector& b) {
    return Vector(Register(op, a.lanes(), b.lanes()));
}
template <typename Vector>
vCondition compare(VectorOp op, const Vector& a, const Vector& b) {
    return vCondition(Register(op, a.lanes(), b.lanes()));
}
// The type in which integers meet: that of the vector on the left, or else on the right.
template <typename A, typename B>
struct Meeting {
    using Type = A;
};
template <typename A, typename B>
    requires(!IntVector<A>)
struct Meeting<A, B> {
    using Type = B;
};

}  // namespace sfpi_internal

#define SFPI_FLOAT_OPERATOR(symbol, op)                          \
    template <typename A, typename B>                            \
        requires FloatOperands<A, B>                             \
    vFloat operator symbol(const A& a, const B& b) {             \
        return sfpi_internal::apply<vFloat>(VectorOp::op, a, b); \
    }
SFPI_FLOAT_OPERATOR(+, kAddFloat)
SFPI_FLOAT_OPERATOR(-, kSubtractFloat)
SFPI_FLOAT_OPERATOR(*, kMultiplyFloat)
#undef SFPI_FLOAT_OPERATOR

#define SFPI_INT_OPERATOR(symbol, op)                             \
    template <typename A, typename B>                             \
        requires IntOperands<A, B>                                \
    auto operator symbol(const A& a, const B& b) {                \
        using Type = typename sfpi_internal::Meeting<A, B>::Type; \
        return sfpi_internal::apply<Type>(VectorOp::op, a, b);    \
    }                                                             \
    template <IntVector A, IntOperand B>                          \
    A& operator symbol## = (A & a, const B& b) {                  \
        return a = a symbol b;                                    \
    }
SFPI_INT_OPERATOR(+, kAddInt)
SFPI_INT_OPERATOR(-, kSubtractInt)
SFPI_INT_OPERATOR(&, kAnd)
SFPI_INT_OPERATOR(|, kOr)
SFPI_INT_OPERATOR(^, kXor)
#undef SFPI_INT_OPERATOR

template <IntVector A>
A operator~(const A& a) {
    return a ^ A(Register::of_bits(~0u));
}
template <IntVector A>
A operator<<(const A& a, uint32_t bits) {
    return A(Register(VectorOp::kShiftLeft, a.lanes(), Register::of_bits(bits)));
}
inline vInt operator>>(const vInt& a, uint32_t bits) {
    return vInt(Register(VectorOp::kShiftRightArithmetic, a.lanes(), Register::of_bits(bits)));
}
inline vUInt operator>>(const vUInt& a, uint32_t bits) {
    return vUInt(Register(VectorOp::kShiftLeft, a.lanes(), Register::of_bits(0u - bits)));
}

#define SFPI_COMPARISON(symbol, float_op, int_op, swapped)               \
    template <typename A, typename B>                                    \
        requires FloatOperands<A, B>                                     \
    vCondition operator symbol(const A& a, const B& b) {                 \
        return swapped ? sfpi_internal::compare<vFloat>(float_op, b, a)  \
                       : sfpi_internal::compare<vFloat>(float_op, a, b); \
    }                                                                    \
    template <typename A, typename B>                                    \
        requires IntOperands<A, B>                                       \
    vCondition operator symbol(const A& a, const B& b) {                 \
        using Type = typename sfpi_internal::Meeting<A, B>::Type;        \
        return swapped ? sfpi_internal::compare<Type>(int_op, b, a)      \
                       : sfpi_internal::compare<Type>(int_op, a, b);     \
    }
SFPI_COMPARISON(<, VectorOp::kLessFloat, Type::kLess, false)
SFPI_COMPARISON(>, VectorOp::kLessFloat, Type::kLess, true)
SFPI_COMPARISON(<=, VectorOp::kLessEqualFloat, Type::kLessEqual, false)
SFPI_COMPARISON(>=, VectorOp::kLessEqualFloat, Type::kLessEqual, true)
SFPI_COMPARISON(==, VectorOp::kEqualFloat, VectorOp::kEqualInt, false)
#undef SFPI_COMPARISON

template <typename A, typename B>
    requires(FloatOperands<A, B> || IntOperands<A, B>)
vCondition operator!=(const A& a, const B& b) {
    return !(a == b);
}

inline vFloat& vFloat::operator+=(const vFloat& other) { return *this = *this + other; }
inline vFloat& vFloat::operator-=(const vFloat& other) { return *this = *this - other; }
inline vFloat& vFloat::operator*=(const vFloat& other) { return *this = *this * other; }

// ── Constants ──
// Functions in disguise, as a register is taken for each.

#define vConst0 ::sfpi::vFloat(0.0f)
#define vConst1 ::sfpi::vFloat(1.0f)
#define vConstNeg1 ::sfpi::vFloat(-1.0f)
#define vConst0p8373 ::sfpi::vFloat(0.8373f)
// Twice the number of the lane, as upstream's.
#define vConstTileId (::sfpi::vInt(::sfpi::Register(::sfpi::VectorOp::kLaneId, {}, {})) << 1)

}  // namespace sfpi

// ── Conditions ──

#define v_if(condition)                          \
    {                                            \
        ::vector_internal::Scope scope_of_lanes; \
        ::sfpi::vCondition(condition).lanes().restrict_lanes();
#define v_elseif(condition)  \
    scope_of_lanes.others(); \
    ::sfpi::vCondition(condition).lanes().restrict_lanes();
#define v_else scope_of_lanes.others();
#define v_endif }
#define v_block \
    {           \
        ::vector_internal::Scope scope_of_lanes;
#define v_and(condition) ::sfpi::vCondition(condition).lanes().restrict_lanes();
#define v_endblock }

#include "tt_metal/kernels/internal/sfpi_functions.h"
#endif
