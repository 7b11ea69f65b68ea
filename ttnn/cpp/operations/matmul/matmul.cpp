// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/matmul/matmul.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "ttnn/cpp/operations/matmul/device/matmul_program.hpp"
#include "ttnn/cpp/tensor/transfer.hpp"

namespace ttnn {

namespace {

[[noreturn]] void refuse_shapes(const Operand& a, const Operand& b, const std::string& rule) {
    throw std::invalid_argument(a.name + " and " + b.name + ": " + a.tensor.shape().to_string() +
                                " and " + b.tensor.shape().to_string() + "; " + rule);
}

[[noreturn]] void refuse(const Operand& operand, const std::string& value,
                         const std::string& rule) {
    throw std::invalid_argument(operand.name + ": " + value + "; " + rule);
}

void require_matrices(const Operand& operand) {
    require_on_device(operand);
    require_layout(operand, Layout::TILE);
    if (!is_floating_point(operand.tensor.dtype())) {
        refuse(operand, to_string(operand.tensor.dtype()), "a product is one of floats");
    }
    if (operand.tensor.spec().tile != Tile()) {
        refuse(operand, to_string(operand.tensor.spec().tile), "tiles must be of 32x32");
    }
}

// One operand as the product sees it: rows, columns and what comes before.
struct Factor {
    std::vector<uint32_t> batch;
    uint32_t rows;
    uint32_t columns;

    Factor(const Tensor& tensor, bool transpose) {
        const std::span<const uint32_t> extents = tensor.shape().extents();
        batch.assign(extents.begin(), extents.end() - 2);
        rows = extents[extents.size() - 2];
        columns = extents.back();
        if (transpose) std::swap(rows, columns);
    }
};

// With ones in front to make `rank` of them.
std::vector<uint32_t> aligned(const std::vector<uint32_t>& extents, size_t rank) {
    std::vector<uint32_t> result(rank, 1);
    std::ranges::copy_backward(extents, result.end());
    return result;
}

// Throws unless the operands fit; else gives the shape of their product.
Shape product_shape(const Operand& a, const Operand& b, const MatmulOptions& options) {
    if (a.tensor.shape().rank() < 2 || b.tensor.shape().rank() < 2) {
        refuse_shapes(a, b, "both must be at least of rank 2");
    }
    const Factor first(a.tensor, options.transpose_a);
    const Factor second(b.tensor, options.transpose_b);
    if (first.columns != second.rows) {
        refuse_shapes(a, b,
                      "the width of the first, " + std::to_string(first.columns) +
                          ", and the height of the second, " + std::to_string(second.rows) +
                          ", must be equal");
    }
    const size_t rank = std::max(first.batch.size(), second.batch.size());
    std::vector<uint32_t> extents = aligned(first.batch, rank);
    const std::vector<uint32_t> others = aligned(second.batch, rank);
    for (size_t i = 0; i < rank; ++i) {
        if (extents[i] != others[i] && extents[i] != 1 && others[i] != 1) {
            refuse_shapes(a, b, "the dimensions before the last two must be equal, or 1 in one");
        }
        extents[i] = extents[i] == 1 ? others[i] : extents[i];
    }
    extents.push_back(first.rows);
    extents.push_back(second.columns);
    return Shape(extents);
}

void require_bias(const Operand& bias, const Operand& a, uint32_t width) {
    require_matrices(bias);
    require_same_device(a, bias);
    const Shape& shape = bias.tensor.shape();
    if (shape.rank() == 0 || shape[-1] != width || shape.volume() != width) {
        refuse(
            bias, shape.to_string(),
            "must have " + std::to_string(width) +
                " elements in its last dimension, the width of the product, and 1 in the others");
    }
}

void require_output(const Operand& output, const Operand& a, const MatmulOptions& options,
                    const Shape& shape) {
    require_matrices(output);
    require_same_device(a, output);
    const TensorSpec& spec = output.tensor.spec();
    if (spec.shape != shape) {
        refuse(output, spec.shape.to_string(), "the product is of " + shape.to_string());
    }
    if (options.dtype && *options.dtype != spec.dtype) {
        refuse(output, to_string(spec.dtype), "dtype is " + to_string(*options.dtype));
    }
    if (options.memory_config && *options.memory_config != spec.memory_config) {
        refuse(output, to_string(spec.memory_config),
               "memory_config is " + to_string(*options.memory_config));
    }
}

void require_single_slot(const std::vector<SfpuStep>& steps) {
    for (const SfpuStep& step : steps) {
        const bool is_alone =
            step.out == 0 && std::ranges::all_of(step.operands, [](uint32_t code) {
                return code == 0 || code >= tt::hw::kSfpuRandom;
            });
        if (!is_alone)
            throw std::invalid_argument("activation: needs more than one value at a time");
    }
}

TensorSpec product_spec(const Operand& a, const MatmulOptions& options, const Shape& shape) {
    return {.shape = shape,
            .dtype = options.dtype.value_or(a.tensor.dtype()),
            .layout = Layout::TILE,
            .memory_config = options.memory_config.value_or(MemoryConfig())};
}

}  // namespace

Tensor matmul(const Operand& a, const Operand& b, const MatmulOptions& options) {
    require_matrices(a);
    require_matrices(b);
    require_same_device(a, b);
    require_single_slot(options.after);
    const Shape shape = product_shape(a, b, options);
    if (a.tensor.shape().volume() == 0 || b.tensor.shape().volume() == 0) {
        refuse_shapes(a, b, "both must have elements");
    }
    if (options.bias) require_bias(*options.bias, a, shape[-1]);
    if (options.output) require_output(*options.output, a, options, shape);
    const Tensor product =
        options.output ? options.output->tensor
                       : allocate_on_device(product_spec(a, options, shape), a.tensor.device());
    run_matmul(a.tensor, b.tensor, options, product);
    return product;
}

}  // namespace ttnn
