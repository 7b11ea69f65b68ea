// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Reductions and matrix products.
#include <utility>

#include <pybind11/stl.h>

#include "ttnn/bindings/bindings.hpp"
#include "ttnn/cpp/operations/matmul/matmul.hpp"
#include "ttnn/cpp/operations/reduction/reduction.hpp"

namespace py = pybind11;

namespace ttnn::bindings {

namespace {

Tensor reduce_tensor(const Tensor& input_tensor, std::vector<int64_t> dims, std::string fold,
                     DataType dtype, DataType result_dtype, std::optional<SfpuChain> before,
                     std::optional<SfpuChain> after, std::optional<MemoryConfig> memory_config,
                     std::optional<CoreRangeSet> cores) {
    return reduce({input_tensor, "input_tensor"}, {.dims = std::move(dims),
                                                   .fold = std::move(fold),
                                                   .dtype = dtype,
                                                   .before = std::move(before),
                                                   .after = std::move(after),
                                                   .result_dtype = result_dtype,
                                                   .memory_config = std::move(memory_config),
                                                   .cores = std::move(cores)});
}

std::vector<SfpuStep> steps_of_activation(const std::optional<SfpuChain>& chain) {
    if (!chain) return {};
    chain->check(1);
    return chain->steps;
}

Tensor multiply_matrices(const Tensor& a, const Tensor& b, bool transpose_a, bool transpose_b,
                         const std::optional<Tensor>& bias,
                         const std::optional<SfpuChain>& activation, std::optional<DataType> dtype,
                         std::optional<MemoryConfig> memory_config,
                         const std::optional<Tensor>& output,
                         tt::tt_metal::MathFidelity math_fidelity, bool fp32_dest_acc_en,
                         const std::optional<std::array<uint32_t, 3>>& blocking,
                         std::optional<CoreRangeSet> cores) {
    MatmulOptions options{.transpose_a = transpose_a,
                          .transpose_b = transpose_b,
                          .bias = std::nullopt,
                          .after = steps_of_activation(activation),
                          .dtype = dtype,
                          .memory_config = std::move(memory_config),
                          .output = std::nullopt,
                          .math_fidelity = math_fidelity,
                          .fp32_dest_acc_en = fp32_dest_acc_en,
                          .blocking = std::nullopt,
                          .cores = std::move(cores)};
    if (bias) options.bias.emplace(*bias, "bias");
    if (output) options.output.emplace(*output, "optional_output_tensor");
    if (blocking) options.blocking = {(*blocking)[0], (*blocking)[1], (*blocking)[2]};
    return matmul({a, "input_tensor_a"}, {b, "input_tensor_b"}, options);
}

}  // namespace

void bind_reduction(py::module_& module) {
    module.def("reduce", reduce_tensor, py::arg("input_tensor"), py::arg("dims"), py::arg("fold"),
               py::arg("dtype"), py::arg("result_dtype"), py::arg("before") = py::none(),
               py::arg("after") = py::none(), py::arg("memory_config") = py::none(),
               py::arg("sub_core_grids") = py::none(), DeviceWork());
    module.def("matmul", multiply_matrices, py::arg("input_tensor_a"), py::arg("input_tensor_b"),
               py::kw_only(), py::arg("transpose_a"), py::arg("transpose_b"), py::arg("bias"),
               py::arg("activation"), py::arg("dtype"), py::arg("memory_config"),
               py::arg("optional_output_tensor"), py::arg("math_fidelity"),
               py::arg("fp32_dest_acc_en"), py::arg("blocking"), py::arg("cores"), DeviceWork());
}

}  // namespace ttnn::bindings
