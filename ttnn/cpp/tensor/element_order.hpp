// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The order of elements in memory, on the host: row-major to tiles and back, bit for bit.
//
// A tile is cut into faces of 16 columns and at most 16 rows, ordered (0,0) (0,1) (1,0) (1,1),
// row-major within a face; tiles of a matrix follow each other row-major. Edge tiles are padded.
// Source: tile format in Tenstorrent's public documentation of the Tensix core.
#pragma once

#include <cstddef>
#include <span>

#include "ttnn/cpp/tensor/tensor_spec.hpp"

namespace ttnn {

// The spans must have exactly the sizes of `matrices` in their layouts; std::invalid_argument if
// not. `padding` is one element.
void tilize(std::span<const std::byte> row_major, std::span<std::byte> tiled,
            const MatrixBatch& matrices, std::span<const std::byte> padding);
void untilize(std::span<const std::byte> tiled, std::span<std::byte> row_major,
              const MatrixBatch& matrices, uint32_t element_size);

}  // namespace ttnn
