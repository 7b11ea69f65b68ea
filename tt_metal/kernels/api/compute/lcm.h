// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Least common multiple of Int32.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_BINARY(lcm_tile, k_lcm, Int32)

}  // namespace ckernel
