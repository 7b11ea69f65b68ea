# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Rule `kernel_files`: kernels where the runtime of an installed package looks for them."""

load("//packaging:member_origins.bzl", "place")
load("//ttnn/cpp/operations:kernel_names.bzl", "KernelNamesInfo")

visibility(["//ttnn/ttnn"])

def _kernel_files_impl(ctx):
    elfs = ctx.attr.kernels[KernelNamesInfo].elfs
    return place(ctx, {"kernels/" + name: elf for name, elf in elfs.items()})

kernel_files = rule(
    implementation = _kernel_files_impl,
    doc = "Places kernels at `kernels/<name>` of the package that the rule is in.",
    attrs = {
        "kernels": attr.label(
            mandatory = True,
            providers = [KernelNamesInfo],
            doc = "Kernels and their names.",
        ),
    },
)
