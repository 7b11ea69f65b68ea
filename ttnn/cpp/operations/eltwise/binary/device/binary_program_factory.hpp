// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Runs an elementwise operation on the cores of a device.
#pragma once

#include <cstdint>

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// The numbers by which the compute kernel knows them.
enum class BinaryOperation : uint32_t { kAdd = 0, kSubtract = 1, kMultiply = 2 };

// All three of one shape and dtype, in tiles, on one device. Each core takes a run of tiles.
void run_binary(BinaryOperation operation, const Tensor& a, const Tensor& b, const Tensor& result);

}  // namespace ttnn
