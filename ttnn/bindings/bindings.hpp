// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The parts of the extension module, each of which adds its names to it.
#pragma once

#include <pybind11/pybind11.h>

#include "ttnn/bindings/interruption.hpp"
#include "ttnn/bindings/python_types.hpp"

namespace ttnn::bindings {

// Marks what a function does as work of the device or over whole tensors: other Python threads run
// meanwhile, and signals are served. Arguments are converted before, results after.
using DeviceWork = pybind11::call_guard<InterruptibleScope, pybind11::gil_scoped_release>;

void bind_build_info(pybind11::module_& module);
void bind_cores(pybind11::module_& module);
void bind_device(pybind11::module_& module);
void bind_elementwise(pybind11::module_& module);
void bind_errors(pybind11::module_& module);
void bind_movement(pybind11::module_& module);
void bind_operations(pybind11::module_& module);
void bind_programs(pybind11::module_& module);
void bind_reduction(pybind11::module_& module);
void bind_tensor(pybind11::module_& module);
void bind_tensor_spec(pybind11::module_& module);
void bind_types(pybind11::module_& module);
void show_kernel_prints();

}  // namespace ttnn::bindings
