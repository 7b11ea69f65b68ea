// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Inverse of the error function.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

SFPU_UNARY(erfinv_tile, k_erfinv, Float32)
