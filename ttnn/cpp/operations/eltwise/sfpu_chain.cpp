// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/eltwise/sfpu_chain.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace ttnn {

namespace {

using tt::hw::DataFormat;
using tt::hw::SfpuFunction;

// The letters of the table.
enum Formats : uint32_t { F = 1, S = 2, U = 4, H = 8, B = 16, ALL = 31 };
constexpr std::pair<Formats, DataType> kDtypes[] = {{F, DataType::FLOAT32},
                                                    {S, DataType::INT32},
                                                    {U, DataType::UINT32},
                                                    {H, DataType::UINT16},
                                                    {B, DataType::UINT8}};

struct FunctionRow {
    const char* name;
    uint32_t num_operands;
    uint32_t formats;
    DataFormat result;
};

using enum DataFormat;
constexpr DataFormat SAME = DataFormat::Invalid;

constexpr FunctionRow kFunctions[] = {
#define SFPU_FUNCTION(name, operands, formats, result) {#name, operands, formats, result},
#include "tt_metal/hw/sfpu_functions.def"
#undef SFPU_FUNCTION
};

std::optional<DataType> dtype_of(DataFormat format) {
    for (const auto& [letter, dtype] : kDtypes) {
        if (data_format(dtype) == format) {
            return dtype;
        }
    }
    return std::nullopt;
}

SfpuFunction find_function(const std::string& name) {
    const auto row = std::ranges::find(kFunctions, name, &FunctionRow::name);
    if (row == std::end(kFunctions)) {
        throw std::invalid_argument("function: " + name + "; the SFPU has none of this name");
    }
    return static_cast<SfpuFunction>(row - std::begin(kFunctions));
}

void require_slot(const char* name, uint32_t slot, uint32_t num_slots) {
    if (slot >= num_slots) {
        throw std::invalid_argument(std::string(name) + ": slot " + std::to_string(slot) +
                                    "; the chain has " + std::to_string(num_slots));
    }
}

}  // namespace

std::vector<SfpuFunctionInfo> sfpu_functions() {
    std::vector<SfpuFunctionInfo> functions;
    for (const FunctionRow& row : kFunctions) {
        std::vector<DataType> dtypes;
        for (const auto& [letter, dtype] : kDtypes) {
            if (row.formats & letter) {
                dtypes.push_back(dtype);
            }
        }
        functions.push_back({row.name, row.num_operands, dtypes, dtype_of(row.result)});
    }
    return functions;
}

SfpuStep make_sfpu_step(const std::string& function, DataType dtype, std::vector<uint32_t> operands,
                        std::vector<uint32_t> scalars, uint32_t out) {
    const SfpuFunction code = find_function(function);
    const uint32_t expected = kFunctions[static_cast<uint32_t>(code)].num_operands;
    const auto num_scalars =
        static_cast<size_t>(std::ranges::count(operands, uint32_t{tt::hw::kSfpuScalar}));
    if (operands.size() != expected || num_scalars != scalars.size()) {
        throw std::invalid_argument(function + ": " + std::to_string(operands.size()) +
                                    " operands with " + std::to_string(num_scalars) +
                                    " scalars, and bits of " + std::to_string(scalars.size()) +
                                    "; it takes " + std::to_string(expected) +
                                    " operands, and bits for each that is a scalar");
    }
    const DataFormat format = is_floating_point(dtype) ? DataFormat::Float32 : data_format(dtype);
    return {.function = code,
            .format = format,
            .operands = std::move(operands),
            .scalars = std::move(scalars),
            .out = out};
}

void SfpuChain::check(size_t num_operands) const {
    require_slot("num_slots", std::max<uint32_t>(num_slots, 1) - 1, kMaxSfpuSlots);
    require_slot("result_slot", result_slot, num_slots);
    if (num_operands > 0) {
        require_slot("operands", static_cast<uint32_t>(num_operands) - 1, num_slots);
    }
    for (const SfpuStep& step : steps) {
        require_slot("out", step.out, num_slots);
        for (const uint32_t operand : step.operands) {
            if (operand != tt::hw::kSfpuScalar && operand != tt::hw::kSfpuRandom) {
                require_slot("operands", operand, num_slots);
            }
        }
    }
}

}  // namespace ttnn
