// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// x clamp(x/2 + 1, 0, 1).
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY(hardmish_tile, k_hardmish, Float32)

}  // namespace ckernel
