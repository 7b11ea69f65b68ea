# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""An LLVM distribution: tools in bin/, compiler headers in lib/clang/{major}/include."""

package(default_visibility = ["//visibility:public"])

exports_files(glob(["bin/*"]))

# The program behind every tool.
filegroup(
    name = "multicall",
    srcs = ["bin/zig"],
)

# What its makers ask to hand on with what is built from these sources.
exports_files(glob(["share/licenses/**"]))
