// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// How a batch of row-major matrices is cut into blocks for tilize and untilize. A strip is as many
// rows of one matrix as a tile has, the last one of a matrix padded; a block is a strip's part of
// tiles_per_block tiles, the last one of a strip smaller. Blocks are numbered along the strip, then
// down the strips of all matrices, so the tiles of a run of blocks are a run of tiles too.
#pragma once

#include <stdint.h>

#include "ttnn/cpp/operations/core/kernels/common_arguments.h"

struct StripBlock {
    uint32_t first_row;  // of the whole batch
    uint32_t num_rows;   // without padding
    uint32_t first_column;
    uint32_t num_columns;  // without padding
    uint32_t num_tiles;
};

class StripBlocks {
 public:
    // Common arguments: rows and columns of a matrix, rows and columns of a tile, tiles_per_block.
    explicit StripBlocks(CommonArguments& arguments)
        : height_(arguments.word()),
          width_(arguments.word()),
          tile_height_(arguments.word()),
          tile_width_(arguments.word()),
          tiles_per_block_(arguments.word()),
          width_tiles_((width_ + tile_width_ - 1) / tile_width_),
          blocks_per_strip_((width_tiles_ + tiles_per_block_ - 1) / tiles_per_block_),
          strips_per_matrix_((height_ + tile_height_ - 1) / tile_height_) {}

    StripBlock operator[](uint32_t index) const {
        const uint32_t strip = index / blocks_per_strip_;
        const uint32_t row = strip % strips_per_matrix_ * tile_height_;  // in its matrix
        const uint32_t tile = index % blocks_per_strip_ * tiles_per_block_;
        const uint32_t num_tiles = smaller(tiles_per_block_, width_tiles_ - tile);
        const uint32_t column = tile * tile_width_;
        return {
            .first_row = strip / strips_per_matrix_ * height_ + row,
            .num_rows = smaller(tile_height_, height_ - row),
            .first_column = column,
            .num_columns = smaller(num_tiles * tile_width_, width_ - column),
            .num_tiles = num_tiles,
        };
    }

    uint32_t tile_height() const { return tile_height_; }
    uint32_t tile_width() const { return tile_width_; }
    uint32_t tiles_per_block() const { return tiles_per_block_; }
    // Of an element, in the order of all.
    uint32_t flat(uint32_t row, uint32_t column) const { return row * width_ + column; }

 private:
    static uint32_t smaller(uint32_t a, uint32_t b) { return a < b ? a : b; }

    uint32_t height_;
    uint32_t width_;
    uint32_t tile_height_;
    uint32_t tile_width_;
    uint32_t tiles_per_block_;
    uint32_t width_tiles_;
    uint32_t blocks_per_strip_;
    uint32_t strips_per_matrix_;
};
