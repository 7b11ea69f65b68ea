# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Rule `device_kernel`: a kernel's source into the ELF files that the harts of a core run.

    device_kernel(
        name = "reader_binary",
        src = "dataflow/reader_binary.cpp",
        role = "reader",
        deps = ["//tt_metal/kernels:api"],
    )

It may stand among host targets and be their data: the rule itself changes over to the device.
"""

load("@rules_cc//cc:find_cc_toolchain.bzl", "find_cc_toolchain", "use_cc_toolchain")
load("@rules_cc//cc/common:cc_common.bzl", "cc_common")
load("@rules_cc//cc/common:cc_info.bzl", "CcInfo")
load("//toolchains/platforms:for_device.bzl", "for_device")
load(":harts.bzl", "HART_DEFINES", "ROLE_HARTS")

visibility("public")

DeviceKernelInfo = provider(
    doc = "The programs of a kernel.",
    fields = {"elfs": "depset of File: `<name>.<hart>.elf`, one for each hart that runs the kernel."},
)

DeviceSourcesInfo = provider(
    doc = "What device programs are made from.",
    fields = {"files": "depset of File: sources and headers of this repository."},
)

def _build_elf(ctx, hart, cc_toolchain, features, libraries):
    name = "{}.{}.elf".format(ctx.label.name, hart)
    libraries = libraries + [getattr(ctx.attr, "_startup_" + hart)[CcInfo]]
    _, objects = cc_common.compile(
        name = name,
        actions = ctx.actions,
        cc_toolchain = cc_toolchain,
        feature_configuration = features,
        srcs = [ctx.file.src],
        local_defines = HART_DEFINES[hart] + ["KERNEL_BUILD"] + ctx.attr.defines,
        compilation_contexts = [library.compilation_context for library in libraries],
    )
    return cc_common.link(
        name = name,
        actions = ctx.actions,
        cc_toolchain = cc_toolchain,
        feature_configuration = features,
        compilation_outputs = objects,
        linking_contexts = [library.linking_context for library in libraries],
        user_link_flags = ["-Wl,--script=" + ctx.file._linker_script.path],
        additional_inputs = [ctx.file._linker_script],
    ).executable

def _device_kernel_impl(ctx):
    cc_toolchain = find_cc_toolchain(ctx)
    features = cc_common.configure_features(
        ctx = ctx,
        cc_toolchain = cc_toolchain,
        requested_features = ctx.features,
        unsupported_features = ctx.disabled_features,
    )
    libraries = [dep[CcInfo] for dep in ctx.attr.deps]
    elfs = depset([
        _build_elf(ctx, hart, cc_toolchain, features, libraries)
        for hart in ROLE_HARTS[ctx.attr.role]
    ])
    return [
        DefaultInfo(files = elfs, runfiles = ctx.runfiles(transitive_files = elfs)),
        DeviceKernelInfo(elfs = elfs),
        DeviceSourcesInfo(files = depset(
            [ctx.file.src],
            transitive = [library.compilation_context.headers for library in libraries],
        )),
    ]

device_kernel = rule(
    implementation = _device_kernel_impl,
    attrs = {
        "defines": attr.string_list(doc = "Macros of this kernel, like \"BLOCK=4\"."),
        "deps": attr.label_list(providers = [CcInfo], doc = "Device libraries."),
        "role": attr.string(
            mandatory = True,
            values = ROLE_HARTS.keys(),
            doc = "Which harts run it: reader (NCRISC), writer (BRISC), data_movement (each of these two, " +
                  "for kernels that can do either's part) or compute (TRISC0 to 2).",
        ),
        "src": attr.label(
            allow_single_file = [".cpp"],
            mandatory = True,
            doc = "Defines `void kernel_main()`.",
        ),
        "_linker_script": attr.label(
            allow_single_file = True,
            default = "//tt_metal/hw:linker/kernel.ld",
        ),
    } | {
        "_startup_" + hart: attr.label(default = "//tt_metal/kernels/startup:" + hart)
        for hart in HART_DEFINES
    },
    cfg = for_device,
    fragments = ["cpp"],
    toolchains = use_cc_toolchain(),
    provides = [
        DeviceKernelInfo,
        DeviceSourcesInfo,
    ],
    doc = "Builds `<name>.<hart>.elf` for each hart of the kernel's role.",
)
