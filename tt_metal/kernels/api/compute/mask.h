// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[dst] where the tile after it is not 0, else 0 or infinity.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

template <auto...>
inline void mask_tile_init(auto...) {}

// `mask` is dst + 1.
inline void mask_tile(uint32_t dst, uint32_t mask, DataFormat format = DataFormat::Float16_b) {
    sfpu_run_as<SfpuFunction::k_mask>(format, dst, kAllOfTile, dst_tile(dst), dst_tile(mask));
}
inline void mask_posinf_tile(uint32_t dst, uint32_t mask) {
    sfpu_run<SfpuFunction::k_mask_posinf>(dst, kAllOfTile, dst_tile(dst), dst_tile(mask));
}

}  // namespace ckernel
