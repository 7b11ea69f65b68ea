// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The matrix product.
#pragma once

#include <optional>

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// a: [..., M, K]; b: [..., K, N]. The batches are equal, or one operand has a single matrix, which
// then serves every matrix of the other. Both in tiles, of one dtype, on one device. Gives
// [..., M, N] in tiles, in the memory of `a` unless given. Sums are float32, in ascending order of
// K. Throws std::invalid_argument where a rule is broken; OutOfMemoryError; DeviceClosedError.
Tensor matmul(const Tensor& a, const Tensor& b,
              std::optional<MemoryConfig> memory_config = std::nullopt);

}  // namespace ttnn
