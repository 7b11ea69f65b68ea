// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Running sums down the columns of tiles that follow each other.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

SFPU_INIT(cumsum_tile)

// Each datum of DST[dst] becomes the sum of those above it and itself; unless the tile is the
// first, together with all of the tiles before it. Sums are fp32, or integers that wrap; what a
// tile of 16-bit datums keeps of them is rounded, what the next goes on with is not.
inline void cumsum_tile([[maybe_unused]] uint32_t dst, [[maybe_unused]] bool first = true) {
    if constexpr (kDoesMath) {
        tt::hw::issue<tt::hw::TensixOp::kSfpuCumulate>(dst, first);
    }
}

}  // namespace ckernel
