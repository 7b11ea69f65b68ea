// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// x.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_UNARY(identity_tile, k_identity, Float32)
SFPU_UNARY(identity_tile_int32, k_identity, Int32)
SFPU_UNARY(identity_tile_uint32, k_identity, UInt32)
SFPU_UNARY(identity_tile_uint16, k_identity, UInt16)

}  // namespace ckernel
