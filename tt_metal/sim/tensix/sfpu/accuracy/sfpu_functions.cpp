// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The functions of the SFPU for tests in Python, in each variant that this host can run.

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "tt_metal/hw/sfpu.h"
#include "tt_metal/sim/tensix/sfpu/sfpu.hpp"
#include "tt_metal/sim/tensix/tile.hpp"

namespace py = pybind11;

namespace tt::sim {
namespace {

using Array = py::array_t<float, py::array::c_style | py::array::forcecast>;

hw::SfpuFunction function_of(const std::string& name) {
    for (uint32_t code = 0; code < hw::kNumSfpuFunctions; ++code) {
        const auto function = static_cast<hw::SfpuFunction>(code);
        if (name == sfpu_function_info(function).name) return function;
    }
    throw std::invalid_argument("no function is called " + name);
}

std::vector<std::string> variants() {
    std::vector<std::string> names;
    for (const SfpuVariant& variant : supported_sfpu_variants()) names.push_back(variant.name);
    return names;
}

// As NumPy calls them.
constexpr const char* kFormatNames[] = {"float32", "int32", "uint32", "uint16", "uint8"};
static_assert(std::size(kFormatNames) == kSfpuFormats.size());

hw::DataFormat format_of(const std::string& name) {
    for (size_t i = 0; i < kSfpuFormats.size(); ++i) {
        if (name == kFormatNames[i]) return kSfpuFormats[i];
    }
    throw std::invalid_argument("no format is called " + name);
}

// Operands and formats of each function.
std::map<std::string, std::pair<uint32_t, std::vector<std::string>>> functions() {
    std::map<std::string, std::pair<uint32_t, std::vector<std::string>>> table;
    for (uint32_t code = 0; code < hw::kNumSfpuFunctions; ++code) {
        const SfpuFunctionInfo& info = sfpu_function_info(static_cast<hw::SfpuFunction>(code));
        auto& [operands, formats] = table[info.name];
        operands = info.num_operands;
        for (size_t i = 0; i < kSfpuFormats.size(); ++i) {
            if (info.formats >> i & 1) formats.push_back(kFormatNames[i]);
        }
    }
    return table;
}

uint32_t integer_mask(hw::DataFormat format) {
    const uint32_t size = hw::datum_size_bytes(format);
    return size < 4 ? (1u << 8 * size) - 1 : ~0u;
}

Array run(size_t variant, const std::string& name, const std::vector<Array>& operands,
          bool bfloat16, const std::string& format_name) {
    const hw::SfpuFunction function = function_of(name);
    if (operands.size() != sfpu_function_info(function).num_operands) {
        throw std::invalid_argument(name + " takes another number of operands");
    }
    const size_t size = operands.at(0).size();
    if (size % hw::kTileElements != 0) throw std::invalid_argument("operands must be whole tiles");
    const hw::DataFormat format = format_of(format_name);
    const hw::DataFormat result_format = sfpu_function_info(function).result;
    const SfpuRoutine routine = supported_sfpu_variants()[variant].routine(function, format);
    if (routine == nullptr) throw std::invalid_argument(name + " takes no " + format_name);
    Array result(static_cast<py::ssize_t>(size));
    for (size_t first = 0; first < size; first += hw::kTileElements) {
        std::vector<Tile> tiles(operands.size() + 1);
        SfpuArguments arguments{
            .out = tiles.back().datums.data(),
            .faces = hw::kSfpuAllFaces,
            .integer_mask =
                integer_mask(result_format == hw::DataFormat::Invalid ? format : result_format),
            .precision = bfloat16 ? DstPrecision::kBfloat16 : DstPrecision::kFloat32};
        for (size_t i = 0; i < operands.size(); ++i) {
            std::copy_n(operands[i].data() + first, hw::kTileElements, tiles[i].datums.begin());
            arguments.operands[i] = {tiles[i].datums.data(), false};
        }
        routine(arguments);
        std::copy_n(tiles.back().datums.begin(), hw::kTileElements, result.mutable_data() + first);
    }
    return result;
}

}  // namespace
}  // namespace tt::sim

PYBIND11_MODULE(sfpu_functions, module) {
    module.def("variants", tt::sim::variants);
    module.def("functions", tt::sim::functions);
    module.def("run", tt::sim::run, py::arg("variant"), py::arg("name"), py::arg("operands"),
               py::arg("bfloat16"), py::arg("format") = "float32");
}
