// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[out] = DST[a] * DST[b] of integers, wrapping.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

SFPU_BINARY_OF(mul_int_tile, k_mul)
SFPU_BINARY(mul_int32_tile, k_mul, Int32)
SFPU_BINARY(mul_uint32_tile, k_mul, UInt32)
SFPU_BINARY(mul_uint16_tile, k_mul, UInt16)
