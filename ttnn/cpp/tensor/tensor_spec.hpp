// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What a tensor is apart from its values, and how many bytes they take in which pages.
//
// A tensor is stored as a batch of matrices: the last two dimensions are height and width, all
// dimensions before them are folded into the batch; a missing dimension counts as 1. In TILE layout
// each matrix is padded at its lower and right edge to whole tiles.
#pragma once

#include <array>
#include <cstdint>

#include "ttnn/cpp/tensor/shape.hpp"
#include "ttnn/cpp/tensor/types.hpp"

namespace ttnn {

inline constexpr uint32_t kTileSize = 32;
inline constexpr uint32_t kTileElements = kTileSize * kTileSize;

constexpr uint64_t tiles_to_cover(uint64_t extent, uint32_t tile_extent = kTileSize) {
    return (extent + tile_extent - 1) / tile_extent;
}

struct MatrixBatch {
    uint64_t count;
    uint64_t height;
    uint64_t width;
    uint32_t tile_height = kTileSize;
    uint32_t tile_width = kTileSize;

    uint64_t height_tiles() const { return tiles_to_cover(height, tile_height); }
    uint64_t width_tiles() const { return tiles_to_cover(width, tile_width); }
    uint32_t tile_elements() const { return tile_height * tile_width; }
    uint64_t num_rows() const { return count * height; }
    uint64_t num_tiles() const { return count * height_tiles() * width_tiles(); }
};

struct TensorSpec {
    Shape shape;
    DataType dtype = DataType::BFLOAT16;
    Layout layout = Layout::ROW_MAJOR;
    MemoryConfig memory_config = {};
    Tile tile = Tile();  // of a tiled tensor

    // Throws std::invalid_argument unless such a tensor can be: block floats are in tiles, a
    // sharded one says how, in shards that hold whole pages and fit the cores they go to.
    void check() const;

    MatrixBatch matrices() const;

    // In TILE layout at least of rank 2, for a tile has two dimensions.
    Shape padded_shape() const;

    // A page is what lies in one bank as a whole: a tile, or the part of a row-major row that lies
    // in one shard, which is all of it unless shards are narrower.
    std::array<uint32_t, 2> page_shape() const;  // height, width
    uint64_t pages_per_row() const;
    uint64_t page_size_bytes() const;
    uint64_t num_pages() const;

    // Of the elements on the host: tiles, or rows without padding.
    uint64_t size_bytes() const;

    // How the buffer is spread over the banks. Throws std::invalid_argument as check() does.
    tt::tt_metal::BufferShardingArgs sharding() const;

    bool operator==(const TensorSpec&) const = default;
};

std::string to_string(const TensorSpec& spec);  // "TensorSpec(...)"

}  // namespace ttnn
