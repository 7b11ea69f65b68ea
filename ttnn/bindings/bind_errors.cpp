// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The runtime's exceptions as Python classes. std::out_of_range becomes IndexError by pybind11's
// own rules.

#include <stdexcept>

#include <tt-metalium/errors.hpp>

#include "ttnn/bindings/bindings.hpp"

namespace py = pybind11;

namespace ttnn::bindings {

namespace {

PYBIND11_CONSTINIT py::gil_safe_call_once_and_store<py::object> kernel_error_type;
PYBIND11_CONSTINIT py::gil_safe_call_once_and_store<py::object> invalid_argument_type;

void translate_kernel_error(std::exception_ptr thrown) {
    try {
        std::rethrow_exception(thrown);
    } catch (const tt::tt_metal::KernelError& error) {
        const py::object& type = kernel_error_type.get_stored();
        const py::object instance = type(error.what());
        instance.attr("core") = py::make_tuple(error.core().x, error.core().y);
        instance.attr("hart") = error.hart();
        instance.attr("pc") = error.pc();
        PyErr_SetObject(type.ptr(), instance.ptr());
    }
}

// What users of upstream expect of a refusal is a RuntimeError, what users of Python do a
// ValueError.
py::object define_invalid_argument(py::module_& module) {
    const py::tuple bases =
        py::make_tuple(py::handle(PyExc_ValueError), py::handle(PyExc_RuntimeError));
    const auto type = py::reinterpret_steal<py::object>(PyErr_NewExceptionWithDoc(
        "ttnn._ttnn.InvalidArgumentError",
        "An argument cannot be what it is; the text has its name, its value and the rule.",
        bases.ptr(), nullptr));
    if (!type) throw py::error_already_set();
    module.attr("InvalidArgumentError") = type;
    return type;
}

void translate_invalid_argument(std::exception_ptr thrown) {
    try {
        std::rethrow_exception(thrown);
    } catch (const std::invalid_argument& error) {
        PyErr_SetString(invalid_argument_type.get_stored().ptr(), error.what());
    }
}

py::object define_kernel_error(const py::module_& module) {
    py::exception<tt::tt_metal::KernelError> type(module, "KernelError", PyExc_RuntimeError);
    type.doc() =
        "A kernel did on the device what it must not do, or all kernels wait for ever.\n\n"
        "The device stays open. `core` is the logical (x, y) of the core, `hart` the name of the "
        "processor on it, `pc` its program counter.";
    type.attr_with_type_hint<py::typing::Tuple<int, int>>("core");
    type.attr_with_type_hint<std::string>("hart");
    type.attr_with_type_hint<uint32_t>("pc");
    return type;
}

}  // namespace

void bind_errors(py::module_& module) {
    using namespace tt::tt_metal;
    py::register_exception<OutOfMemoryError>(module, "OutOfMemoryError", PyExc_RuntimeError).doc() =
        "A memory of the device cannot hold what was asked for.";
    py::register_exception<DeviceClosedError>(module, "DeviceClosedError", PyExc_RuntimeError)
        .doc() = "The device, or the device of a tensor, was closed.";
    py::register_exception<KernelLoadError>(module, "KernelLoadError", PyExc_RuntimeError).doc() =
        "A kernel's ELF file is missing, or is not one that the device can run.";
    const auto compile_error = py::register_exception<KernelCompileError>(
        module, "KernelCompileError", PyExc_RuntimeError);
    compile_error.doc() = "A kernel's source does not compile; the text has file and line.";
    py::register_exception<CompilerMissingError>(module, "CompilerMissingError", compile_error)
        .doc() = "A kernel must be compiled, but there is no compiler; `pip install 'ttnn[jit]'`.";
    invalid_argument_type.call_once_and_store_result(
        [&] { return define_invalid_argument(module); });
    py::register_exception_translator(translate_invalid_argument);
    kernel_error_type.call_once_and_store_result([&] { return define_kernel_error(module); });
    py::register_exception_translator(translate_kernel_error);
}

}  // namespace ttnn::bindings
