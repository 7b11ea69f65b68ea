# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Rules for what a kernel is compiled from and with where there is no Bazel.

`compiler_flags` writes down the flags of the device's toolchain and what the rule of kernels adds, so that
a kernel compiled at run time is compiled as one that ships. `device_sources` collects headers and sources, with no list of them.
"""

load("@rules_cc//cc:action_names.bzl", "CPP_COMPILE_ACTION_NAME")
load("@rules_cc//cc:find_cc_toolchain.bzl", "find_cc_toolchain", "use_cc_toolchain")
load("@rules_cc//cc/common:cc_common.bzl", "cc_common")
load("@rules_cc//cc/common:cc_info.bzl", "CcInfo")
load("//toolchains/platforms:for_device.bzl", "for_device")
load("//tt_metal/kernels:device_kernel.bzl", "DeviceSourcesInfo")
load("//tt_metal/kernels:harts.bzl", "HART_DEFINES")

visibility([
    "//tt_metal/jit/...",
    "//ttnn/ttnn",
])

# Where a Zig distribution has what the sysroot has, and the parts of the sysroot's libc++ that its
# copy lacks.
_LIBCXX_CONFIG = "device/libcxx_config.h"
_IN_DISTRIBUTION = {
    "/include": ["{compiler}/libc/include/riscv32-linux-musl", "{compiler}/libc/include/generic-musl"],
    "/include/c++/v1": ["{compiler}/libcxx/include"],
}

# Of one build alone.
_SOURCE = "source"
_OBJECT = "object"
_OF_ONE_BUILD = ["-c", _SOURCE, "-o", _OBJECT, "-frandom-seed=" + _OBJECT]

_SYSROOT_FLAG = "--sysroot="
_RESOURCE_FLAG = "-resource-dir="

def _asks_for_warnings(flag):
    return flag.startswith("-W") and not flag.startswith("-Wno-")

def _portable_flags(flags):
    """The flags with places in a Zig distribution for those in the sysroot, and without warnings.

    They are the users' kernels, and theirs to be warned of.
    """
    (sysroot,) = [flag.removeprefix(_SYSROOT_FLAG) for flag in flags if flag.startswith(_SYSROOT_FLAG)]
    portable = []
    before = None
    for flag in flags:
        if flag.startswith(sysroot):
            places = _IN_DISTRIBUTION[flag.removeprefix(sysroot)]
            portable += places[:1] + [word for place in places[1:] for word in (before, place)]
        elif flag.startswith(_RESOURCE_FLAG):
            portable.append(_RESOURCE_FLAG + "{compiler}")
        elif flag not in _OF_ONE_BUILD and not _asks_for_warnings(flag) and not flag.startswith(_SYSROOT_FLAG):
            portable.append(flag)
        before = flag
    return portable

def _include_folders(ctx):
    """Where kernels look for includes, as paths in this repository; the repository itself comes first."""
    outputs = ctx.bin_dir.path + "/"
    folders = [
        folder
        for library in ctx.attr.deps
        for folder in library[CcInfo].compilation_context.system_includes.to_list()
        if not folder.startswith(outputs)
    ]
    return ["."] + folders

def _compiler_flags_impl(ctx):
    cc_toolchain = find_cc_toolchain(ctx)
    features = cc_common.configure_features(
        ctx = ctx,
        cc_toolchain = cc_toolchain,
        unsupported_features = ctx.disabled_features,
    )
    flags = _portable_flags(cc_common.get_memory_inefficient_command_line(
        feature_configuration = features,
        action_name = CPP_COMPILE_ACTION_NAME,
        variables = cc_common.create_compile_variables(
            cc_toolchain = cc_toolchain,
            feature_configuration = features,
            source_file = _SOURCE,
            output_file = _OBJECT,
        ),
    )) + ["-include", "{root}/%s/%s" % (ctx.label.package, _LIBCXX_CONFIG)]
    lines = {"compiler_flags": flags, "include_folders": _include_folders(ctx)} | {
        hart.upper() + "_flags": ["-D" + define for define in defines]
        for hart, defines in HART_DEFINES.items()
    }
    files = []
    for name, content in lines.items():
        file = ctx.actions.declare_file("device/{}.txt".format(name))
        ctx.actions.write(file, "\n".join(content) + "\n")
        files.append(file)
    for path, file in {
        "device/libclang_rt.builtins.a": ctx.file.builtins,
        _LIBCXX_CONFIG: ctx.file.libcxx_config,
    }.items():
        placed = ctx.actions.declare_file(path)
        ctx.actions.symlink(output = placed, target_file = file)
        files.append(placed)
    return [DefaultInfo(files = depset(files))]

compiler_flags = rule(
    implementation = _compiler_flags_impl,
    doc = "Writes `device/compiler_flags.txt`, `<HART>_flags.txt` and `include_folders.txt`, a flag or folder in each " +
          "line, and places what they refer to beside them.",
    attrs = {
        "builtins": attr.label(allow_single_file = [".a"], mandatory = True, doc = "The compiler's builtins."),
        "deps": attr.label_list(providers = [CcInfo], doc = "Device libraries whose include folders kernels have."),
        "libcxx_config": attr.label(allow_single_file = True, mandatory = True, doc = "libc++'s configuration."),
    },
    cfg = for_device,
    fragments = ["cpp"],
    toolchains = use_cc_toolchain(),
)

def _device_sources_impl(ctx):
    files = depset(
        ctx.files.srcs,
        transitive = [library[CcInfo].compilation_context.headers for library in ctx.attr.deps],
    )
    return [DefaultInfo(files = files), DeviceSourcesInfo(files = files)]

device_sources = rule(
    implementation = _device_sources_impl,
    doc = "Files, and all headers of device libraries.",
    attrs = {
        "deps": attr.label_list(providers = [CcInfo], doc = "Device libraries."),
        "srcs": attr.label_list(allow_files = True, doc = "Further files."),
    },
    cfg = for_device,
    provides = [DeviceSourcesInfo],
)
