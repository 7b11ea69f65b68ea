// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// 1 where DST[a] compares so with DST[b], else 0.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

SFPU_BINARY(eq_int32_tile, k_eq, Int32)
SFPU_BINARY(eq_uint32_tile, k_eq, UInt32)
SFPU_BINARY(eq_uint16_tile, k_eq, UInt16)
SFPU_BINARY(ne_int32_tile, k_ne, Int32)
SFPU_BINARY(ne_uint32_tile, k_ne, UInt32)
SFPU_BINARY(ne_uint16_tile, k_ne, UInt16)
SFPU_BINARY(lt_int32_tile, k_lt, Int32)
SFPU_BINARY(lt_uint32_tile, k_lt, UInt32)
SFPU_BINARY(lt_uint16_tile, k_lt, UInt16)
SFPU_BINARY(le_int32_tile, k_le, Int32)
SFPU_BINARY(le_uint32_tile, k_le, UInt32)
SFPU_BINARY(le_uint16_tile, k_le, UInt16)
SFPU_BINARY(gt_int32_tile, k_gt, Int32)
SFPU_BINARY(gt_uint32_tile, k_gt, UInt32)
SFPU_BINARY(gt_uint16_tile, k_gt, UInt16)
SFPU_BINARY(ge_int32_tile, k_ge, Int32)
SFPU_BINARY(ge_uint32_tile, k_ge, UInt32)
SFPU_BINARY(ge_uint16_tile, k_ge, UInt16)
