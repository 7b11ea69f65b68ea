// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The shape of a tile: faces of 16 columns and at most 16 rows, one or two side by side and one
// or two below one another. The usual tile has 32 x 32 elements in four faces.
#pragma once

#include <array>
#include <cstdint>

#include <tt-metalium/tt_backend_api_types.hpp>

namespace tt::tt_metal {

class Tile {
 public:
    using Shape = std::array<std::uint32_t, 2>;  // height, width

    // transpose_tile: faces, and elements within them, are in the order of columns. Throws
    // std::invalid_argument unless the height is 1, 2, 4, 8, 16 or 32 and the width 16 or 32, and
    // for a transposed tile whose faces are not square.
    explicit Tile(Shape tile_shape = {hw::kTileHeight, hw::kTileWidth},
                  bool transpose_tile = false);

    std::uint32_t get_height() const { return shape_[0]; }
    std::uint32_t get_width() const { return shape_[1]; }
    Shape get_tile_shape() const { return shape_; }
    Shape get_face_shape() const { return face_shape_; }
    std::uint32_t get_tile_hw() const { return shape_[0] * shape_[1]; }
    std::uint32_t get_face_hw() const { return face_shape_[0] * face_shape_[1]; }
    std::uint32_t get_num_faces() const { return get_tile_hw() / get_face_hw(); }
    // Faces have fewer than 16 rows.
    bool get_partial_face() const { return face_shape_[0] < hw::kFaceHeight; }
    // There is one column of faces.
    bool get_narrow_tile() const { return shape_[1] < hw::kTileWidth; }
    bool get_transpose_within_face() const { return transposed_; }
    bool get_transpose_of_faces() const { return transposed_; }
    // Bytes of a tile of this shape.
    std::uint32_t get_tile_size(tt::DataFormat format) const {
        return hw::tile_size_bytes(format, shape_[0], shape_[1]);
    }

    friend bool operator==(const Tile&, const Tile&) = default;

 private:
    Shape shape_;
    Shape face_shape_;
    bool transposed_;
};

}  // namespace tt::tt_metal
