# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Rule `kernel_names`: the names by which programs of operations ask for kernels."""

load("//tt_metal/kernels:device_kernel.bzl", "DeviceKernelInfo", "DeviceSourcesInfo")

visibility([
    "//ttnn/cpp/operations",
    "//ttnn/ttnn",
])

KernelNamesInfo = provider(
    doc = "Kernels under their names.",
    fields = {"elfs": "Dictionary: `<folder>/<kernel>.<hart>.elf` to File."},
)

def _kernel_names_impl(ctx):
    elfs = {
        "{}/{}".format(folder, elf.basename): elf
        for kernel, folder in ctx.attr.kernels.items()
        for elf in kernel[DeviceKernelInfo].elfs.to_list()
    }
    files = depset(elfs.values())
    return [
        DefaultInfo(files = files, runfiles = ctx.runfiles(transitive_files = files)),
        KernelNamesInfo(elfs = elfs),
        DeviceSourcesInfo(files = depset(
            transitive = [kernel[DeviceSourcesInfo].files for kernel in ctx.attr.kernels],
        )),
    ]

kernel_names = rule(
    implementation = _kernel_names_impl,
    doc = "Names kernels: `CreateKernel(program, \"<folder>/<kernel>\", ...)`.",
    attrs = {
        "kernels": attr.label_keyed_string_dict(
            mandatory = True,
            providers = [DeviceKernelInfo, DeviceSourcesInfo],
            doc = "Each kernel and the folder in its name.",
        ),
    },
    provides = [
        DeviceSourcesInfo,
        KernelNamesInfo,
    ],
)
