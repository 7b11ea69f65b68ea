# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

load("@rules_cc//cc:cc_library.bzl", "cc_library")
load("@rules_python//python:py_runtime.bzl", "py_runtime")
load("@rules_python//python:py_runtime_pair.bzl", "py_runtime_pair")

package(default_visibility = ["//visibility:public"])

exports_files(["interpreter.json"])

cc_library(
    name = "headers",
    hdrs = glob(["include/**/*.h"]) + select({
        "@platforms//cpu:aarch64": ["config/aarch64/pyconfig.h"],
        "//conditions:default": ["config/x86_64/pyconfig.h"],
    }),
    includes = ["include"] + select({
        "@platforms//cpu:aarch64": ["config/aarch64"],
        "//conditions:default": ["config/x86_64"],
    }),
)

# libpython, for programs that embed the interpreter. It may want a newer glibc than the sysroot's: that
# of the machine, on which such programs run and are not taken elsewhere.
cc_library(
    name = "library",
    srcs = glob(
        ["lib/*.so*"],
        allow_empty = True,
    ),
    linkopts = ["-Wl,--allow-shlib-undefined"],
    target_compatible_with = ["{library_constraint}"],
    deps = [":headers"],
)

py_runtime(
    name = "runtime",
    files = ["pyvenv.cfg"],
    interpreter = "bin/python3",
    python_version = "PY3",
    # The shebang of the stubs that Bazel writes: PATH is not an input, so env(1) might find nothing or another Python.
    stub_shebang = "#!{interpreter_path}",
)

py_runtime_pair(
    name = "runtime_pair",
    py3_runtime = ":runtime",
)

toolchain(
    name = "toolchain",
    target_compatible_with = ["@platforms//os:linux"],
    toolchain = ":runtime_pair",
    toolchain_type = "@rules_python//python:toolchain_type",
)
