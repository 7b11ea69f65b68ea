// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Rectifiers. Parameter: limit or slope, as bits of a float (of an integer in those for integers).
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

SFPU_UNARY(relu_tile, k_relu, Float32)
SFPU_UNARY(relu_tile_int32, k_relu, Int32)
SFPU_UNARY(relu_tile_uint16, k_relu, UInt16)
SFPU_UNARY(relu_tile_uint32, k_relu, UInt32)
SFPU_UNARY_WITH_1(relu_max_tile, k_relu_max, Float32)
SFPU_UNARY_WITH_1(relu_max_tile_int32, k_relu_max, Int32)
SFPU_UNARY_WITH_1(relu_max_tile_uint16, k_relu_max, UInt16)
SFPU_UNARY_WITH_1(relu_max_tile_uint32, k_relu_max, UInt32)
SFPU_UNARY_WITH_1(relu_min_tile, k_max, Float32)
SFPU_UNARY_WITH_1(relu_min_tile_int32, k_max, Int32)
SFPU_UNARY_WITH_1(relu_min_tile_uint16, k_max, UInt16)
SFPU_UNARY_WITH_1(relu_min_tile_uint32, k_max, UInt32)
SFPU_UNARY_WITH_1(leaky_relu_tile, k_leaky_relu, Float32)
