// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Tensors on the host: made of plain arrays, turned back into them, and laid out anew.
#pragma once

#include <cstddef>
#include <span>

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// `values`: dense row-major elements of type `values_type`, copied and converted to `spec`.
// Throws std::invalid_argument when their number is not the volume of the shape.
Tensor host_tensor_from_values(std::span<const std::byte> values, DataType values_type,
                               const TensorSpec& spec);

// Writes the elements of a host tensor to `values`: dense, row-major, without padding.
// Throws std::invalid_argument when `values` has another number of elements.
void copy_values(const Tensor& host_tensor, std::span<std::byte> values, DataType values_type);

Tensor host_tensor_to_layout(const Tensor& host_tensor, Layout layout);

}  // namespace ttnn
