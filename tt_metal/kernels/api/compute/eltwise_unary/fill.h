// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// One value for all datums.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

template <auto...>
inline void fill_tile_init(auto...) {}

template <auto...>
inline void fill_tile(uint32_t dst, float value) {
    sfpu_run<SfpuFunction::k_identity>(dst, kAllOfTile, sfpu_scalar(value));
}

// The bits of a float.
template <auto...>
inline void fill_tile_bitcast(uint32_t dst, uint32_t bits) {
    sfpu_run<SfpuFunction::k_identity>(dst, kAllOfTile, sfpu_scalar(bits));
}

template <DataFormat kFormat = DataFormat::Int32>
inline void fill_tile_int(uint32_t dst, uint32_t value) {
    sfpu_run<SfpuFunction::k_identity, kFormat>(dst, kAllOfTile, sfpu_scalar(value));
}

}  // namespace ckernel
