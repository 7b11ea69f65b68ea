// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// log(1 + e^(beta x)) / beta, and x where beta x is above the threshold.
// Parameters: beta, 1/beta (unused) and threshold, as bits of floats.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

template <auto...>
inline void softplus_tile_init(auto...) {}
template <auto...>
inline void softplus_tile(uint32_t dst, uint32_t beta, uint32_t, uint32_t threshold,
                          int vector_mode = kAllOfTile) {
    sfpu_run<SfpuFunction::k_softplus>(dst, vector_mode, dst_tile(dst), sfpu_scalar(beta),
                                       sfpu_scalar(threshold));
}

}  // namespace ckernel
