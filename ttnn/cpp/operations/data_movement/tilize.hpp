// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Row-major to tiles, on the device.
#pragma once

#include <optional>

#include "ttnn/cpp/operations/data_movement/fill.hpp"
#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// The last two dimensions are padded to whole tiles. The result lies in the memory of
// `input_tensor` and is of its dtype unless others are given; floats may become other floats,
// rounded once. Throws std::invalid_argument unless `input_tensor` is row-major and on a device,
// and for a dtype that is not as above; OutOfMemoryError; DeviceClosedError.
Tensor tilize(const Tensor& input_tensor, std::optional<MemoryConfig> memory_config = std::nullopt,
              std::optional<DataType> dtype = std::nullopt, FillValue pad_value = int64_t{0},
              const std::optional<Tile>& tile = std::nullopt);

}  // namespace ttnn
