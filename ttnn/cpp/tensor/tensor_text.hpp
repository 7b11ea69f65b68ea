// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A tensor as people read it: its values, shortened when there are many, and its spec.
#pragma once

#include <string>

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// "ttnn.Tensor([[1.00000, 2.00000]], shape=Shape([1, 2]), dtype=..., layout=...)". Reads a device
// tensor back. Long dimensions show their first and last three entries; what hinders reading, such
// as a closed device, stands in the place of the values.
std::string to_string(const Tensor& tensor);

}  // namespace ttnn
