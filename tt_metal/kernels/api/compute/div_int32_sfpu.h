// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Quotients of Int32 towards zero. Of x / 0 it is -1.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_BINARY(div_int32_trunc_tile, k_div_trunc, Int32)

}  // namespace ckernel
