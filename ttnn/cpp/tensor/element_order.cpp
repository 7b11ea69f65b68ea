// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/element_order.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <string>

namespace ttnn {

namespace {

constexpr uint64_t kFaceSize = 16;
constexpr uint64_t kFaceElements = kFaceSize * kFaceSize;

void require_size(size_t actual, uint64_t elements, uint32_t element_size, const char* what) {
    if (actual != elements * element_size) {
        throw std::invalid_argument(std::string(what) + " holds " + std::to_string(actual) +
                                    " bytes, but its matrices need " +
                                    std::to_string(elements * element_size));
    }
}

// Elements between the start of a matrix's tiles and that of row `row` of the face column `face`.
uint64_t tiled_offset(uint64_t row, uint64_t face_column, uint64_t width_tiles) {
    const uint64_t tile = (row / kTileSize) * width_tiles + face_column / 2;
    const uint64_t face = (row % kTileSize) / kFaceSize * 2 + face_column % 2;
    return tile * kTileElements + face * kFaceElements + row % kFaceSize * kFaceSize;
}

// Calls visit(row_major_element, tiled_element, num_elements) for each run of at most one face row,
// the longest that both orders keep together.
template <typename Visit>
void for_each_run(const MatrixBatch& matrices, Visit visit) {
    const uint64_t width_tiles = matrices.width_tiles();
    const uint64_t tiled_matrix = matrices.height_tiles() * width_tiles * kTileElements;
    for (uint64_t matrix = 0; matrix < matrices.count; ++matrix) {
        for (uint64_t row = 0; row < matrices.height; ++row) {
            const uint64_t row_start = (matrix * matrices.height + row) * matrices.width;
            for (uint64_t column = 0; column < matrices.width; column += kFaceSize) {
                const uint64_t tiled =
                    matrix * tiled_matrix + tiled_offset(row, column / kFaceSize, width_tiles);
                visit(row_start + column, tiled, std::min(kFaceSize, matrices.width - column));
            }
        }
    }
}

bool is_padded(const MatrixBatch& matrices) {
    return matrices.height % kTileSize != 0 || matrices.width % kTileSize != 0;
}

}  // namespace

void tilize(std::span<const std::byte> row_major, std::span<std::byte> tiled,
            const MatrixBatch& matrices, uint32_t element_size) {
    require_size(row_major.size(), matrices.num_rows() * matrices.width, element_size, "row_major");
    require_size(tiled.size(), matrices.num_tiles() * kTileElements, element_size, "tiled");
    if (is_padded(matrices)) {
        std::ranges::fill(tiled, std::byte{0});
    }
    for_each_run(matrices, [&](uint64_t source, uint64_t target, uint64_t elements) {
        std::memcpy(&tiled[target * element_size], &row_major[source * element_size],
                    elements * element_size);
    });
}

void untilize(std::span<const std::byte> tiled, std::span<std::byte> row_major,
              const MatrixBatch& matrices, uint32_t element_size) {
    require_size(row_major.size(), matrices.num_rows() * matrices.width, element_size, "row_major");
    require_size(tiled.size(), matrices.num_tiles() * kTileElements, element_size, "tiled");
    for_each_run(matrices, [&](uint64_t target, uint64_t source, uint64_t elements) {
        std::memcpy(&row_major[target * element_size], &tiled[source * element_size],
                    elements * element_size);
    });
}

}  // namespace ttnn
