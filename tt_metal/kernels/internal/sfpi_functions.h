// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Functions on vectors, and what applies vector code to the faces of tiles. Part of
// api/compute/sfpi.h.
#pragma once

#include <stdint.h>

#include "api/compute/sfpi.h"
#include "tt_metal/kernels/internal/sfpu.h"

namespace sfpi {

// ── Parts of floats ──

inline vInt exexp(const vFloat& x) {
    return vInt(Register(VectorOp::kExponent, x.lanes(), x.lanes()));
}
inline vInt exexp_nodebias(const vFloat& x) {
    return vInt(Register(VectorOp::kExponentBiased, x.lanes(), x.lanes()));
}
inline vInt exman8(const vFloat& x) {
    return vInt(Register(VectorOp::kMantissa8, x.lanes(), x.lanes()));
}
inline vInt exman9(const vFloat& x) {
    return vInt(Register(VectorOp::kMantissa9, x.lanes(), x.lanes()));
}

// x with another exponent, biased; with another mantissa, of 23 bits; with the sign of another.
inline vFloat setexp(const vFloat& x, const vInt& exponent) {
    return vFloat(Register(VectorOp::kSetExponentBiased, x.lanes(), exponent.lanes()));
}
inline vFloat setman(const vFloat& x, const vInt& mantissa) {
    return vFloat(Register(VectorOp::kSetMantissa, x.lanes(), mantissa.lanes()));
}
inline vFloat setsgn(const vFloat& x, const vFloat& sign) {
    return vFloat(Register(VectorOp::kSetSign, x.lanes(), sign.lanes()));
}
inline vFloat setsgn(const vFloat& x, int32_t is_negative) {
    return setsgn(x, reinterpret<vFloat>(vInt(is_negative << 31)));
}
inline vFloat addexp(const vFloat& x, int32_t exponent) {
    return setexp(x, exexp_nodebias(x) + exponent);
}
inline vFloat copysgn(const vFloat& x, const vFloat& sign) { return setsgn(x, sign); }

// ── Integers ──

inline vFloat abs(const vFloat& x) { return setsgn(x, 0); }
inline vInt abs(const vInt& x) { return vInt(Register(VectorOp::kAbsInt, x.lanes(), x.lanes())); }
template <typename Vector>
vInt lz(const Vector& x) {
    return vInt(Register(VectorOp::kCountLeadingZeros, x.lanes(), x.lanes()));
}
// To the left, or to the right, with zeros, if negative.
inline vUInt shft(const vUInt& x, const vInt& bits) {
    return vUInt(Register(VectorOp::kShiftLeft, x.lanes(), bits.lanes()));
}

// ── Conversions ──
// To nearest even; what does not fit becomes the nearest that does.

inline vFloat int32_to_float(const vInt& x, int = 0) {
    return vFloat(Register(VectorOp::kIntToFloat, x.lanes(), x.lanes()));
}
inline vInt float_to_int32(const vFloat& x) {
    return vInt(Register(VectorOp::kFloatToInt, x.lanes(), x.lanes()));
}
inline vUInt float_to_uint16(const vFloat& x, int = 0) {
    return vUInt(Register(VectorOp::kFloatToUInt16, x.lanes(), x.lanes()));
}
inline vUInt float_to_uint8(const vFloat& x, int = 0) {
    return vUInt(Register(VectorOp::kFloatToUInt8, x.lanes(), x.lanes()));
}
// Within plus and minus 32767.
inline vInt float_to_int16(const vFloat& x, int = 0) {
    vInt result = float_to_int32(x);
    v_if(result > 32767) { result = 32767; }
    v_elseif(result < -32767) { result = -32767; }
    v_endif;
    return result;
}
inline vFloat float_to_fp16b(const vFloat& x, int = 0) {
    return vFloat(Register(VectorOp::kRoundToBfloat16, x.lanes(), x.lanes()));
}

// ── Pairs ──

// Afterwards no lane of `smaller` is above that of `larger`.
inline void vec_min_max(vFloat& smaller, vFloat& larger) {
    const vFloat minimum(Register(VectorOp::kMinFloat, smaller.lanes(), larger.lanes()));
    larger = vFloat(Register(VectorOp::kMaxFloat, smaller.lanes(), larger.lanes()));
    smaller = minimum;
}
inline void vec_swap(vFloat& a, vFloat& b) {
    const vFloat kept = a;
    a = b;
    b = kept;
}

// ── Numbers of 16 bits ──
// Of the bits as an integer, or of a float, which loses those that do not fit.

inline vFloat s2vFloat16b(uint32_t bits) { return vFloat(Register::of_bits(bits << 16)); }
inline vFloat s2vFloat16b(int bits) { return s2vFloat16b(static_cast<uint32_t>(bits)); }
inline vFloat s2vFloat16b(float value) {
    return s2vFloat16b(__builtin_bit_cast(uint32_t, value) >> 16);
}
// Five bits of exponent and ten of mantissa; those without a leading one are zero.
inline vFloat s2vFloat16a(uint32_t bits) {
    const uint32_t sign = (bits & 0x8000) << 16, rest = bits & 0x7FFF;
    return vFloat(
        Register::of_bits(rest < 1u << 10 ? sign : sign | ((rest << 13) + ((127 - 15) << 23))));
}
inline vFloat s2vFloat16a(int bits) { return s2vFloat16a(static_cast<uint32_t>(bits)); }
inline vFloat s2vFloat16a(float value) {
    return vFloat(Register::of_bits(__builtin_bit_cast(uint32_t, value) & ~0x1FFFu));
}

// ── Tables and approximations ──

namespace sfpi_internal {

inline vFloat table_number(const vUInt& byte) {
    return vFloat(Register(VectorOp::kTableNumber, byte.lanes(), byte.lanes()));
}

}  // namespace sfpi_internal

// a |x| + b, where the table for |x| below 1, below 2, or beyond has a in its second byte and b in
// its first.
inline vFloat lut_sign(const vFloat& x, const vUInt& below_1, const vUInt& below_2,
                       const vUInt& beyond, int = 0) {
    const vFloat magnitude = abs(x);
    vUInt table = beyond;
    v_if(magnitude < 1.0f) { table = below_1; }
    v_elseif(magnitude < 2.0f) { table = below_2; }
    v_endif;
    return sfpi_internal::table_number(table >> 8) * magnitude + sfpi_internal::table_number(table);
}
// The same with the sign of x.
inline vFloat lut(const vFloat& x, const vUInt& below_1, const vUInt& below_2, const vUInt& beyond,
                  int = 0) {
    return setsgn(lut_sign(x, below_1, below_2, beyond), x);
}

// 1 / x to about 20 bits, by Newton's steps from a guess that turns the exponent round.
inline vFloat approx_recip(const vFloat& x) {
    constexpr int32_t kGuess = 0x7EF311C7;
    const vFloat magnitude = abs(x);
    vFloat result = reinterpret<vFloat>(kGuess - reinterpret<vInt>(magnitude));
    for (int i = 0; i < 3; ++i) result = result * (2.0f - magnitude * result);
    v_if(magnitude < 0x1p-126f) { result = __builtin_inff(); }
    v_elseif(magnitude > 0x1p126f) { result = 0.0f; }
    v_endif;
    return setsgn(result, x);
}

}  // namespace sfpi

