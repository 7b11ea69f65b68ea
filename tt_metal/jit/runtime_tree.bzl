# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Rule `runtime_tree`: device sources where a runtime looks for them, at their paths in this repository."""

load("//packaging:member_origins.bzl", "place")
load("//tt_metal/kernels:device_kernel.bzl", "DeviceSourcesInfo")

visibility([
    "//tt_metal/jit/...",
    "//tt_metal/programming_examples",
    "//ttnn/ttnn",
])

def _runtime_tree_impl(ctx):
    sources = depset(transitive = [source[DeviceSourcesInfo].files for source in ctx.attr.srcs])
    return place(ctx, {ctx.attr.prefix + source.short_path: source for source in sources.to_list()})

runtime_tree = rule(
    implementation = _runtime_tree_impl,
    doc = "Places `<path in this repository>` below the package that the rule is in.",
    attrs = {
        "prefix": attr.string(doc = "Folder of the package, with a slash at its end."),
        "srcs": attr.label_list(mandatory = True, providers = [DeviceSourcesInfo]),
    },
)
