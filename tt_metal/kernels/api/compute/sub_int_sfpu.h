// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[out] = DST[a] - DST[b] of integers, wrapping.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

SFPU_BINARY_OF(sub_int_tile, k_sub)
SFPU_BINARY(sub_int32_tile, k_sub, Int32)
SFPU_BINARY(sub_uint32_tile, k_sub, UInt32)
SFPU_BINARY(sub_uint16_tile, k_sub, UInt16)
SFPU_BINARY_OF(rsub_int_tile, k_rsub)
SFPU_BINARY(rsub_int32_tile, k_rsub, Int32)
SFPU_BINARY(rsub_uint32_tile, k_rsub, UInt32)
SFPU_BINARY(rsub_uint16_tile, k_rsub, UInt16)
