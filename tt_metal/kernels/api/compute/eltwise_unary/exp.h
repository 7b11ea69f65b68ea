// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// e^x. Exact, whether or not it is asked to be approximate.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

enum class InputClamping : uint8_t { ClampToNegative, None };

template <auto...>
inline void exp_tile_init(auto...) {}

// With scaling, of x times the scale: the upper half of the bits of a float.
template <bool approx = false, bool fast_and_approx = true, bool scale_en = false, auto...>
inline void exp_tile(uint32_t dst, int vector_mode = kAllOfTile, uint16_t scale = 0x3F80) {
    if constexpr (scale_en) {
        sfpu_run<SfpuFunction::k_mul>(dst, vector_mode, dst_tile(dst),
                                      sfpu_scalar(uint32_t{scale} << 16));
    }
    sfpu_run<SfpuFunction::k_exp>(dst, vector_mode, dst_tile(dst));
}

}  // namespace ckernel
