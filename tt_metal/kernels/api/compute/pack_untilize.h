// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Tiles of DST to row-major strips: 32 rows of a matrix, side by side as in memory.
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/compute_hart.h"

// DST[dst] becomes tile number `column` of the strip, `strip_tiles` wide, at the back of `out_cb`.
inline void pack_untilize_tile(uint32_t dst, uint32_t out_cb, uint32_t strip_tiles,
                               uint32_t column) {
    if constexpr (kPacks) {
        tt::hw::issue<tt::hw::TensixOp::kPackUntilize>(dst | column << 8,
                                                       out_cb | strip_tiles << 8);
    }
}
