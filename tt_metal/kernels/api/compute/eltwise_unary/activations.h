// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The smaller activations in one.
#pragma once

#include "api/compute/eltwise_unary/celu.h"
#include "api/compute/eltwise_unary/hardshrink.h"
#include "api/compute/eltwise_unary/softshrink.h"
#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY(hardsigmoid_tile, k_hardsigmoid, Float32)
SFPU_UNARY(hardswish_tile, k_hardswish, Float32)
SFPU_UNARY(softsign_tile, k_softsign, Float32)
SFPU_UNARY(tanhshrink_tile, k_tanhshrink, Float32)
SFPU_UNARY_WITH_1(softcap_tile, k_softcap, Float32)

}  // namespace ckernel
