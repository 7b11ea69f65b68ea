// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/tile.hpp>

#include <algorithm>
#include <bit>
#include <stdexcept>
#include <string>

namespace tt::tt_metal {
namespace {

void check_shape(Tile::Shape shape) {
    const auto [height, width] = shape;
    const bool has_height = std::has_single_bit(height) && height <= hw::kTileHeight;
    const bool has_width = width == hw::kFaceWidth || width == hw::kTileWidth;
    if (has_height && has_width) return;
    throw std::invalid_argument("tile_shape " + std::to_string(height) + " x " +
                                std::to_string(width) +
                                ": a tile has 1, 2, 4, 8, 16 or 32 rows and 16 or 32 columns");
}

}  // namespace

Tile::Tile(Shape tile_shape, bool transpose_tile)
    : shape_(tile_shape),
      face_shape_{std::min(tile_shape[0], hw::kFaceHeight), hw::kFaceWidth},
      transposed_(transpose_tile) {
    check_shape(tile_shape);
    if (transpose_tile && tile_shape[0] < hw::kFaceHeight) {
        throw std::invalid_argument("transpose_tile: a tile of " + std::to_string(tile_shape[0]) +
                                    " rows cannot be transposed, as its faces are not square");
    }
}

}  // namespace tt::tt_metal
