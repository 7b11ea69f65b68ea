// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/bindings/bindings.hpp"

PYBIND11_MODULE(_ttnn, module) {
    using namespace ttnn::bindings;
    module.doc() = "The compiled half of ttnn: its names are private, use those of `ttnn`.";
    bind_errors(module);
    bind_types(module);
    bind_device(module);
    bind_tensor(module);
    bind_operations(module);
    bind_build_info(module);
}
