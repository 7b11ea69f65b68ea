// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[out] = DST[a] + DST[b] of integers, wrapping.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_BINARY_OF(add_int_tile, k_add)
SFPU_BINARY_INTEGERS(add, _tile, k_add)

}  // namespace ckernel
