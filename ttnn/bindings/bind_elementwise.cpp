// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <pybind11/stl.h>

#include "ttnn/bindings/bindings.hpp"
#include "ttnn/cpp/operations/eltwise/elementwise.hpp"

namespace py = pybind11;

namespace ttnn::bindings {

namespace {

// Number of operands, the dtypes that they may have, and the dtype of the result, which is None
// where it is theirs.
using FunctionInfo = std::tuple<uint32_t, std::vector<DataType>, std::optional<DataType>>;

py::typing::Dict<py::str, FunctionInfo> functions_of_sfpu() {
    py::dict functions;
    for (const SfpuFunctionInfo& info : sfpu_functions()) {
        functions[info.name] = FunctionInfo(info.num_operands, info.dtypes, info.result);
    }
    return functions;
}

Tensor run(const std::vector<std::pair<std::string, Tensor>>& operands, const SfpuChain& chain,
           DataType dtype, std::optional<MemoryConfig> memory_config, std::optional<Tensor> output,
           std::optional<CoreRangeSet> cores) {
    std::vector<Operand> named;
    for (const auto& [name, tensor] : operands) {
        named.push_back({tensor, name});
    }
    return elementwise(named, chain,
                       {.dtype = dtype,
                        .memory_config = std::move(memory_config),
                        .output = std::move(output),
                        .cores = std::move(cores)});
}

}  // namespace

void bind_elementwise(py::module_& module) {
    py::class_<SfpuStep>(module, "SfpuStep", "A function of the SFPU on slots and scalars.")
        .def(py::init(&make_sfpu_step), py::arg("function"), py::arg("dtype"), py::arg("operands"),
             py::arg("scalars"), py::arg("out"));
    py::class_<SfpuChain>(module, "SfpuChain", "Steps, and the slot that has their result.")
        .def(py::init<std::vector<SfpuStep>, uint32_t, uint32_t, std::optional<uint32_t>>(),
             py::arg("steps"), py::arg("num_slots"), py::arg("result_slot"),
             py::arg("seed") = py::none())
        .def_readonly("num_slots", &SfpuChain::num_slots);
    module.def("sfpu_functions", functions_of_sfpu);
    module.def("elementwise", run, py::arg("operands"), py::arg("chain"), py::arg("dtype"),
               py::arg("memory_config") = py::none(), py::arg("output_tensor") = py::none(),
               py::arg("sub_core_grids") = py::none(), DeviceWork());
}

}  // namespace ttnn::bindings
