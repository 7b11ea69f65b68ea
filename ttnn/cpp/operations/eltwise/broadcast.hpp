// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Broadcasting as NumPy does it: shapes are aligned at their last dimension, and an extent of 1 is
// repeated. In tiles that is a walk with strides, and a part of each tile that is repeated over it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tt_metal/hw/instructions.h"
#include "ttnn/cpp/operations/core/operands.hpp"
#include "ttnn/cpp/tensor/tensor_spec.hpp"

namespace ttnn {

// Throws std::invalid_argument, with names and shapes, unless there is one.
Shape broadcast_shape(std::span<const Operand> operands);

struct TileBroadcast {
    struct Operand {
        std::vector<uint32_t> strides;  // in tiles, one for each extent
        tt::hw::TilePart part;          // of each tile
    };

    std::vector<uint32_t> extents;  // of the result in tiles, in as few dimensions as will do
    std::vector<Operand> operands;
};

// Of operands whose shapes broadcast to that of the result; all have tiles of one shape.
TileBroadcast broadcast_tiles(std::span<const Shape> operands, const Shape& result,
                              const Tile& tile);

}  // namespace ttnn
