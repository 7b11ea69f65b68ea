// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// How tilize and untilize cut a batch of matrices into work: the host's side of
// kernels/strip_blocks.h, in the same order.
#pragma once

#include <algorithm>
#include <cstdint>

#include "ttnn/cpp/operations/core/device_program.hpp"
#include "ttnn/cpp/tensor/tensor_spec.hpp"

namespace ttnn {

// Blocks are parts of strips as high as tiles, at most kMaxTilesPerBlock tiles wide.
class StripBlocks {
 public:
    explicit StripBlocks(const MatrixBatch& matrices)
        : matrices_(matrices),
          width_tiles_(static_cast<uint32_t>(matrices.width_tiles())),
          tiles_per_block_(std::min(width_tiles_, kMaxTilesPerBlock)) {}

    uint32_t tiles_per_block() const { return tiles_per_block_; }
    uint64_t num_blocks() const {
        return matrices_.count * matrices_.height_tiles() * blocks_per_strip();
    }

    // The tile that block `index` begins with; for index == num_blocks() the number of all tiles.
    uint32_t first_tile(uint64_t index) const {
        return static_cast<uint32_t>(index / blocks_per_strip() * width_tiles_ +
                                     index % blocks_per_strip() * tiles_per_block_);
    }

    // As kernels take them.
    void add_to(CommonArguments& arguments) const {
        arguments.add(static_cast<uint32_t>(matrices_.height));
        arguments.add(static_cast<uint32_t>(matrices_.width));
        arguments.add(matrices_.tile_height);
        arguments.add(matrices_.tile_width);
        arguments.add(tiles_per_block_);
    }

 private:
    // Long rows make few and large transfers, but two blocks of float32 must fit into L1 twice.
    static constexpr uint32_t kMaxTilesPerBlock = 16;

    uint32_t blocks_per_strip() const {
        return (width_tiles_ + tiles_per_block_ - 1) / tiles_per_block_;
    }

    MatrixBatch matrices_;
    uint32_t width_tiles_;
    uint32_t tiles_per_block_;
};

}  // namespace ttnn
