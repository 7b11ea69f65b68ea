// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// x where positive, else alpha (e^x - 1). Parameter: alpha, as bits of a float.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY_WITH_1(elu_tile, k_elu, Float32)

}  // namespace ckernel
