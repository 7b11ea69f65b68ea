// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Between floats and Int32 with a scale (a tile of floats, DST[b]) and a zero point (bits of a
// float, set by the init function).
//
// quant: round(x scale + zero point); dequant: (x + zero point) scale, for which the zero point is
// given negated; requant: round(x scale + zero point), of an Int32. DST[a] does not survive
// dequant and requant when out is DST[b].
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

inline uint32_t quant_zero_point;

inline void quant_tile_init(uint32_t zero_point) { quant_zero_point = zero_point; }
inline void requant_tile_init(uint32_t zero_point) { quant_zero_point = zero_point; }
inline void dequant_tile_init(uint32_t zero_point) { quant_zero_point = zero_point; }

inline void quant_tile(uint32_t a, uint32_t b, uint32_t out) {
    sfpu_run<SfpuFunction::k_quant>(out, kAllOfTile, dst_tile(a), dst_tile(b),
                                    sfpu_scalar(quant_zero_point));
}

// The floats of an Int32 tile; returns where they are.
inline uint32_t quant_to_floats(uint32_t a, uint32_t b, uint32_t out) {
    const uint32_t floats = out == b ? a : out;
    sfpu_run<SfpuFunction::k_to_float32, DataFormat::Int32>(floats, kAllOfTile, dst_tile(a));
    return floats;
}

inline void requant_tile(uint32_t a, uint32_t b, uint32_t out) {
    quant_tile(quant_to_floats(a, b, out), b, out);
}

inline void dequant_tile(uint32_t a, uint32_t b, uint32_t out) {
    const uint32_t floats = quant_to_floats(a, b, out);
    sfpu_run<SfpuFunction::k_add>(floats, kAllOfTile, dst_tile(floats),
                                  sfpu_scalar(quant_zero_point));
    sfpu_run<SfpuFunction::k_mul>(out, kAllOfTile, dst_tile(floats), dst_tile(b));
}

}  // namespace ckernel
