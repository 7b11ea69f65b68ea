// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A chain of functions of the SFPU (tt_metal/hw/sfpu_functions.def) that makes a tile of tiles.
//
// Values live in slots. Operand i of the operation is in slot i at first; each step leaves its
// result in a slot, and one slot is the result of the chain.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tt_metal/hw/sfpu.h"
#include "ttnn/cpp/tensor/types.hpp"

namespace ttnn {

// A function, as its row says.
struct SfpuFunctionInfo {
    const char* name;
    uint32_t num_operands;
    std::vector<DataType> dtypes;    // FLOAT32 for all floats
    std::optional<DataType> result;  // none: that of the operands
};

std::vector<SfpuFunctionInfo> sfpu_functions();

struct SfpuStep {
    tt::hw::SfpuFunction function;
    tt::hw::DataFormat format;       // of the operands; Float32 for all floats
    std::vector<uint32_t> operands;  // slots, or tt::hw::kSfpuScalar or kSfpuRandom
    std::vector<uint32_t> scalars;   // bits, of those operands in turn
    uint32_t out;                    // slot

    bool operator==(const SfpuStep&) const = default;
};

// Throws std::invalid_argument for a function that is not there, or takes another number of
// operands.
SfpuStep make_sfpu_step(const std::string& function, DataType dtype, std::vector<uint32_t> operands,
                        std::vector<uint32_t> scalars, uint32_t out);

struct SfpuChain {
    std::vector<SfpuStep> steps;
    uint32_t num_slots;
    uint32_t result_slot;
    std::optional<uint32_t> seed;  // of random words

    // Throws std::invalid_argument for slots that are not there.
    void check(size_t num_operands) const;
};

// Slots that DST has for one tile.
inline constexpr uint32_t kMaxSfpuSlots = 8;

}  // namespace ttnn
