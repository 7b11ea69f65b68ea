# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Macro `linux_toolchain`: what the toolchains of Linux do not share, their processor and their sysroot."""

load("@rules_cc//cc/toolchains:args.bzl", "cc_args")
load("@rules_cc//cc/toolchains:toolchain.bzl", "cc_toolchain")
load("@toolchains_llvm//toolchain:source_directory.bzl", "builtin_include_directory")

visibility(["//toolchains/host"])

_COMPILE_AND_LINK = [
    "@rules_cc//cc/toolchains/actions:compile_actions",
    "@rules_cc//cc/toolchains/actions:link_actions",
]

def linux_toolchain(name, triple, march, sysroot, args, **kwargs):
    """Defines the cc_toolchain `name`.

    Args:
      name: name of the toolchain.
      triple: what clang calls the target.
      march: the lowest instruction set that binaries run on.
      sysroot: repository of the target's sysroot.
      args: arguments that the toolchains share.
      **kwargs: passed on to cc_toolchain.
    """
    cc_args(
        name = name + "_target",
        actions = _COMPILE_AND_LINK,
        args = [
            "--target=" + triple,
            "-march=" + march,
        ],
    )

    # Headers, libraries and start files of the sysroot alone.
    cc_args(
        name = name + "_no_host_files",
        actions = _COMPILE_AND_LINK,
        allowlist_include_directories = [name + "_sysroot_headers"],
        args = [
            "--sysroot={sysroot}",
            "-resource-dir={resource_directory}",
        ],
        format = {
            "resource_directory": sysroot + "//:resource_directory",
            "sysroot": sysroot + "//:root",
        },
    )
    builtin_include_directory(
        name = name + "_sysroot_headers",
        directory = sysroot + "//:root",
    )
    cc_toolchain(
        name = name,
        args = [
            name + "_target",
            name + "_no_host_files",
        ] + args,
        tool_map = "//toolchains/args:tools",
        **kwargs
    )
