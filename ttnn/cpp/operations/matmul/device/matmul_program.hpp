// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The device program of a matrix product.
#pragma once

#include "ttnn/cpp/operations/matmul/matmul.hpp"

namespace ttnn {

// Of operands that fit, as matmul() has seen to. Waits.
void run_matmul(const Tensor& a, const Tensor& b, const MatmulOptions& options,
                const Tensor& product);

}  // namespace ttnn
