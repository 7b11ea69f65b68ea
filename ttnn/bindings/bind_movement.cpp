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

// The package does it: shapes are worked out there.
py::object method(const char* module, const char* function) {
    return py::module_::import(module).attr(function);
}
constexpr const char* kMethods = "ttnn.operations.tensor_methods";

void bind_methods(py::class_<Tensor>& tensor) {
    using Sizes = std::vector<int64_t>;
    tensor
        .def(
            "__getitem__",
            [](const Tensor& self, const py::object& index) {
                return method("ttnn.operations.selection", "get_item")(self, index).cast<Tensor>();
            },
            py::arg("index"), "A part: integers, slices, an ellipsis.")
        .def(
            "reshape",
            [](const Tensor& self, const py::Args<py::object>& shape) {
                return method(kMethods, "reshape_to")(self, *shape).cast<Tensor>();
            },
            "As `ttnn.reshape`; the extents may be arguments of their own.")
        .def(
            "pad",
            [](const Tensor& self, const Sizes& shape, const Sizes& start, double value) {
                return method(kMethods, "pad_to")(self, shape, start, value).cast<Tensor>();
            },
            py::arg("output_tensor_shape"), py::arg("input_tensor_start"), py::arg("pad_value"),
            "As `ttnn.pad`.")
        .def(
            "unpad",
            [](const Tensor& self, const Sizes& start, const Sizes& end) {
                return method(kMethods, "unpad")(self, start, end).cast<Tensor>();
            },
            py::arg("output_tensor_start"), py::arg("output_tensor_end"),
            "As `ttnn.slice`: ends are exclusive.")
        .def(
            "pad_to_tile",
            [](const Tensor& self, double value) {
                return method(kMethods, "pad_to_tile")(self, value).cast<Tensor>();
            },
            py::arg("pad_value"), "With the last two dimensions padded to multiples of 32.")
        .def(
            "unpad_from_tile",
            [](const Tensor& self, const Sizes& shape) {
                return method(kMethods, "unpad_from_tile")(self, shape).cast<Tensor>();
            },
            py::arg("output_tensor_shape"), "The first elements of every dimension.");
}

}  // namespace

void bind_movement(py::module_& module) {
    auto tensor = py::reinterpret_borrow<py::class_<Tensor>>(module.attr("Tensor"));
    bind_methods(tensor);
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
