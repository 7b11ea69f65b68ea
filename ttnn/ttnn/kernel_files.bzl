# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Rule `kernel_files`: the ELF files of kernels, where the runtime of an installed package looks for them."""

load("//tt_metal/kernels:device_kernel.bzl", "DeviceKernelInfo")

visibility(["//ttnn/ttnn"])

def _kernel_files_impl(ctx):
    files = []
    for kernel, folder in ctx.attr.kernels.items():
        for elf in kernel[DeviceKernelInfo].elfs.to_list():
            file = ctx.actions.declare_file("kernels/{}/{}".format(folder, elf.basename))
            ctx.actions.symlink(output = file, target_file = elf)
            files.append(file)
    return [DefaultInfo(files = depset(files), runfiles = ctx.runfiles(files))]

kernel_files = rule(
    implementation = _kernel_files_impl,
    doc = "Places `<kernel>.<hart>.elf` at `kernels/<folder>/` of the package that the rule is in.",
    attrs = {
        "kernels": attr.label_keyed_string_dict(
            mandatory = True,
            providers = [DeviceKernelInfo],
            doc = "Each kernel and its folder; `<folder>/<name>` is the name by which programs ask for it.",
        ),
    },
)
