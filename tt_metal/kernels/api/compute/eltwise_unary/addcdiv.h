// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[out] = a + value b / c; value as bits of a float.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

template <auto...>
inline void addcdiv_tile_init(auto...) {}
template <DataFormat kFormat = DataFormat::Float32>
inline void addcdiv_tile(uint32_t a, uint32_t b, uint32_t c, uint32_t out, uint32_t value) {
    sfpu_run<SfpuFunction::k_addcdiv, kFormat>(out, kAllOfTile, dst_tile(a), dst_tile(b),
                                               dst_tile(c), sfpu_scalar(value));
}

}  // namespace ckernel
