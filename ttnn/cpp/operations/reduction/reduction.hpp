// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Reductions of every kind: values along dimensions, put together by a function of two operands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ttnn/cpp/operations/core/operands.hpp"
#include "ttnn/cpp/operations/eltwise/sfpu_chain.hpp"

namespace ttnn {

struct Reduction {
    std::vector<int64_t> dims;        // negative ones count from the end; none: all of them
    std::string fold;                 // a function of the SFPU, in any order of its operands
    DataType dtype;                   // in which values are put together: FLOAT32 or an integer
    std::optional<SfpuChain> before;  // on each value; at most three slots
    std::optional<SfpuChain> after;   // on each result, likewise
    DataType result_dtype;
    std::optional<MemoryConfig> memory_config;  // none: interleaved, in the memory of the input
    std::optional<CoreRangeSet> cores;          // to work on; none: all
};

// Of a tensor on a device, in tiles. The result has tiles too, and extents of 1 where dimensions
// were reduced. Sums are those of pairs within a tile, and tile after tile otherwise; results
// between two dimensions are of `dtype`.
//
// Throws std::invalid_argument for dimensions that are not there or come twice, for a tensor in
// rows or without elements and for a function that does not fit; OutOfMemoryError;
// DeviceClosedError.
Tensor reduce(const Operand& input, const Reduction& reduction);

}  // namespace ttnn
