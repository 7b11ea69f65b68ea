// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Tiles in DST reduced by the SFPU, which rounds float32 once per addition where the FPU's reduce
// would take TF32, and reduces integers too.
#pragma once

#include <stdint.h>

#include "api/compute/reduce.h"
#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

constexpr SfpuFunction sfpu_pool_function(PoolType pool) {
    return pool == PoolType::MAX ? SfpuFunction::k_max : SfpuFunction::k_add;
}

template <PoolType, DataFormat>
inline void sfpu_reduce_init() {}

// The first row (REDUCE_COL) or column (REDUCE_ROW) of DST[dst] = all of its rows or columns
// together; the rest is zero.
template <PoolType kPool, DataFormat kFormat, ReduceDim kDim>
inline void sfpu_reduce(uint32_t dst) {
    static_assert(kPool != PoolType::AVG, "multiply the sum by one over the number of datums");
    static_assert(kDim != ReduceDim::REDUCE_SCALAR, "reduce the columns, then the rows");
    constexpr tt::hw::SfpuCommand kCommand{sfpu_pool_function(kPool), kFormat, 0};
    sfpu_reduce_encoded(dst, reduced_part(kDim), tt::hw::kTileHeight, kCommand.encode());
}

}  // namespace ckernel