// ── Faces ──

namespace sfpi_internal {

inline constexpr uint32_t kVectorsPerTile = 32, kVectorsPerFace = 8;

// Calls the code for each of the faces, with dst_reg at the first vector of the face in the tile
// with index `tile`.
template <typename Code>
void for_faces(uint32_t tile, int vector_mode, Code code) {
    const uint32_t faces = sfpu_faces(vector_mode);
    for (uint32_t face = 0; face < 4; ++face) {
        if ((faces >> face & 1) == 0) continue;
        sfpi::dst_reg.go_to(tile * kVectorsPerTile + face * kVectorsPerFace);
        code();
    }
    sfpi::dst_reg.go_to(0);
}

}  // namespace sfpi_internal

// The code finds the tile at dst_reg[0].
template <bool = false, typename Code, typename... Args>
void _llk_math_eltwise_unary_sfpu_params_(Code code, uint32_t dst, int vector_mode = kAllOfTile,
                                          Args... args) {
    sfpi_internal::for_faces(dst, vector_mode, [&] { code(args...); });
}

// The code is told the tiles' indices, and finds tile i at dst_reg[32 * i].
template <bool = false, typename Code, typename... Args>
void _llk_math_eltwise_binary_sfpu_params_(Code code, uint32_t dst_a, uint32_t dst_b,
                                           uint32_t dst_out, int vector_mode = kAllOfTile,
                                           Args... args) {
    sfpi_internal::for_faces(0, vector_mode, [&] { code(dst_a, dst_b, dst_out, args...); });
}
template <bool = false, typename Code, typename... Args>
void _llk_math_eltwise_ternary_sfpu_params_(Code code, uint32_t dst_a, uint32_t dst_b,
                                            uint32_t dst_c, uint32_t dst_out,
                                            int vector_mode = kAllOfTile, Args... args) {
    sfpi_internal::for_faces(0, vector_mode, [&] { code(dst_a, dst_b, dst_c, dst_out, args...); });
}
