// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Tensors on the host: made of values, read, converted.
#pragma once

#include <cstddef>
#include <span>

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// `values`: dense row-major elements of type `values_type`, copied and converted to `spec`.
// `pad_value` fills tiles at the edges. Throws std::invalid_argument when the number of values is
// not the volume of the shape.
Tensor host_tensor_from_values(std::span<const std::byte> values, DataType values_type,
                               const TensorSpec& spec, float pad_value = 0);

// Writes the elements of a host tensor to `values`: dense, row-major, without padding.
// Throws std::invalid_argument when `values` has another number of elements.
void copy_values(const Tensor& host_tensor, std::span<std::byte> values, DataType values_type);

// The same elements as `spec` wants them, whose shape may differ if its volume does not. Shares the
// bytes where neither their order nor their type changes.
Tensor host_tensor_to(const Tensor& host_tensor, const TensorSpec& spec);

}  // namespace ttnn
