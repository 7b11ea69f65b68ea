// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Quotients of Int32, rounded down. Of x / 0 it is -1.
#pragma once

#include "api/compute/div_int32_sfpu.h"
#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_BINARY(div_int32_floor_tile, k_div_floor, Int32)

}  // namespace ckernel
