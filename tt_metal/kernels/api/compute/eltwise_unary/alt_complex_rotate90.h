// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Neighbours (a, b) become (-b, a).
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY(alt_complex_rotate90_tile, k_alt_complex_rotate90, Float32)

}  // namespace ckernel
