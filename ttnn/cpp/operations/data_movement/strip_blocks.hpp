// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// How tilize and untilize cut a batch of matrices into work: the host's side of
// kernels/strip_blocks.h, in the same order.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "ttnn/cpp/tensor/tensor_spec.hpp"

namespace ttnn {

// Blocks are parts of strips of 32 rows, at most kMaxTilesPerBlock tiles wide.
class StripBlocks {
 public:
    explicit StripBlocks(const MatrixBatch& matrices)
        : num_strips_(matrices.count * matrices.height_tiles()),
          height_(static_cast<uint32_t>(matrices.height)),
          width_(static_cast<uint32_t>(matrices.width)),
          width_tiles_(static_cast<uint32_t>(matrices.width_tiles())),
          tiles_per_block_(std::min(width_tiles_, kMaxTilesPerBlock)) {}

    uint32_t tiles_per_block() const { return tiles_per_block_; }
    uint32_t width() const { return width_; }
    // As kernels take them.
    std::vector<uint32_t> arguments() const {
        return {height_, width_, kTileSize, kTileSize, tiles_per_block_};
    }
    uint64_t num_blocks() const { return num_strips_ * blocks_per_strip(); }

    // The tile that block `index` begins with; for index == num_blocks() the number of all tiles.
    uint32_t first_tile(uint32_t index) const {
        return index / blocks_per_strip() * width_tiles_ +
               index % blocks_per_strip() * tiles_per_block_;
    }

 private:
    // Long rows make few and large transfers, but two blocks of float32 must fit into L1 twice.
    static constexpr uint32_t kMaxTilesPerBlock = 16;

    uint32_t blocks_per_strip() const {
        return (width_tiles_ + tiles_per_block_ - 1) / tiles_per_block_;
    }

    uint64_t num_strips_;
    uint32_t height_;
    uint32_t width_;
    uint32_t width_tiles_;
    uint32_t tiles_per_block_;
};

}  // namespace ttnn
