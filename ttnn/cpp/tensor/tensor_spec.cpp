// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/tensor_spec.hpp"

#include <vector>

namespace ttnn {

MatrixBatch TensorSpec::matrices() const {
    const std::span<const uint32_t> extents = shape.extents();
    MatrixBatch batch{.count = 1, .height = 1, .width = 1};
    if (!extents.empty()) {
        batch.width = extents.back();
    }
    if (extents.size() >= 2) {
        batch.height = extents[extents.size() - 2];
        for (uint32_t extent : extents.first(extents.size() - 2)) {
            batch.count *= extent;
        }
    }
    return batch;
}

Shape TensorSpec::padded_shape() const {
    if (layout == Layout::ROW_MAJOR) {
        return shape;
    }
    std::vector<uint32_t> extents(shape.extents().begin(), shape.extents().end());
    while (extents.size() < 2) {
        extents.insert(extents.begin(), 1);
    }
    for (auto extent = extents.end() - 2; extent != extents.end(); ++extent) {
        *extent = static_cast<uint32_t>(tiles_to_cover(*extent) * kTileSize);
    }
    return Shape(extents);
}

uint64_t TensorSpec::page_size_bytes() const {
    const uint64_t elements = layout == Layout::TILE ? kTileElements : matrices().width;
    return elements * element_size_bytes(dtype);
}

uint64_t TensorSpec::num_pages() const {
    return layout == Layout::TILE ? matrices().num_tiles() : matrices().num_rows();
}

}  // namespace ttnn
