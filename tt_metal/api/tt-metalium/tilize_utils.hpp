// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Matrices on the host, from rows to tiles and back. Names are upstream's, which has them in the
// global namespace.
//
//     a = tilize_nfaces(a, M, K);   // what the device wants of an M x K matrix
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "tt_metal/hw/data_format.h"

enum class TensorLayoutType : std::uint8_t {
    LIN_ROW_MAJOR,   // row by row
    TILED_SWIZZLED,  // tile by tile, each row by row
    TILED_NFACES,    // tile by tile, each face by face, as the device has them
};

namespace tilize_utils_internal {

// Where an element of a matrix lies. `width` of the matrix.
constexpr std::size_t place(TensorLayoutType layout, std::size_t row, std::size_t column,
                            std::size_t width) {
    using namespace tt::hw;
    if (layout == TensorLayoutType::LIN_ROW_MAJOR) return row * width + column;
    const std::size_t tile = row / kTileHeight * (width / kTileWidth) + column / kTileWidth;
    const std::size_t in_tile = tile * kTileElements;
    row %= kTileHeight;
    column %= kTileWidth;
    if (layout == TensorLayoutType::TILED_SWIZZLED) return in_tile + row * kTileWidth + column;
    const std::size_t face = row / kFaceHeight * (kTileWidth / kFaceWidth) + column / kFaceWidth;
    return in_tile + face * kFaceHeight * kFaceWidth + row % kFaceHeight * kFaceWidth +
           column % kFaceWidth;
}

inline void check_shape(std::size_t size, std::uint32_t height, std::uint32_t width) {
    const std::string shape = std::to_string(height) + " x " + std::to_string(width);
    if (height == 0 || width == 0 || height % tt::hw::kTileHeight != 0 ||
        width % tt::hw::kTileWidth != 0) {
        throw std::invalid_argument("matrix of " + shape + ": must be whole tiles of 32 x 32");
    }
    if (size % (std::size_t{height} * width) != 0) {
        throw std::invalid_argument("input: has " + std::to_string(size) +
                                    " elements, but must be whole matrices of " + shape);
    }
}

}  // namespace tilize_utils_internal

// The matrices of height x width elements in `input`, one after another, in another layout. Throws
// std::invalid_argument unless they are whole tiles, and `input` whole matrices.
template <typename T>
std::vector<T> convert_layout(std::span<const T> input, std::uint32_t height, std::uint32_t width,
                              TensorLayoutType from, TensorLayoutType to) {
    using tilize_utils_internal::place;
    tilize_utils_internal::check_shape(input.size(), height, width);
    std::vector<T> output(input.size());
    const std::size_t size = std::size_t{height} * width;
    for (std::size_t matrix = 0; matrix < input.size(); matrix += size) {
        for (std::size_t row = 0; row < height; ++row) {
            for (std::size_t column = 0; column < width; ++column) {
                output[matrix + place(to, row, column, width)] =
                    input[matrix + place(from, row, column, width)];
            }
        }
    }
    return output;
}

template <typename T>
std::vector<T> tilize_nfaces(const std::vector<T>& input, std::uint32_t m, std::uint32_t n) {
    return convert_layout<T>(input, m, n, TensorLayoutType::LIN_ROW_MAJOR,
                             TensorLayoutType::TILED_NFACES);
}

template <typename T>
std::vector<T> untilize_nfaces(const std::vector<T>& input, std::uint32_t m, std::uint32_t n) {
    return convert_layout<T>(input, m, n, TensorLayoutType::TILED_NFACES,
                             TensorLayoutType::LIN_ROW_MAJOR);
}

template <typename T>
std::vector<T> tilize_swizzled(const std::vector<T>& input, std::uint32_t m, std::uint32_t n) {
    return convert_layout<T>(input, m, n, TensorLayoutType::LIN_ROW_MAJOR,
                             TensorLayoutType::TILED_SWIZZLED);
}

template <typename T>
std::vector<T> untilize_swizzled(const std::vector<T>& input, std::uint32_t m, std::uint32_t n) {
    return convert_layout<T>(input, m, n, TensorLayoutType::TILED_SWIZZLED,
                             TensorLayoutType::LIN_ROW_MAJOR);
}

// Of whole tiles.
template <typename T>
std::vector<T> convert_layout_tile_swizzled_to_tile_nfaces(std::span<const T> tiles) {
    return convert_layout<T>(tiles, tt::hw::kTileHeight, tt::hw::kTileWidth,
                             TensorLayoutType::TILED_SWIZZLED, TensorLayoutType::TILED_NFACES);
}

template <typename T>
std::vector<T> convert_layout_tile_nfaces_to_tile_swizzled(std::span<const T> tiles) {
    return convert_layout<T>(tiles, tt::hw::kTileHeight, tt::hw::kTileWidth,
                             TensorLayoutType::TILED_NFACES, TensorLayoutType::TILED_SWIZZLED);
}
