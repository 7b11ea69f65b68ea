// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <pybind11/stl.h>

#include <stdexcept>

#include "ttnn/bindings/bindings.hpp"
#include "ttnn/cpp/operations/core/to_layout.hpp"
#include "ttnn/cpp/tensor/host_tensor.hpp"
#include "ttnn/cpp/tensor/transfer.hpp"

namespace py = pybind11;

namespace ttnn::bindings {

namespace {

Tensor to_dtype(const Tensor& tensor, DataType dtype) {
    if (tensor.storage_type() == StorageType::DEVICE) {
        throw std::invalid_argument("tensor: is on a device; typecast converts there");
    }
    TensorSpec spec = tensor.spec();
    spec.dtype = dtype;
    spec.check();
    return host_tensor_to(tensor, spec);
}

}  // namespace

void bind_operations(py::module_& module) {
    module.def("to_device", to_device, py::arg("tensor"), py::arg("device").none(false),
               py::arg("memory_config") = py::none(), DeviceWork());
    module.def("allocate_tensor_on_device", allocate_on_device, py::arg("spec"),
               py::arg("device").none(false), DeviceWork());
    module.def("from_device", from_device, py::arg("tensor"), DeviceWork());
    module.def("to_layout", to_layout, py::arg("tensor"), py::arg("layout"),
               py::arg("memory_config") = py::none(), DeviceWork());
    module.def("to_dtype", to_dtype, py::arg("tensor"), py::arg("dtype"), DeviceWork());
}

}  // namespace ttnn::bindings
