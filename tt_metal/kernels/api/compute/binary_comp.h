// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// 1 where DST[a] compares so with DST[b], else 0.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_BINARY_INTEGERS(eq, _tile, k_eq)
SFPU_BINARY_INTEGERS(ne, _tile, k_ne)
SFPU_BINARY_INTEGERS(lt, _tile, k_lt)
SFPU_BINARY_INTEGERS(le, _tile, k_le)
SFPU_BINARY_INTEGERS(gt, _tile, k_gt)
SFPU_BINARY_INTEGERS(ge, _tile, k_ge)

}  // namespace ckernel
