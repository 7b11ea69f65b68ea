// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Elementwise operations of every kind: tensors, broadcast to one shape, through a chain of
// functions.
#pragma once

#include <optional>
#include <span>

#include "ttnn/cpp/operations/core/operands.hpp"
#include "ttnn/cpp/operations/eltwise/sfpu_chain.hpp"

namespace ttnn {

inline constexpr size_t kMaxElementwiseOperands = 3;

struct ElementwiseResult {
    DataType dtype;
    std::optional<MemoryConfig> memory_config;  // none: that of the first operand
    std::optional<Tensor> output;               // to be written to; its spec goes before the others
    std::optional<CoreRangeSet> cores;          // to work on; none: all
};

// The operands are of any dtypes, layouts and places on one device; the chain is in terms of their
// formats. Row-major ones are tilized first. The result is row-major if all operands are, unless
// its dtype is a block float. Without operands there has to be an output.
//
// Throws std::invalid_argument where operands do not go together or the result cannot be as asked;
// std::runtime_error for a deallocated one; OutOfMemoryError; DeviceClosedError.
Tensor elementwise(std::span<const Operand> operands, const SfpuChain& chain,
                   const ElementwiseResult& result);

}  // namespace ttnn
