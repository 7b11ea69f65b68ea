// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The parameter (bits of a float) to the power of x.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_REVERSED_WITH_1(rpow_tile, k_power, Float32)

}  // namespace ckernel
