// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The functions that upstream keeps together.
//
// Where a function may be asked to be approximate, it is exact all the same.
#pragma once

#include "api/compute/common.h"
#include "api/compute/eltwise_unary/comp.h"
#include "api/compute/sfpi.h"  // upstream's headers bring it
#include "api/compute/topk.h"
#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY(tanh_tile, k_tanh, Float32)
SFPU_UNARY(log_tile, k_log, Float32)
SFPU_UNARY(signbit_tile, k_signbit, Float32)
SFPU_UNARY(abs_tile, k_abs, Float32)
SFPU_UNARY(sign_tile, k_sign, Float32)
SFPU_UNARY(square_tile, k_square, Float32)
SFPU_UNARY(exp2_tile, k_exp2, Float32)
SFPU_UNARY(expm1_tile, k_expm1, Float32)
SFPU_UNARY(silu_tile, k_silu, Float32)
SFPU_UNARY(abs_tile_int32, k_abs, Int32)
SFPU_UNARY(sign_tile_int32, k_sign, Int32)
SFPU_UNARY(signbit_tile_int32, k_signbit, Int32)
SFPU_UNARY(square_tile_int32, k_square, Int32)
SFPU_UNARY(square_tile_uint32, k_square, UInt32)
SFPU_UNARY(square_tile_uint16, k_square, UInt16)

template <auto...>
inline void sigmoid_tile_init(auto...) {}
template <auto kVectorMode = kAllOfTile, auto...>
inline void sigmoid_tile(uint32_t dst) {
    sfpu_run<SfpuFunction::k_sigmoid>(dst, static_cast<int>(kVectorMode), dst_tile(dst));
}

// Logarithm times a scale: bits of a float, or, below 0x10000, of an fp16 number. The fp16 numbers
// nearest to 1/log(2) and 1/log(10) stand for just these.
template <auto...>
inline void log_with_base_tile_init(auto...) {}
template <auto...>
inline void log_with_base_tile(uint32_t dst, uint32_t base_scale) {
    constexpr uint32_t kBase2 = 0x3DC5, kBase10 = 0x36F3;
    if (base_scale == kBase2) {
        return sfpu_run<SfpuFunction::k_log2>(dst, kAllOfTile, dst_tile(dst));
    }
    if (base_scale == kBase10) {
        return sfpu_run<SfpuFunction::k_log10>(dst, kAllOfTile, dst_tile(dst));
    }
    const uint32_t scale =
        base_scale < 0x10000 ? (base_scale << 13) + ((127 - 15) << 23) : base_scale;
    sfpu_run<SfpuFunction::k_log>(dst, kAllOfTile, dst_tile(dst));
    sfpu_run<SfpuFunction::k_mul>(dst, kAllOfTile, dst_tile(dst), sfpu_scalar(scale));
}

// x to a power: bits of a float, or a small integer. (Integers below 2^23 are the bits of
// denormals, which nobody raises to.)
template <auto...>
inline void power_tile_init(auto...) {}
template <auto...>
inline void power_tile(uint32_t dst, uint32_t exponent) {
    const SfpuScalar scalar =
        exponent < (1u << 23) ? sfpu_scalar(static_cast<float>(exponent)) : sfpu_scalar(exponent);
    sfpu_run<SfpuFunction::k_power>(dst, kAllOfTile, dst_tile(dst), scalar);
}
template <auto...>
inline void power_iterative_tile_init(auto...) {}
template <auto...>
inline void power_iterative_tile(uint32_t dst, uint32_t exponent) {
    power_tile(dst, exponent);
}

// DST[a] = the larger of DST[a] and DST[b].
template <auto...>
inline void max_tile_init(auto...) {}
template <auto...>
inline void max_tile(uint32_t a, uint32_t b, int vector_mode = kAllOfTile) {
    sfpu_run<SfpuFunction::k_max>(a, vector_mode, dst_tile(a), dst_tile(b));
}

}  // namespace ckernel
