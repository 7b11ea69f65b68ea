// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Inits of kernels that work on tiles one by one. There is nothing to prepare: see
// compute_kernel_hw_startup.h.
#pragma once

#include <stdint.h>

#include "api/compute/compute_kernel_hw_startup.h"
#include "api/compute/sfpi.h"  // upstream's headers bring it

namespace ckernel {

inline void unary_op_init_common(uint32_t in_cb, uint32_t out_cb = 16) {
    compute_kernel_hw_startup(in_cb, out_cb);
}
inline void init_sfpu(uint32_t in_cb, uint32_t out_cb = 16) {
    compute_kernel_hw_startup(in_cb, out_cb);
}

}  // namespace ckernel
