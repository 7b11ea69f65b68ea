// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The one way in which tensors are copied: box to box.
#pragma once

#include "ttnn/cpp/operations/data_movement/box.hpp"
#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// Writes the points of a box into `target`. View 0 is of `source`, whose strides may be 0 or
// negative, view 1 of `target`, where each point has its own place; in elements of row-major
// tensors, in tiles of tiled ones. The memory of either does not matter. Throws
// std::invalid_argument unless both are of one dtype, layout, tile and device, not the same memory,
// and hold the box.
void copy_strided(const Tensor& source, const Tensor& target, const Box& box);

// The same values elsewhere. Throws as allocate_on_device() does.
Tensor copy_to_memory(const Tensor& source, const MemoryConfig& memory_config);

}  // namespace ttnn
