// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST[out] = DST[condition] is not 0 ? DST[yes] : DST[no].
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

SFPU_TERNARY(where_tile, k_where)
