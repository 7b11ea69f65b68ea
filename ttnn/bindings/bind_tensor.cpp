// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include "ttnn/bindings/bindings.hpp"
#include "ttnn/cpp/operations/core/to_layout.hpp"
#include "ttnn/cpp/tensor/host_tensor.hpp"
#include "ttnn/cpp/tensor/tensor_text.hpp"
#include "ttnn/cpp/tensor/transfer.hpp"

namespace py = pybind11;

namespace ttnn::bindings {

namespace {

// The values in C order, copied only if they lie otherwise. Raises MemoryError if they do not fit.
py::array contiguous(const py::array& values) {
    return py::module_::import("numpy").attr("ascontiguousarray")(values);
}

std::span<const std::byte> bytes_of(const py::array& dense) {
    return {static_cast<const std::byte*>(dense.data()), static_cast<size_t>(dense.nbytes())};
}

Tensor tensor_from_values(const py::array& values, DataType values_type, const TensorSpec& spec,
                          float pad_value) {
    const py::array dense = contiguous(values);
    const std::span<const std::byte> bytes = bytes_of(dense);
    const py::gil_scoped_release release;
    return host_tensor_from_values(bytes, values_type, spec, pad_value);
}

// The bytes of a tensor as they are stored on the host, for files.
py::array_t<uint8_t> stored_bytes(const Tensor& tensor) {
    const HostBuffer buffer = from_device(tensor).host_buffer();
    const std::span<const std::byte> bytes = buffer.bytes();
    return py::array_t<uint8_t>(static_cast<py::ssize_t>(bytes.size()),
                                reinterpret_cast<const uint8_t*>(bytes.data()));
}
Tensor tensor_from_stored_bytes(const py::array_t<uint8_t, py::array::c_style>& stored,
                                const TensorSpec& spec) {
    HostBuffer buffer(static_cast<size_t>(stored.nbytes()));
    std::ranges::copy(bytes_of(stored), buffer.writable().begin());
    return Tensor(spec, std::move(buffer));
}

template <typename Element>
py::array values_as(const Tensor& tensor, DataType values_type) {
    const std::span<const uint32_t> extents = tensor.shape().extents();
    py::array_t<Element> values(std::vector<py::ssize_t>(extents.begin(), extents.end()));
    const std::span<Element> target(values.mutable_data(), static_cast<size_t>(values.size()));
    const py::gil_scoped_release release;
    copy_values(from_device(tensor), std::as_writable_bytes(target), values_type);
    return values;
}

py::array to_numpy(const Tensor& tensor) {
    switch (tensor.dtype()) {
        case DataType::UINT8:
            return values_as<uint8_t>(tensor, DataType::UINT8);
        case DataType::UINT16:
            return values_as<uint16_t>(tensor, DataType::UINT16);
        case DataType::UINT32:
            return values_as<uint32_t>(tensor, DataType::UINT32);
        case DataType::INT32:
            return values_as<int32_t>(tensor, DataType::INT32);
        default:
            return values_as<float>(tensor, DataType::FLOAT32);
    }
}

py::object item(const Tensor& tensor) {
    if (tensor.shape().volume() != 1) {
        throw std::invalid_argument("item: the tensor has " +
                                    std::to_string(tensor.shape().volume()) +
                                    " elements; it must be exactly one");
    }
    return to_numpy(tensor).attr("item")();
}

Tensor from_values(const py::Args<py::object>& values, const py::KWArgs<py::object>& arguments) {
    const py::object make = py::module_::import("ttnn.conversion").attr("tensor_of");
    return make(*values, **arguments).cast<Tensor>();
}

// The package does it: nothing here knows of torch but the name of what it makes.
TorchTensor to_torch(const py::object& tensor) {
    return TorchTensor(py::module_::import("ttnn.conversion").attr("to_torch")(tensor));
}

void bind_attributes(py::class_<Tensor>& tensor) {
    tensor.def_property_readonly("spec", &Tensor::spec)
        .def_property_readonly("shape", &Tensor::shape, "Extents without padding.")
        .def_property_readonly(
            "padded_shape", [](const Tensor& self) { return self.spec().padded_shape(); },
            "Extents as stored: in tile layout the last two are multiples of the tile's.")
        .def_property_readonly("tile", [](const Tensor& self) { return self.spec().tile; })
        .def_property("tensor_id", &Tensor::id, &Tensor::set_id,
                      "A number that no other tensor was given.")
        .def_property_readonly("dtype", &Tensor::dtype)
        .def_property_readonly("layout", &Tensor::layout)
        .def("memory_config", [](const Tensor& self) { return self.spec().memory_config; })
        .def("storage_type", &Tensor::storage_type)
        .def(
            "device",
            [](const Tensor& self) {
                return self.device() ? std::optional(self.device()) : std::nullopt;
            },
            "None on the host.")
        .def(
            "buffer_address", [](const Tensor& self) { return self.device_buffer()->address(); },
            "Where its pages start in each bank, for kernels.")
        .def("is_allocated", &Tensor::is_allocated, "False after `deallocate`.")
        .def(
            "deallocate", [](Tensor& self, bool) { self.deallocate(); }, py::arg("force") = true,
            "Frees the memory of this tensor and of all that share it.");
}

void bind_sizes(py::class_<Tensor>& tensor) {
    tensor
        .def(
            "logical_volume", [](const Tensor& self) { return self.shape().volume(); },
            "Number of elements.")
        .def(
            "volume", [](const Tensor& self) { return self.spec().padded_shape().volume(); },
            "Number of elements with padding.")
        .def(
            "element_size",
            [](const Tensor& self) {
                return is_block_float(self.dtype()) ? 1 : element_size_bytes(self.dtype());
            },
            "Bytes of an element; 1 for block floats, whose elements share bytes.")
        .def("is_sharded",
             [](const Tensor& self) { return self.spec().memory_config.is_sharded(); })
        .def(
            "buffer_page_size",
            [](const Tensor& self) { return self.device_buffer()->page_size(); }, "Bytes.")
        .def(
            "buffer_aligned_page_size",
            [](const Tensor& self) { return self.device_buffer()->aligned_page_size(); },
            "Bytes from one page to the next in its bank.")
        .def("buffer_num_pages",
             [](const Tensor& self) { return self.device_buffer()->num_pages(); });
}

void bind_values(py::class_<Tensor>& tensor) {
    tensor.def("to_numpy", to_numpy, "As `ttnn.to_numpy`.")
        .def("to_torch", to_torch, "As `ttnn.to_torch`.")
        .def(
            "to_list", [](const Tensor& self) { return to_numpy(self).attr("tolist")(); },
            "The values as nested lists of floats; a float for rank 0.")
        .def(
            "item", [](const Tensor& self) { return py::float_(to_numpy(self).attr("item")()); },
            "The value of a tensor of one element. Raises ValueError for any other.")
        .def("__repr__", [](const Tensor& self) { return to_string(self); }, DeviceWork());
}

void bind_moves(py::class_<Tensor>& tensor) {
    tensor
        .def("to", to_device, py::arg("device").none(false), py::arg("mem_config") = py::none(),
             DeviceWork(), "As `ttnn.to_device`.")
        .def(
            "to", [](const Tensor& self, Layout layout) { return to_layout(self, layout); },
            py::arg("layout"), DeviceWork(), "As `ttnn.to_layout`.")
        .def("cpu", from_device, DeviceWork(), "As `ttnn.from_device`.");
}

// The package's operations, by operator.
constexpr std::pair<const char*, const char*> kOperators[] = {
    {"__add__", "add"},        {"__radd__", "add"},      {"__sub__", "subtract"},
    {"__rsub__", "rsub"},      {"__mul__", "multiply"},  {"__rmul__", "multiply"},
    {"__truediv__", "divide"}, {"__rtruediv__", "rdiv"}, {"__pow__", "pow"},
    {"__matmul__", "matmul"},  {"__lt__", "lt"},         {"__le__", "le"},
    {"__gt__", "gt"},          {"__ge__", "ge"},
};
constexpr std::pair<const char*, const char*> kEqualities[] = {{"__eq__", "eq"}, {"__ne__", "ne"}};

// What a tensor is computed with.
using Term = py::typing::Union<Tensor, py::float_>;

py::object operate(const char* operation, const Tensor& self, const py::object& other) {
    const py::object number = py::module_::import("numbers").attr("Real");
    if (!py::isinstance<Tensor>(other) && !py::isinstance(other, number)) {
        throw py::reference_cast_error();  // Python asks `other` in turn
    }
    return py::module_::import("ttnn").attr(operation)(self, other);
}

void bind_operators(py::class_<Tensor>& tensor) {
    for (const auto& [method, operation] : kOperators) {
        tensor.def(
            method,
            [operation](const Tensor& self, const Term& other) {
                return operate(operation, self, other).cast<Tensor>();
            },
            py::arg("other"), py::is_operator());
    }
    // Everything else can be asked whether it is equal, so their types are those of any object's.
    for (const auto& [method, operation] : kEqualities) {
        tensor.def(
            method,
            [operation](const Tensor& self, const py::object& other) {
                return operate(operation, self, other);
            },
            py::arg("other"), py::is_operator());
    }
    for (const char* operation : {"neg", "abs"}) {
        tensor.def(("__" + std::string(operation) + "__").c_str(), [operation](const Tensor& self) {
            return py::module_::import("ttnn").attr(operation)(self).cast<Tensor>();
        });
    }
}

[[noreturn]] py::typing::NoReturn refuse_truth(const Tensor&) {
    throw py::type_error("a tensor is neither true nor false; ask for a value with tensor.item()");
}

void bind_refusals(py::class_<Tensor>& tensor) {
    tensor.def("__bool__", refuse_truth).def("__hash__", [](const py::object& self) {
        return std::hash<PyObject*>{}(self.ptr());
    });
    // NumPy leaves `array + tensor` to us instead of adding element by element.
    tensor.attr("__array_ufunc__") = py::none();
}

}  // namespace

void bind_tensor(py::module_& module) {
    py::class_<Tensor> tensor(
        module, "Tensor",
        "Values of one type in a shape, on the host or on a device.\n\n"
        "Made by `ttnn.from_numpy` and `ttnn.from_torch`. Values never change.");
    tensor.def(py::init(&from_values),
               "Of a NumPy array, a torch tensor or nested lists; the arguments are those of "
               "`ttnn.tensor_of`.");
    bind_attributes(tensor);
    bind_sizes(tensor);
    bind_values(tensor);
    bind_moves(tensor);
    bind_operators(tensor);
    bind_refusals(tensor);
    module.def("tensor_from_values", tensor_from_values, py::arg("values"), py::arg("values_type"),
               py::arg("spec"), py::arg("pad_value") = 0.0f);
    module.def("stored_bytes", stored_bytes, py::arg("tensor"));
    module.def("tensor_from_stored_bytes", tensor_from_stored_bytes, py::arg("stored"),
               py::arg("spec"));
}

}  // namespace ttnn::bindings
