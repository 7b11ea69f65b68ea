// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/eltwise/binary/binary.hpp"

#include <stdexcept>

#include "ttnn/cpp/operations/core/operands.hpp"
#include "ttnn/cpp/operations/core/to_layout.hpp"
#include "ttnn/cpp/operations/eltwise/binary/device/binary_program_factory.hpp"
#include "ttnn/cpp/tensor/transfer.hpp"

namespace ttnn {

namespace {

void require_same_shape(const Operand& a, const Operand& b) {
    if (a.tensor.shape() != b.tensor.shape()) {
        throw std::invalid_argument(a.name + " and " + b.name + ": " +
                                    a.tensor.shape().to_string() + " and " +
                                    b.tensor.shape().to_string() + "; shapes must be equal");
    }
}

Tensor binary(BinaryOperation operation, const Tensor& a, const Tensor& b,
              std::optional<MemoryConfig> memory_config) {
    const Operand operand_a{a, "input_tensor_a"};
    const Operand operand_b{b, "input_tensor_b"};
    require_on_device(operand_a);
    require_on_device(operand_b);
    require_same_device(operand_a, operand_b);
    require_same_dtype(operand_a, operand_b);
    require_same_shape(operand_a, operand_b);

    TensorSpec spec = a.spec();
    spec.layout = Layout::TILE;
    spec.memory_config = memory_config.value_or(spec.memory_config);
    const Tensor result = allocate_on_device(spec, a.device());
    run_binary(operation, to_layout(a, Layout::TILE), to_layout(b, Layout::TILE), result);
    const bool both_row_major = a.layout() == Layout::ROW_MAJOR && b.layout() == Layout::ROW_MAJOR;
    return both_row_major ? to_layout(result, Layout::ROW_MAJOR) : result;
}

}  // namespace

Tensor add(const Tensor& a, const Tensor& b, std::optional<MemoryConfig> memory_config) {
    return binary(BinaryOperation::kAdd, a, b, memory_config);
}

Tensor subtract(const Tensor& a, const Tensor& b, std::optional<MemoryConfig> memory_config) {
    return binary(BinaryOperation::kSubtract, a, b, memory_config);
}

Tensor multiply(const Tensor& a, const Tensor& b, std::optional<MemoryConfig> memory_config) {
    return binary(BinaryOperation::kMultiply, a, b, memory_config);
}

}  // namespace ttnn
