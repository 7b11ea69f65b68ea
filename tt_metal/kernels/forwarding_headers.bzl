# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Rule `forwarding_headers`: for each current header, one at its older include path that includes it."""

visibility(["//tt_metal/kernels"])

# Older places of single headers, and of whole folders. Upstream's compute kernels also include, one by
# one, the headers that its compute API is made of.
_OLDER_FILES = {
    "api/compute/common.h": [
        "ckernel.h",
        "ckernel_defs.h",
        "ckernel_globals.h",
        "ckernel_include.h",
        "ckernel_ops.h",
        "ckernel_template.h",
        "llk_defs.h",
    ],
    "api/compute/compute_kernel_api.h": [
        "compute_kernel_api.h",
        "ckernel_sfpu_binary.h",
        "ckernel_sfpu_cumsum.h",
        "ckernel_sfpu_exp.h",
        "ckernel_sfpu_log.h",
        "ckernel_sfpu_recip.h",
        "ckernel_sfpu_topk.h",
    ],
    "api/compute/sfpi.h": [
        "ckernel_sfpu.h",
        "llk_math_eltwise_binary_sfpu_params.h",
        "llk_math_eltwise_ternary_sfpu_params.h",
        "llk_math_eltwise_unary_sfpu_params.h",
        "sfpi.h",
    ],
    "api/dataflow/circular_buffer.h": ["experimental/circular_buffer.h"],
    "api/dataflow/dataflow_api.h": ["dataflow_api.h"],
    "api/dataflow/noc.h": [
        "experimental/core_local_mem.h",
        "experimental/endpoints.h",
        "experimental/noc.h",
        "experimental/noc_semaphore.h",
        "experimental/tensor.h",
    ],
    "api/dataflow/reduce_scaler.h": [
        "ttnn/cpp/ttnn/deprecated/tt_dnn/kernels/dataflow/generate_bcast_scalar.hpp",
        "ttnn/cpp/ttnn/deprecated/tt_dnn/kernels/dataflow/generate_reduce_scaler.hpp",
        "ttnn/deprecated/tt_dnn/kernels/dataflow/generate_bcast_scalar.hpp",
        "ttnn/deprecated/tt_dnn/kernels/dataflow/generate_reduce_scaler.hpp",
    ],
    "internal/chip.h": ["noc_parameters.h"],
    "internal/circular_buffers.h": ["hostdevcommon/kernel_structs.h"],
    "internal/compile_time_args.h": ["compile_time_args.h"],
    "internal/kernel.h": ["risc_common.h"],
    "internal/l1.h": ["risc_attribs.h"],
}
_OLDER_FOLDERS = {
    "api/compute/": "compute_kernel_api/",
    "api/debug/": "debug/",
    "api/tensor/": "accessor/",
}

# With its own name, so that no two files of the wheel are alike.
_FORWARD = """// {older}, where it is now.
#pragma once
#include "{current}"  // IWYU pragma: export
"""

def _older_paths(include):
    paths = _OLDER_FILES.get(include, [])
    for current, older in _OLDER_FOLDERS.items():
        if include.startswith(current):
            paths = paths + [older + include.removeprefix(current)]
    return paths

def _forwarding_headers_impl(ctx):
    forwards = []
    for header in ctx.files.hdrs:
        include = header.short_path.removeprefix(ctx.label.package + "/")
        for older in _older_paths(include):
            forward = ctx.actions.declare_file(ctx.attr.prefix + older)
            ctx.actions.write(forward, _FORWARD.format(older = older, current = header.short_path))
            forwards.append(forward)
    return [DefaultInfo(files = depset(forwards))]

forwarding_headers = rule(
    implementation = _forwarding_headers_impl,
    doc = "Writes `<prefix><older path>` for each older path of each header.",
    attrs = {
        "hdrs": attr.label_list(mandatory = True, allow_files = [".h"], doc = "Current headers, of this package."),
        "prefix": attr.string(mandatory = True, doc = "Folder below this package, with a slash at its end."),
    },
)
