# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Sysroot of {target}."""

load("@toolchains_llvm//toolchain:source_directory.bzl", "source_directory")

package(default_visibility = ["//visibility:public"])

source_directory(
    name = "root",
    path = "sysroot",
)

source_directory(
    name = "resource_directory",
    path = "sysroot/lib/clang/{major}",
)

# For programs that compile without Bazel.
exports_files(glob(
    [
        "sysroot/include/c++/v1/__config_site",
        "sysroot/lib/clang/{major}/lib/*/libclang_rt.builtins.a",
    ],
    allow_empty = True,
))
