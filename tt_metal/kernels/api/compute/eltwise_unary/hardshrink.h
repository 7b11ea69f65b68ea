// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// x beyond lambda from 0, else 0. Parameter: lambda, as bits of a float.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY_WITH_1(hardshrink_tile, k_hardshrink, Float32)

}  // namespace ckernel
