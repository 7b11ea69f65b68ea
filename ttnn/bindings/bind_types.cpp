// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <vector>

#include <pybind11/native_enum.h>
#include <pybind11/stl.h>

#include "ttnn/bindings/bindings.hpp"
#include "ttnn/cpp/tensor/tensor_spec.hpp"

namespace py = pybind11;

namespace ttnn::bindings {

namespace {

py::tuple extents_of(const Shape& shape) {
    return py::tuple(
        py::cast(std::vector<uint32_t>(shape.extents().begin(), shape.extents().end())));
}

void bind_enums(py::module_& module) {
    py::native_enum<DataType>(module, "DataType", "enum.Enum", "Type of the elements of a tensor.")
        .value("BFLOAT16", DataType::BFLOAT16)
        .value("FLOAT32", DataType::FLOAT32)
        .finalize();
    py::native_enum<Layout>(module, "Layout", "enum.Enum", "Order of the elements in memory.")
        .value("ROW_MAJOR", Layout::ROW_MAJOR)
        .value("TILE", Layout::TILE)
        .finalize();
    py::native_enum<StorageType>(module, "StorageType", "enum.Enum", "Where a tensor lives.")
        .value("HOST", StorageType::HOST)
        .value("DEVICE", StorageType::DEVICE)
        .finalize();
    py::native_enum<BufferType>(module, "BufferType", "enum.Enum", "A memory of the device.")
        .value("DRAM", BufferType::DRAM)
        .value("L1", BufferType::L1)
        .finalize();
    py::native_enum<TensorMemoryLayout>(module, "TensorMemoryLayout", "enum.Enum",
                                        "How a tensor is spread over the banks of a memory.")
        .value("INTERLEAVED", TensorMemoryLayout::INTERLEAVED)
        .finalize();
}

void bind_shape(py::module_& module) {
    py::class_<Shape>(module, "Shape",
                      "Extents of a tensor, outermost first; equal to the tuple or list of them.")
        .def(py::init([](const std::vector<int64_t>& extents) {
                 return Shape(std::span<const int64_t>(extents));
             }),
             py::arg("extents"))
        .def_property_readonly("rank", &Shape::rank, "Number of dimensions.")
        .def("__len__", &Shape::rank)
        .def("__getitem__", &Shape::operator[], py::arg("index"))
        .def(
            "__iter__",
            [](const Shape& self) { return py::typing::Iterator<int>(py::iter(extents_of(self))); })
        .def("__eq__", equal<Shape>, py::arg("other"), py::is_operator())
        .def("__hash__", [](const Shape& self) { return py::hash(extents_of(self)); })
        .def("__repr__", &Shape::to_string);
    py::implicitly_convertible<py::tuple, Shape>();
    py::implicitly_convertible<py::list, Shape>();
}

void bind_memory_config(py::module_& module) {
    py::class_<MemoryConfig>(module, "MemoryConfig", "Where on a device a tensor is stored.")
        .def(py::init<TensorMemoryLayout, BufferType>(),
             py::arg_v("memory_layout", TensorMemoryLayout::INTERLEAVED,
                       "TensorMemoryLayout.INTERLEAVED"),
             py::arg_v("buffer_type", BufferType::DRAM, "BufferType.DRAM"))
        .def_readonly("memory_layout", &MemoryConfig::memory_layout)
        .def_readonly("buffer_type", &MemoryConfig::buffer_type)
        .def("__eq__", equal<MemoryConfig>, py::arg("other"), py::is_operator())
        .def("__hash__",
             [](const MemoryConfig& self) {
                 return py::hash(py::make_tuple(self.memory_layout, self.buffer_type));
             })
        .def("__repr__", [](const MemoryConfig& self) { return to_string(self); });
}

void bind_tensor_spec(py::module_& module) {
    py::class_<TensorSpec>(module, "TensorSpec", "Everything about a tensor but its values.")
        .def(py::init([](Shape shape, DataType dtype, Layout layout, BufferType buffer_type) {
                 return TensorSpec{shape, dtype, layout, MemoryConfig{.buffer_type = buffer_type}};
             }),
             py::arg("shape"), py::arg("dtype"), py::arg("layout"),
             py::arg_v("buffer_type", BufferType::DRAM, "BufferType.DRAM"))
        .def_readonly("shape", &TensorSpec::shape)
        .def_readonly("dtype", &TensorSpec::dtype)
        .def_readonly("layout", &TensorSpec::layout)
        .def_readonly("memory_config", &TensorSpec::memory_config)
        .def_property_readonly("padded_shape", &TensorSpec::padded_shape)
        .def("__eq__", equal<TensorSpec>, py::arg("other"), py::is_operator())
        .def("__hash__", [](const TensorSpec& self) {
            return py::hash(
                py::make_tuple(self.shape, self.dtype, self.layout, self.memory_config));
        });
}

}  // namespace

void bind_types(py::module_& module) {
    bind_enums(module);
    bind_shape(module);
    bind_memory_config(module);
    bind_tensor_spec(module);
}

}  // namespace ttnn::bindings
