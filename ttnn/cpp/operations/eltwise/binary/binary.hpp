// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Elementwise operations on two tensors of one shape, dtype and device, in either layout.
//
// A row-major operand is tilized on the device first; the result is row-major when both are, else
// in tiles, in the memory of `a` unless given. Throws std::invalid_argument where a rule is broken;
// OutOfMemoryError; DeviceClosedError.
#pragma once

#include <optional>

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

Tensor add(const Tensor& a, const Tensor& b,
           std::optional<MemoryConfig> memory_config = std::nullopt);
Tensor subtract(const Tensor& a, const Tensor& b,
                std::optional<MemoryConfig> memory_config = std::nullopt);
Tensor multiply(const Tensor& a, const Tensor& b,
                std::optional<MemoryConfig> memory_config = std::nullopt);

}  // namespace ttnn
