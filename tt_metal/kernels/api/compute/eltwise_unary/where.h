// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[out] = DST[condition] is not 0 ? DST[yes] : DST[no].
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_TERNARY(where_tile, k_where)
SFPU_TERNARY(where_fp32_tile, k_where)

template <auto...>
inline void where_int32_tile_init(auto...) {}
inline void where_int32_tile(uint32_t condition, uint32_t yes, uint32_t no, uint32_t out) {
    where_tile<DataFormat::Int32>(condition, yes, no, out);
}

}  // namespace ckernel
