// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The device program of elementwise operations: kernels, cores, arguments.
#pragma once

#include <optional>
#include <span>

#include "ttnn/cpp/operations/eltwise/sfpu_chain.hpp"
#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// All in tiles of one shape, on one device; the operands' shapes broadcast to that of the result,
// which may be an operand. Each core takes a run of the result's tiles.
void run_elementwise(std::span<const Tensor> operands, const SfpuChain& chain, const Tensor& result,
                     const std::optional<CoreRangeSet>& cores);

}  // namespace ttnn
