// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Int32 shifted right by the parameter, repeating the sign; by more than 31 as by 31, by less than
// 0: 0.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

template <auto...>
inline void right_shift_tile_init(auto...) {}
template <auto...>
inline void right_shift_tile(uint32_t dst, uint32_t count, int vector_mode = kAllOfTile) {
    const uint32_t clamped = static_cast<int32_t>(count) > 31 ? 31 : count;
    sfpu_run<SfpuFunction::k_right_shift, DataFormat::Int32>(dst, vector_mode, dst_tile(dst),
                                                             sfpu_scalar(clamped));
}

}  // namespace ckernel
