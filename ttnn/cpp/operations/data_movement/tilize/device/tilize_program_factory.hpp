// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Runs tilize on the cores of a device.
#pragma once

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// Both of one shape, dtype and device. Each core takes a run of blocks.
void run_tilize(const Tensor& row_major, const Tensor& tiled);

}  // namespace ttnn
