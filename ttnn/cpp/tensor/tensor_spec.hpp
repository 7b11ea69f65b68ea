// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Everything about a tensor but its values, and what follows from it: padding and pages.
//
// A tensor is stored as a batch of matrices: the last two dimensions are height and width, all
// dimensions before them are folded into the batch; a missing dimension counts as 1. In TILE layout
// each matrix is padded at its lower and right edge to whole tiles.
#pragma once

#include <cstdint>

#include "ttnn/cpp/tensor/shape.hpp"
#include "ttnn/cpp/tensor/types.hpp"

namespace ttnn {

inline constexpr uint32_t kTileSize = 32;
inline constexpr uint32_t kTileElements = kTileSize * kTileSize;

constexpr uint64_t tiles_to_cover(uint64_t extent) { return (extent + kTileSize - 1) / kTileSize; }

struct MatrixBatch {
    uint64_t count;
    uint64_t height;
    uint64_t width;

    uint64_t height_tiles() const { return tiles_to_cover(height); }
    uint64_t width_tiles() const { return tiles_to_cover(width); }
    uint64_t num_rows() const { return count * height; }
    uint64_t num_tiles() const { return count * height_tiles() * width_tiles(); }
};

struct TensorSpec {
    Shape shape;
    DataType dtype = DataType::BFLOAT16;
    Layout layout = Layout::ROW_MAJOR;
    MemoryConfig memory_config = {};

    MatrixBatch matrices() const;

    // In TILE layout at least of rank 2, for a tile has two dimensions.
    Shape padded_shape() const;

    // A page is what lies in one bank as a whole: a tile, or one row of a row-major tensor.
    uint64_t page_size_bytes() const;
    uint64_t num_pages() const;
    uint64_t size_bytes() const { return page_size_bytes() * num_pages(); }

    bool operator==(const TensorSpec&) const = default;
};

}  // namespace ttnn
