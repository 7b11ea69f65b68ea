// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/bindings/bindings.hpp"

// One pyconfig.h serves every processor that is built for.
static_assert(SIZEOF_LONG == sizeof(long) && SIZEOF_LONG_LONG == sizeof(long long));
static_assert(SIZEOF_SIZE_T == sizeof(size_t) && SIZEOF_VOID_P == sizeof(void*));
static_assert(SIZEOF_TIME_T == sizeof(time_t) && SIZEOF_WCHAR_T == sizeof(wchar_t));
static_assert(ALIGNOF_LONG == alignof(long) && ALIGNOF_SIZE_T == alignof(size_t));

PYBIND11_MODULE(_ttnn, module) {
    using namespace ttnn::bindings;
    module.doc() = "The compiled half of ttnn: its names are private, use those of `ttnn`.";
    bind_errors(module);
    bind_types(module);
    bind_cores(module);
    bind_tensor_spec(module);
    bind_device(module);
    bind_tensor(module);
    bind_movement(module);
    bind_operations(module);
    bind_elementwise(module);
    bind_programs(module);
    bind_reduction(module);
    bind_build_info(module);
    show_kernel_prints();
}
