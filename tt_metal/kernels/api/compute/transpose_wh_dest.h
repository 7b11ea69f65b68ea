// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Swaps rows and columns of what DST holds.
#pragma once

#include <stdint.h>

#include "api/compute/common.h"
#include "tt_metal/kernels/internal/fpu.h"

namespace ckernel {

template <bool is_32bit = false>
inline void transpose_wh_dest_init_short() {}

template <bool is_32bit = false>
inline void transpose_wh_dest(uint32_t dst) {
    fpu_math<tt::hw::TensixOp::kMathTranspose>(dst);
}

}  // namespace ckernel
