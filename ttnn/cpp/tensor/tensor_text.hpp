// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A tensor as people read it: its values, shortened when there are many, and its spec.
#pragma once

#include <string>

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// "ttnn.Tensor([[1.00000, 2.00000]], shape=Shape([1, 2]), dtype=..., layout=...)". `values` are the
// row-major elements as float32. Long dimensions show their first and last three entries.
std::string to_string(std::span<const float> values, const TensorSpec& spec);

// The same with `note` in place of the values.
std::string to_string(const std::string& note, const TensorSpec& spec);

}  // namespace ttnn
