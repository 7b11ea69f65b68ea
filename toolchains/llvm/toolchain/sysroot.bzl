# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Repository rule: the sysroot of one target, built from the sources in an LLVM distribution."""

load(":distribution.bzl", "find_python")
load(":versions.bzl", "SYSROOTS")

visibility("//toolchain/extensions")

_PROGRESS = {
    "freestanding": "Building the compiler's builtins for {}",
    "glibc": "Building libc++ and the stubs of glibc for {} (about a minute, once)",
}

def _llvm_sysroot_impl(rctx):
    target = SYSROOTS[rctx.attr.target]

    # Labels first: finding one may start this function anew.
    make_sysroot = rctx.path(rctx.attr._make_sysroot)
    build_file = rctx.path(rctx.attr._build_file)
    distribution = rctx.path(rctx.attr.distribution).dirname.dirname
    rctx.report_progress(_PROGRESS[target.kind].format(rctx.attr.target))
    result = rctx.execute([
        find_python(rctx),
        "-B",
        make_sysroot,
        "--distribution=" + str(distribution),
        "--sysroot=sysroot",
        "--kind=" + target.kind,
        "--triple=" + target.triple,
        "--zig-target=" + target.zig_target,
        "--zig-cpu=" + target.zig_cpu,
        "--control-flow=" + target.control_flow,
    ], timeout = 1800)
    if result.return_code != 0:
        fail("cannot make the sysroot of {}:\n{}".format(rctx.attr.target, result.stderr))

    major = distribution.get_child("lib", "clang").readdir()[0].basename
    rctx.template("BUILD.bazel", build_file, {
        "{major}": major,
        "{target}": rctx.attr.target,
    })

llvm_sysroot = repository_rule(
    implementation = _llvm_sysroot_impl,
    attrs = {
        "distribution": attr.label(mandatory = True, doc = "bin/zig of an llvm_distribution."),
        "target": attr.string(mandatory = True, values = SYSROOTS.keys()),
        "_build_file": attr.label(default = "//toolchain:sysroot.BUILD.bazel.tpl"),
        "_make_sysroot": attr.label(default = "//toolchain:make_sysroot.py"),
    },
    doc = "`:sysroot` for --sysroot and `:resource_directory` for -resource-dir.",
)
