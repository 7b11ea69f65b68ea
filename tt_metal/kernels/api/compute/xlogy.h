// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[out] = a log(b), 0 where a is.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_BINARY(xlogy_binary_tile, k_xlogy, Float32)

}  // namespace ckernel
