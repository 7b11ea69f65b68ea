// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The device program of one pass of a reduction.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "tt_metal/hw/instructions.h"
#include "ttnn/cpp/operations/eltwise/sfpu_chain.hpp"
#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// The tiles of a tensor as [outer, reduced, inner], of which the middle becomes one.
struct TileRuns {
    uint32_t outer;
    uint32_t reduced;
    uint32_t inner;
    tt::hw::TilePart part = tt::hw::TilePart::kAll;  // that remains of a tile
    uint32_t last_count = tt::hw::kTileHeight;       // rows or columns that count in the last one
    uint32_t chunk = 0;                              // tiles of a part of a run; 0: runs are whole

    uint32_t tiles_per_chunk() const { return chunk == 0 ? reduced : chunk; }
    uint32_t chunks() const { return (reduced + tiles_per_chunk() - 1) / tiles_per_chunk(); }
    uint32_t num_units() const { return outer * inner * chunks(); }
};

// In as many chunks that `num_cores` have work, if there are enough tiles.
TileRuns cut_for(TileRuns runs, uint32_t num_cores);

struct FoldSteps {
    SfpuStep fold;                 // of slots 0 and 1 to slot 0
    std::vector<SfpuStep> before;  // on each tile
    std::vector<SfpuStep> after;   // on each result
};

// `result` has a tile for each unit, in the order [outer, inner, chunk]. Waits.
void run_reduction(const Tensor& input, const TileRuns& runs, const FoldSteps& steps,
                   const Tensor& result, const std::optional<CoreRangeSet>& cores);

}  // namespace ttnn
