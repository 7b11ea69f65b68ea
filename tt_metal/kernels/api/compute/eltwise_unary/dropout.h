// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// 0 with a probability (of 2^31), else x times a scale (bits of a float).
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

inline void dropout_kernel_init(uint32_t seed) {
    if constexpr (kDoesMath) {
        tt::hw::issue<tt::hw::TensixOp::kSfpuSeed>(seed);
    }
}
inline void dropout_tile_init(uint32_t seed) { dropout_kernel_init(seed); }
inline void dropout_tile(uint32_t dst, uint32_t probability, uint32_t scale) {
    sfpu_run<SfpuFunction::k_dropout>(dst, kAllOfTile, dst_tile(dst), sfpu_random(),
                                      sfpu_scalar(probability), sfpu_scalar(scale));
}

}  // namespace ckernel
