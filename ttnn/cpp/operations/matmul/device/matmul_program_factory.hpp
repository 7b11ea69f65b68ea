// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Runs the matrix product on the cores of a device.
#pragma once

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// All in tiles, on one device, shapes validated. Each core makes a run of output tiles.
void run_matmul(const Tensor& a, const Tensor& b, const Tensor& product);

}  // namespace ttnn
