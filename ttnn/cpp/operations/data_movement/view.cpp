// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/data_movement/view.hpp"

#include <stdexcept>

namespace ttnn {

namespace {

TensorSpec with_shape(TensorSpec spec, const Shape& shape) {
    spec.shape = shape;
    return spec;
}

}  // namespace

bool can_view(const TensorSpec& spec, const Shape& shape) {
    if (spec.shape == shape) return true;
    if (spec.shape.volume() != shape.volume()) return false;
    // Shards of more dimensions than two cut other dimensions, too.
    if (spec.memory_config.nd_shard_spec) return false;
    const MatrixBatch before = spec.matrices();
    const MatrixBatch after = with_shape(spec, shape).matrices();
    if (before.width != after.width) return false;
    if (spec.layout == Layout::ROW_MAJOR || before.height == after.height) return true;
    return before.height % before.tile_height == 0 && after.height % after.tile_height == 0;
}

Tensor view(const Tensor& tensor, const Shape& shape) {
    if (!can_view(tensor.spec(), shape)) {
        throw std::invalid_argument("shape: " + shape.to_string() + "; the elements of " +
                                    tensor.shape().to_string() +
                                    " lie otherwise; use reshape, which moves them");
    }
    return tensor.viewed_as(with_shape(tensor.spec(), shape));
}

}  // namespace ttnn
