// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Tiles to row-major, on the device.
#pragma once

#include <optional>

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// The padding is cut off. The result lies in the memory of `input_tensor` unless given, and is of
// its dtype, or of BFLOAT16 if that is a block float; floats may become other floats, rounded once.
// Throws std::invalid_argument unless `input_tensor` is in tiles and on a device, and for a dtype
// that is not as above; OutOfMemoryError; DeviceClosedError.
Tensor untilize(const Tensor& input_tensor,
                std::optional<MemoryConfig> memory_config = std::nullopt,
                std::optional<DataType> dtype = std::nullopt);

// The same, written to a tensor of that shape on the same device, which is row-major and not of
// block floats.
void untilize_to(const Tensor& tiles, const Tensor& rows);

}  // namespace ttnn
