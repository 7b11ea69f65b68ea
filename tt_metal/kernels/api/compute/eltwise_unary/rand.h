// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Uniform random numbers from `from` on, `scale` wide; both as bits of floats.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

inline void rand_tile_init(uint32_t seed) {
    if constexpr (kDoesMath) {
        tt::hw::issue<tt::hw::TensixOp::kSfpuSeed>(seed);
    }
}
inline void rand_tile(uint32_t dst, uint32_t from, uint32_t scale) {
    sfpu_run<SfpuFunction::k_rand>(dst, kAllOfTile, sfpu_random(), sfpu_scalar(from),
                                   sfpu_scalar(scale));
}

}  // namespace ckernel
