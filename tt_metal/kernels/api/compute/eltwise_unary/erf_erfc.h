// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Error function and its complement.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY(erf_tile, k_erf, Float32)
SFPU_UNARY(erfc_tile, k_erfc, Float32)

}  // namespace ckernel
