// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The parameter (bits of a float) and x, the other way round.
#pragma once

#include "api/compute/eltwise_unary/rsub.h"
#include "tt_metal/kernels/internal/sfpu.h"

SFPU_REVERSED_WITH_1(rdiv_tile, k_div, Float32)
