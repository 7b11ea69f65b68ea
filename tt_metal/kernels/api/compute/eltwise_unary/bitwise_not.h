// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Int32 with all bits flipped.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY(bitwise_not_tile, k_bitwise_not, Int32)

}  // namespace ckernel
