// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// How the output of a batched matmul is cut into blocks, as reader, compute and writer all see it.
// Blocks are numbered along the columns, then the rows, then the batch. Those at the lower and
// right edge are smaller. A core works on a run of them.
#pragma once

#include <stdint.h>

struct OutputBlock {
    uint32_t batch;
    uint32_t row;  // of its first tile
    uint32_t column;
    uint32_t num_rows;
    uint32_t num_columns;
};

class OutputBlocks {
 public:
    // All in tiles. `index` is the block to start with.
    OutputBlocks(uint32_t height, uint32_t width, uint32_t block_height, uint32_t block_width,
                 uint32_t index)
        : height_(height), width_(width), block_height_(block_height), block_width_(block_width) {
        const uint32_t blocks_across = (width + block_width - 1) / block_width;
        const uint32_t blocks_down = (height + block_height - 1) / block_height;
        column_ = index % blocks_across * block_width;
        row_ = index / blocks_across % blocks_down * block_height;
        batch_ = index / blocks_across / blocks_down;
    }

    OutputBlock operator*() const {
        return {batch_, row_, column_, smaller(block_height_, height_ - row_),
                smaller(block_width_, width_ - column_)};
    }

    void operator++() {
        column_ += block_width_;
        if (column_ < width_) {
            return;
        }
        column_ = 0;
        row_ += block_height_;
        if (row_ < height_) {
            return;
        }
        row_ = 0;
        ++batch_;
    }

 private:
    static uint32_t smaller(uint32_t a, uint32_t b) { return a < b ? a : b; }

    uint32_t height_;
    uint32_t width_;
    uint32_t block_height_;
    uint32_t block_width_;
    uint32_t batch_;
    uint32_t row_;
    uint32_t column_;
};
