// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Int32 xor the parameter, bit by bit.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY_WITH_1(bitwise_xor_tile, k_bitwise_xor, Int32)

}  // namespace ckernel
