// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Inverse of the error function.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY(erfinv_tile, k_erfinv, Float32)

}  // namespace ckernel
