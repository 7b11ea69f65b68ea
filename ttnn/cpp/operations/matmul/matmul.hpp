// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Matrix products over batches, with what is commonly done to their results.
#pragma once

#include <optional>
#include <vector>

#include <tt-metalium/kernel_types.hpp>

#include "ttnn/cpp/operations/core/operands.hpp"
#include "ttnn/cpp/operations/eltwise/sfpu_chain.hpp"

namespace ttnn {

// In tiles: of output that is in DST at a time, and steps along K that are read at a time. What
// does not fit is made smaller.
struct MatmulBlocking {
    uint32_t height;
    uint32_t width;
    uint32_t depth;
};

struct MatmulOptions {
    bool transpose_a = false;  // exchanges the last two dimensions
    bool transpose_b = false;
    std::optional<Operand> bias;                // of N elements, added to each row
    std::vector<SfpuStep> after;                // on each element of the result, in slot 0 alone
    std::optional<DataType> dtype;              // none: that of `a`
    std::optional<MemoryConfig> memory_config;  // none: interleaved in DRAM
    std::optional<Operand> output;  // to be written to; its dtype and memory are the result's
    tt::tt_metal::MathFidelity math_fidelity = tt::tt_metal::MathFidelity::HiFi4;
    bool fp32_dest_acc_en = true;  // sums are float32; else rounded to bfloat16 after each tile
    std::optional<MatmulBlocking> blocking;
    std::optional<CoreRangeSet> cores;  // to work on; none: all
};

// a: [..., M, K]; b: [..., K, N]. What is before is broadcast as NumPy does it. Both in tiles, of
// floats, on one device. Gives [..., M, N] in tiles. Sums are in ascending order of K. Throws
// std::invalid_argument where a rule is broken; std::runtime_error for a deallocated operand;
// OutOfMemoryError; DeviceClosedError.
Tensor matmul(const Operand& a, const Operand& b, const MatmulOptions& options = {});

}  // namespace ttnn
