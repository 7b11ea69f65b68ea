// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Int32 shifted left by the parameter; by more than 31: 0.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY_WITH_1(left_shift_tile, k_left_shift, Int32)

}  // namespace ckernel
