// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What every operation asks of its operands. Each check throws std::invalid_argument with the
// argument's name, its value and the rule.
#pragma once

#include <string>

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// An argument of an operation and the name by which its user knows it.
struct Operand {
    const Tensor& tensor;
    std::string name;
};

// Also throws std::runtime_error when the tensor was deallocated.
void require_on_device(const Operand& operand);
void require_same_device(const Operand& a, const Operand& b);
void require_same_dtype(const Operand& a, const Operand& b);
// Floats can become other floats on their way; integers stay what they are.
void require_convertible(DataType from, DataType to);
void require_layout(const Operand& operand, Layout layout);

}  // namespace ttnn
