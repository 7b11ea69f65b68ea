# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The compiler that tests compile kernels with: `data` and `env` of a test."""

visibility("public")

_COMPILER = "@llvm_toolchain_llvm//:bin/zig"

KERNEL_COMPILER_FILES = [
    _COMPILER,
    "@llvm_toolchain_llvm//:runtimes",
]

KERNEL_COMPILER_ENV = {"TT_METAL_KERNEL_COMPILER": "$(rootpath %s)" % _COMPILER}
