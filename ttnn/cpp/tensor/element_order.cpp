// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/element_order.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <string>

namespace ttnn {

namespace {

void require_size(size_t actual, uint64_t elements, uint32_t element_size, const char* what) {
    if (actual != elements * element_size) {
        throw std::invalid_argument(std::string(what) + " holds " + std::to_string(actual) +
                                    " bytes, but its matrices need " +
                                    std::to_string(elements * element_size));
    }
}

// Where the rows of faces lie in tiles. A tile has faces of 16 columns and at most 16 rows.
class FaceRows {
 public:
    static constexpr uint64_t kFaceWidth = tt::hw::kFaceWidth;

    explicit FaceRows(const MatrixBatch& matrices)
        : width_tiles_(matrices.width_tiles()),
          tile_height_(matrices.tile_height),
          tile_elements_(matrices.tile_elements()),
          face_height_(std::min(matrices.tile_height, tt::hw::kFaceHeight)),
          faces_across_(matrices.tile_width / kFaceWidth) {}

    // Elements between the start of a matrix's tiles and that of row `row` of the face column.
    uint64_t offset(uint64_t row, uint64_t face_column) const {
        const uint64_t tile = (row / tile_height_) * width_tiles_ + face_column / faces_across_;
        const uint64_t face =
            row % tile_height_ / face_height_ * faces_across_ + face_column % faces_across_;
        return tile * tile_elements_ + face * face_height_ * kFaceWidth +
               row % face_height_ * kFaceWidth;
    }

 private:
    uint64_t width_tiles_;
    uint64_t tile_height_;
    uint64_t tile_elements_;
    uint64_t face_height_;
    uint64_t faces_across_;
};

// Calls visit(row_major_element, tiled_element, num_elements) for each run of at most one face row,
// the longest that both orders keep together.
template <typename Visit>
void for_each_run(const MatrixBatch& matrices, Visit visit) {
    const FaceRows faces(matrices);
    const uint64_t tiled_matrix =
        matrices.height_tiles() * matrices.width_tiles() * matrices.tile_elements();
    for (uint64_t matrix = 0; matrix < matrices.count; ++matrix) {
        for (uint64_t row = 0; row < matrices.height; ++row) {
            const uint64_t row_start = (matrix * matrices.height + row) * matrices.width;
            for (uint64_t column = 0; column < matrices.width; column += FaceRows::kFaceWidth) {
                const uint64_t tiled =
                    matrix * tiled_matrix + faces.offset(row, column / FaceRows::kFaceWidth);
                visit(row_start + column, tiled,
                      std::min(FaceRows::kFaceWidth, matrices.width - column));
            }
        }
    }
}

bool is_padded(const MatrixBatch& matrices) {
    return matrices.height % matrices.tile_height != 0 || matrices.width % matrices.tile_width != 0;
}

}  // namespace

void tilize(std::span<const std::byte> row_major, std::span<std::byte> tiled,
            const MatrixBatch& matrices, std::span<const std::byte> padding) {
    const auto element_size = static_cast<uint32_t>(padding.size());
    require_size(row_major.size(), matrices.num_rows() * matrices.width, element_size, "row_major");
    require_size(tiled.size(), matrices.num_tiles() * matrices.tile_elements(), element_size,
                 "tiled");
    if (is_padded(matrices)) {
        for (size_t i = 0; i < tiled.size(); ++i) tiled[i] = padding[i % element_size];
    }
    for_each_run(matrices, [&](uint64_t source, uint64_t target, uint64_t elements) {
        std::memcpy(&tiled[target * element_size], &row_major[source * element_size],
                    elements * element_size);
    });
}

void untilize(std::span<const std::byte> tiled, std::span<std::byte> row_major,
              const MatrixBatch& matrices, uint32_t element_size) {
    require_size(row_major.size(), matrices.num_rows() * matrices.width, element_size, "row_major");
    require_size(tiled.size(), matrices.num_tiles() * matrices.tile_elements(), element_size,
                 "tiled");
    for_each_run(matrices, [&](uint64_t target, uint64_t source, uint64_t elements) {
        std::memcpy(&row_major[target * element_size], &tiled[source * element_size],
                    elements * element_size);
    });
}

}  // namespace ttnn
