// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/matmul/matmul.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "ttnn/cpp/operations/core/operands.hpp"
#include "ttnn/cpp/operations/matmul/device/matmul_program_factory.hpp"
#include "ttnn/cpp/tensor/transfer.hpp"

namespace ttnn {

namespace {

[[noreturn]] void refuse_shapes(const Operand& a, const Operand& b, const std::string& rule) {
    throw std::invalid_argument(a.name + " and " + b.name + ": " + a.tensor.shape().to_string() +
                                " and " + b.tensor.shape().to_string() + "; " + rule);
}

// The dimensions before the last two, with ones in front to make `count` of them.
std::vector<uint32_t> batch_extents(const Shape& shape, size_t count) {
    const auto batch = shape.extents().first(shape.rank() - 2);
    std::vector<uint32_t> extents(count, 1);
    std::ranges::copy_backward(batch, extents.end());
    return extents;
}

// Throws unless the operands fit; else gives the shape of their product.
Shape product_shape(const Operand& a, const Operand& b) {
    const Shape& shape_a = a.tensor.shape();
    const Shape& shape_b = b.tensor.shape();
    if (shape_a.rank() < 2 || shape_b.rank() < 2) {
        refuse_shapes(a, b, "both must be at least of rank 2");
    }
    if (shape_a[-1] != shape_b[-2]) {
        refuse_shapes(a, b,
                      "the last dimension of the first must be the last but one of the second");
    }
    const size_t batch_rank = std::max(shape_a.rank(), shape_b.rank()) - 2;
    std::vector<uint32_t> extents = batch_extents(shape_a, batch_rank);
    const std::vector<uint32_t> batch_b = batch_extents(shape_b, batch_rank);
    const bool one_serves_all =
        a.tensor.spec().matrices().count == 1 || b.tensor.spec().matrices().count == 1;
    if (extents != batch_b && !one_serves_all) {
        refuse_shapes(a, b, "the dimensions before the last two must be equal, or all 1 in one");
    }
    std::ranges::transform(extents, batch_b, extents.begin(), std::ranges::max);
    extents.push_back(shape_a[-2]);
    extents.push_back(shape_b[-1]);
    return Shape(extents);
}

}  // namespace

Tensor matmul(const Tensor& a, const Tensor& b, std::optional<MemoryConfig> memory_config) {
    const Operand operand_a{a, "input_tensor_a"};
    const Operand operand_b{b, "input_tensor_b"};
    require_on_device(operand_a);
    require_on_device(operand_b);
    require_same_device(operand_a, operand_b);
    require_same_dtype(operand_a, operand_b);
    require_layout(operand_a, Layout::TILE);
    require_layout(operand_b, Layout::TILE);

    TensorSpec spec = a.spec();
    spec.shape = product_shape(operand_a, operand_b);
    spec.memory_config = memory_config.value_or(spec.memory_config);
    const Tensor product = allocate_on_device(spec, a.device());
    run_matmul(a, b, product);
    return product;
}

}  // namespace ttnn
