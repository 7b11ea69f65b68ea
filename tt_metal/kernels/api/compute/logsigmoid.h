// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// log(1 / (1 + e^-x)).
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

template <auto...>
inline void logsigmoid_tile_init(auto...) {}
// Upstream's form: the second operand, e^-x, is not needed here.
inline void logsigmoid_tile(uint32_t in, uint32_t, uint32_t out) {
    sfpu_run<SfpuFunction::k_logsigmoid>(out, kAllOfTile, dst_tile(in));
}

}  // namespace ckernel
