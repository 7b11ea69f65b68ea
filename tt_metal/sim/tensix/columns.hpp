// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What the SFPU does along the columns of tiles: running sums, and steps of sorting networks.
// Misuse throws Fault.
#pragma once

#include <array>
#include <cstdint>

#include "tt_metal/hw/data_format.h"
#include "tt_metal/hw/sfpu.h"
#include "tt_metal/sim/tensix/dst.hpp"

namespace tt::sim {

// The sum of each column so far, as bits of a float or of an integer.
using ColumnSums = std::array<uint32_t, hw::kTileWidth>;

// Every datum becomes the sum of those above it, itself, and what the sums begin with; the sums end
// as its last row. Floats are added in fp32, one after the other; integers wrap.
void add_up(DstTile& tile, ColumnSums& sums);

// 64 rows of datums, and as many of payloads.
struct SortedTiles {
    std::array<DstTile*, 2> datums;
    std::array<DstTile*, 2> payloads;
};

// Floats are ordered by sign and magnitude: -0 is below 0, and a NaN is beyond infinity. Of equals,
// the one with the smaller payload counts as the larger, so that no order is left to chance.
void exchange(const SortedTiles& tiles, hw::SfpuSortStep step);

}  // namespace tt::sim
