// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What kernels print goes to sys.stdout, where notebooks and tests look for it.
#include <string>

#include <tt-metalium/print_output.hpp>

#include "ttnn/bindings/bindings.hpp"

namespace ttnn::bindings {

namespace py = pybind11;

namespace {

void write_to_python(const std::string& lines) {
    const py::gil_scoped_acquire gil;
    try {
        const py::object out = py::module_::import("sys").attr("stdout");
        if (out.is_none()) return;
        out.attr("write")(lines);
        out.attr("flush")();
    } catch (py::error_already_set& error) {
        error.discard_as_unraisable("ttnn: writing what a kernel prints");
    }
}

}  // namespace

void show_kernel_prints() { tt::tt_metal::set_print_output(write_to_python); }

}  // namespace ttnn::bindings
