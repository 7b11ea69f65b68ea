# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""An LLVM distribution: tools in bin/, compiler headers in lib/clang/{major}/include."""

load("@toolchains_llvm//toolchain:source_directory.bzl", "source_directory")

package(default_visibility = ["//visibility:public"])

exports_files(glob(["bin/*"]))

# The program behind every tool.
filegroup(
    name = "multicall",
    srcs = ["bin/zig"],
)

# Headers and sources of the runtimes, for programs that compile without Bazel.
source_directory(
    name = "runtimes",
    path = "share/zig",
)

# What its makers ask to hand on with what is built from these sources.
exports_files(glob(["share/licenses/**"]))
