// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[out] = DST[in].
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

template <auto...>
inline void copy_dest_values_init(auto...) {}
template <DataFormat kFormat = DataFormat::Float32>
inline void copy_dest_values(uint32_t in, uint32_t out) {
    sfpu_run<SfpuFunction::k_identity, kFormat>(out, kAllOfTile, dst_tile(in));
}

}  // namespace ckernel
