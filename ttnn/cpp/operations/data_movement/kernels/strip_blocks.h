// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// How a batch of row-major matrices is cut into blocks for tilize and untilize. A strip is 32 rows
// of one matrix, the last one of a matrix padded; a block is a strip's part of tiles_per_block
// tiles, the last one of a strip smaller. Blocks are numbered along the strip, then down the strips
// of all matrices, so the tiles of a run of blocks are a run of tiles too.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/data_format.h"

struct StripBlock {
    uint32_t first_row;   // of the whole batch, so it is the page index
    uint32_t num_rows;    // without padding
    uint32_t first_tile;  // within the strip
    uint32_t num_tiles;
};

class StripBlocks {
 public:
    // `matrix_height` in rows, `width` and `tiles_per_block` in tiles.
    StripBlocks(uint32_t matrix_height, uint32_t width, uint32_t tiles_per_block)
        : matrix_height_(matrix_height),
          width_(width),
          tiles_per_block_(tiles_per_block),
          blocks_per_strip_((width + tiles_per_block - 1) / tiles_per_block),
          strips_per_matrix_((matrix_height + tt::hw::kTileHeight - 1) / tt::hw::kTileHeight) {}

    StripBlock operator[](uint32_t index) const {
        const uint32_t strip = index / blocks_per_strip_;
        const uint32_t row = strip % strips_per_matrix_ * tt::hw::kTileHeight;  // in its matrix
        const uint32_t first_tile = index % blocks_per_strip_ * tiles_per_block_;
        return {
            .first_row = strip / strips_per_matrix_ * matrix_height_ + row,
            .num_rows = smaller(tt::hw::kTileHeight, matrix_height_ - row),
            .first_tile = first_tile,
            .num_tiles = smaller(tiles_per_block_, width_ - first_tile),
        };
    }

 private:
    static uint32_t smaller(uint32_t a, uint32_t b) { return a < b ? a : b; }

    uint32_t matrix_height_;
    uint32_t width_;
    uint32_t tiles_per_block_;
    uint32_t blocks_per_strip_;
    uint32_t strips_per_matrix_;
};
