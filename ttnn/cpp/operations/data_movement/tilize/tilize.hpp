// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Row-major to tiles, on the device.
#pragma once

#include <optional>

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// The last two dimensions are padded with zeros to whole tiles. The result lies in the memory of
// `input_tensor` unless given. Throws std::invalid_argument unless `input_tensor` is row-major and
// on a device; OutOfMemoryError; DeviceClosedError.
Tensor tilize(const Tensor& input_tensor, std::optional<MemoryConfig> memory_config = std::nullopt);

}  // namespace ttnn
