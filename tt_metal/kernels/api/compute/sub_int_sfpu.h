// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[out] = DST[a] - DST[b] of integers, wrapping.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_BINARY_OF(sub_int_tile, k_sub)
SFPU_BINARY_INTEGERS(sub, _tile, k_sub)
SFPU_BINARY_OF(rsub_int_tile, k_rsub)
SFPU_BINARY_INTEGERS(rsub, _tile, k_rsub)

}  // namespace ckernel
