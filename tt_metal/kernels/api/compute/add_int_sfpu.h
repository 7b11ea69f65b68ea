// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[out] = DST[a] + DST[b] of integers, wrapping.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

SFPU_BINARY_OF(add_int_tile, k_add)
SFPU_BINARY(add_int32_tile, k_add, Int32)
SFPU_BINARY(add_uint32_tile, k_add, UInt32)
SFPU_BINARY(add_uint16_tile, k_add, UInt16)
