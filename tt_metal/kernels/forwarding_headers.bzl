# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Rule `forwarding_headers`: for each current header, one at its older include path that includes it."""

visibility(["//tt_metal/kernels"])

# Older places of single headers and of whole folders.
_OLDER_FILES = {
    "api/compute/compute_kernel_api.h": "compute_kernel_api.h",
    "api/dataflow/dataflow_api.h": "dataflow_api.h",
}
_OLDER_FOLDERS = {
    "api/compute/": "compute_kernel_api/",
    "api/debug/": "debug/",
    "api/tensor/": "accessor/",
}

def _older_path(include):
    if include in _OLDER_FILES:
        return _OLDER_FILES[include]
    for current, older in _OLDER_FOLDERS.items():
        if include.startswith(current):
            return older + include.removeprefix(current)
    return None

def _forwarding_headers_impl(ctx):
    forwards = []
    for header in ctx.files.hdrs:
        include = header.short_path.removeprefix(ctx.label.package + "/")
        older = _older_path(include)
        if older == None:
            continue
        forward = ctx.actions.declare_file(ctx.attr.prefix + older)
        ctx.actions.write(forward, "#pragma once\n#include \"{}\"  // IWYU pragma: export\n".format(include))
        forwards.append(forward)
    return [DefaultInfo(files = depset(forwards))]

forwarding_headers = rule(
    implementation = _forwarding_headers_impl,
    doc = "Writes `<prefix><older path>` for each header that had one.",
    attrs = {
        "hdrs": attr.label_list(mandatory = True, allow_files = [".h"], doc = "Current headers, of this package."),
        "prefix": attr.string(mandatory = True, doc = "Folder below this package, with a slash at its end."),
    },
)
