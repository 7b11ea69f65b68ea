// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A tensor with its elements in another order.
#pragma once

#include <optional>

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// On a device by a device program, on the host by the host; values stay bit for bit. The result
// lies in the tensor's own memory unless one is given; for a host tensor that is where to_device
// will put it. A device tensor that has the layout is returned as it is, if its memory is that
// asked for.
Tensor to_layout(const Tensor& tensor, Layout layout,
                 std::optional<MemoryConfig> memory_config = std::nullopt);

}  // namespace ttnn
