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
#include "tt_metal/kernels/internal/sfpi_constants.h"
#include "tt_metal/kernels/internal/sfpi_types.h"

namespace sfpi {

// ── Operators ──
// Where one side is a vector of floats, the other may be a float or a vector of DST, and so on.

namespace sfpi_internal {

template <typename T, typename Vector>
concept Constant = requires { requires __is_same(typename T::Value, Vector); };

}  // namespace sfpi_internal

template <typename T>
concept FloatVector =
    __is_same(T, vFloat) || __is_same(T, DstVector) || sfpi_internal::Constant<T, vFloat>;
template <typename T>
concept FloatOperand = FloatVector<T> || __is_same(T, float);
template <typename T>
concept IntVector = __is_same(T, vInt) || __is_same(T, vUInt) || sfpi_internal::Constant<T, vInt>;
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
    requires Constant<A, vInt>
struct Meeting<A, B> {
    using Type = vInt;
};
template <typename A, typename B>
    requires(!IntVector<A>)
struct Meeting<A, B> {
    using Type = typename Meeting<B, A>::Type;
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
        requires(!sfpi_internal::Constant<A, vInt>)               \
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
auto operator~(const A& a) {
    return a ^ vUInt(Register::of_bits(~0u));
}
template <IntVector A>
auto operator<<(const A& a, uint32_t bits) {
    using Type = typename sfpi_internal::Meeting<A, A>::Type;
    const Type vector = a;
    return Type(Register(VectorOp::kShiftLeft, vector.lanes(), Register::of_bits(bits)));
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
