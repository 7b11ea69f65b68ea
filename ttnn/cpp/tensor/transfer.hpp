// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Tensors between the host and the memories of a device. Bytes move as they lie: layout and dtype
// stay what they are.
#pragma once

#include <memory>
#include <optional>

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// A tensor whose values are yet to be written. Throws std::invalid_argument as TensorSpec::check()
// does; OutOfMemoryError; DeviceClosedError.
Tensor allocate_on_device(const TensorSpec& spec, std::shared_ptr<Device> device);

// Copies a host tensor; one that is on `device` already is returned as it is. The memory is that of
// the tensor's own spec unless given. Throws std::invalid_argument when the tensor is on another
// device, or on this one in another memory; else as allocate_on_device.
Tensor to_device(const Tensor& tensor, std::shared_ptr<Device> device,
                 std::optional<MemoryConfig> memory_config = std::nullopt);

// Copies a device tensor to the host; a host tensor is returned as it is.
Tensor from_device(const Tensor& tensor);

}  // namespace ttnn
