// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <pybind11/stl.h>

#include <utility>
#include <vector>

#include "ttnn/bindings/bindings.hpp"
#include "ttnn/cpp/operations/data_movement/copy_strided.hpp"
#include "ttnn/cpp/operations/data_movement/fill.hpp"
#include "ttnn/cpp/operations/data_movement/tilize.hpp"
#include "ttnn/cpp/operations/data_movement/transpose.hpp"
#include "ttnn/cpp/operations/data_movement/untilize.hpp"
#include "ttnn/cpp/operations/data_movement/view.hpp"

namespace py = pybind11;

namespace ttnn::bindings {

namespace {

using Extents = std::vector<uint32_t>;
using Strides = std::vector<int64_t>;

void copy_box(const Tensor& source, const Tensor& target, Extents extents, int64_t source_base,
              Strides source_strides, int64_t target_base, Strides target_strides) {
    copy_strided(source, target,
                 {.extents = std::move(extents),
                  .views = {{source_base, std::move(source_strides)},
                            {target_base, std::move(target_strides)}}});
}

void fill_box(const Tensor& target, FillValue value, Extents extents, int64_t base,
              Strides strides) {
    fill(target, value, {.extents = std::move(extents), .views = {{base, std::move(strides)}}});
}

}  // namespace

void bind_movement(py::module_& module) {
    module.def("copy_strided", copy_box, py::arg("source"), py::arg("target"), py::arg("extents"),
               py::arg("source_base"), py::arg("source_strides"), py::arg("target_base"),
               py::arg("target_strides"), DeviceWork());
    module.def("copy_to_memory", copy_to_memory, py::arg("tensor"), py::arg("memory_config"),
               DeviceWork());
    module.def("fill", py::overload_cast<const Tensor&, FillValue>(fill), py::arg("target"),
               py::arg("value"), DeviceWork());
    module.def("fill_box", fill_box, py::arg("target"), py::arg("value"), py::arg("extents"),
               py::arg("base"), py::arg("strides"), DeviceWork());
    module.def("tilize", tilize, py::arg("input_tensor"), py::arg("memory_config") = py::none(),
               py::arg("dtype") = py::none(), py::arg("pad_value") = int64_t{0},
               py::arg("tile") = py::none(), DeviceWork());
    module.def("untilize", untilize, py::arg("input_tensor"), py::arg("memory_config") = py::none(),
               py::arg("dtype") = py::none(), DeviceWork());
    module.def("transpose_last_two", transpose_last_two, py::arg("input_tensor"),
               py::arg("memory_config") = py::none(), DeviceWork());
    module.def(
        "can_view",
        [](const Tensor& tensor, const Shape& shape) { return can_view(tensor.spec(), shape); },
        py::arg("tensor"), py::arg("shape"));
    module.def("view", view, py::arg("tensor"), py::arg("shape"));
}

}  // namespace ttnn::bindings
