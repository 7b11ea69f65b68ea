# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Rule `kernel_files`: kernels where the runtime of an installed package looks for them."""

load("//packaging:member_origins.bzl", "MemberOriginsInfo")
load("//ttnn/cpp/operations:kernel_names.bzl", "KernelNamesInfo")

visibility(["//ttnn/ttnn"])

def _kernel_files_impl(ctx):
    files = []
    makers = {}
    for name, elf in ctx.attr.kernels[KernelNamesInfo].elfs.items():
        file = ctx.actions.declare_file("kernels/" + name)
        ctx.actions.symlink(output = file, target_file = elf)
        files.append(file)
        makers[file.short_path] = elf.owner
    return [
        DefaultInfo(files = depset(files), runfiles = ctx.runfiles(files)),
        MemberOriginsInfo(targets = makers),
    ]

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
