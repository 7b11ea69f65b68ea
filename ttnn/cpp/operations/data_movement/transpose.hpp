// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The last two dimensions of a tiled tensor swapped, on the device.
#pragma once

#include <optional>

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// Bit for bit, but for block floats, which share their exponents along rows. The result lies in the
// memory of `input_tensor` unless given. Throws std::invalid_argument unless `input_tensor` has two
// dimensions, is in tiles that can be transposed (32x32, 16x32 and 32x16) and on a device;
// OutOfMemoryError; DeviceClosedError.
Tensor transpose_last_two(const Tensor& input_tensor,
                          std::optional<MemoryConfig> memory_config = std::nullopt);

}  // namespace ttnn
