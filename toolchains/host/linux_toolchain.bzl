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

def linux_toolchain(name, triple, march, control_flow, control_flow_report, sysroot, args, **kwargs):
    """Defines the cc_toolchain `name`.

    Args:
      name: name of the toolchain.
      triple: what clang calls the target.
      march: the lowest instruction set that binaries run on.
      control_flow: flag by which the compiler guards jumps and returns.
      control_flow_report: option by which the linker refuses objects that were compiled without.
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

    # Older processors take the instructions for no-ops.
    cc_args(
        name = name + "_control_flow",
        actions = ["@rules_cc//cc/toolchains/actions:compile_actions"],
        args = [control_flow],
    )

    # One object without would take the guards from the whole library. Programs, which do not ship, begin
    # with glibc's code of old, which has none.
    cc_args(
        name = name + "_control_flow_everywhere",
        actions = ["@rules_cc//cc/toolchains/actions:dynamic_library_link_actions"],
        args = ["-Wl,-z," + control_flow_report],
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
            name + "_control_flow",
            name + "_control_flow_everywhere",
            name + "_no_host_files",
        ] + args,
        tool_map = "//toolchains/args:tools",
        **kwargs
    )
