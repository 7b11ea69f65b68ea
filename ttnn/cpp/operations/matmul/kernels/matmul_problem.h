// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What the kernels of a matrix product are told alike, first among their common arguments.
//
//   batch_rank, batch_extents (batch_rank words)
//   height, depth, width             of the product, and K, in tiles
//   block_height, block_width        of output in DST at a time, in tiles
//   block_depth                      steps along K in one slab
//   transpose_a, transpose_b         1: tiles of that operand are transposed on their way in
#pragma once

#include <stdint.h>

#include "ttnn/cpp/operations/core/kernels/common_arguments.h"
#include "ttnn/cpp/operations/matmul/kernels/output_blocks.h"

struct MatmulProblem {
    uint32_t batch_rank;
    const uint32_t* batch_extents;
    uint32_t height;
    uint32_t depth;
    uint32_t width;
    uint32_t block_height;
    uint32_t block_width;
    uint32_t block_depth;
    bool transpose_a;
    bool transpose_b;

    explicit MatmulProblem(CommonArguments& arguments)
        : batch_rank(arguments.word()),
          batch_extents(arguments.words(batch_rank)),
          height(arguments.word()),
          depth(arguments.word()),
          width(arguments.word()),
          block_height(arguments.word()),
          block_width(arguments.word()),
          block_depth(arguments.word()),
          transpose_a(arguments.word() != 0),
          transpose_b(arguments.word() != 0) {}

    OutputBlocks blocks(uint32_t first) const {
        return OutputBlocks(height, width, block_height, block_width, first);
    }
    uint32_t slab_depth(uint32_t k) const {
        return depth - k < block_depth ? depth - k : block_depth;
    }
};
