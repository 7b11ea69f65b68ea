// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Tiles with rows and columns swapped, from a circular buffer.
#pragma once

#include <stdint.h>

#include "api/compute/common.h"
#include "api/compute/compute_kernel_hw_startup.h"
#include "tt_metal/kernels/internal/fpu.h"

namespace ckernel {

inline void transpose_wh_init(uint32_t in_cb, uint32_t out_cb = 16) {
    compute_kernel_hw_startup(in_cb, out_cb);
}
inline void transpose_wh_init_short(uint32_t) {}

inline void transpose_wh_tile(uint32_t in_cb, uint32_t in_tile, uint32_t dst) {
    fpu_unpack(in_cb, in_tile, tt::hw::kUnpackTransposeA);
    fpu_copy(dst);
}

}  // namespace ckernel
