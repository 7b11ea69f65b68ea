// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A tensor of another shape in the same memory.
#pragma once

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// Whether the elements of such a shape lie where those of the tensor do.
bool can_view(const TensorSpec& spec, const Shape& shape);

// Nothing moves. Throws std::invalid_argument unless can_view().
Tensor view(const Tensor& tensor, const Shape& shape);

}  // namespace ttnn
