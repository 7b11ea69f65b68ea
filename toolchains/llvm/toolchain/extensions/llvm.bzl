# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Extension `llvm`: repositories holding an LLVM distribution and the sysroots of its targets.

    llvm = use_extension("@toolchains_llvm//toolchain/extensions:llvm.bzl", "llvm")
    llvm.toolchain(name = "llvm_toolchain", llvm_version = "22.1.8")
    llvm.sysroot(name = "llvm_toolchain", targets = ["linux-x86_64"])
    use_repo(llvm, "llvm_toolchain_llvm", "llvm_toolchain_sysroot_linux_x86_64")

`<name>_llvm` is laid out like an LLVM distribution (bin/clang, lib/clang/<major>/include, ...) and
`<name>_sysroot_<os>_<cpu>` like a sysroot, with the target's part of clang's resource directory.
"""

load("//toolchain:distribution.bzl", "llvm_distribution")
load("//toolchain:sysroot.bzl", "llvm_sysroot")
load("//toolchain:versions.bzl", "LLVM_DISTRIBUTIONS", "SYSROOTS")

def _check_known(what, value, known):
    if value not in known:
        fail("{} '{}' is not one of {}".format(what, value, sorted(known)))

def _llvm_impl(module_ctx):
    for module in module_ctx.modules:
        if not module.is_root:
            fail("only the root module may choose an LLVM, not '{}'".format(module.name))

        distributions = {}
        for tag in module.tags.toolchain:
            _check_known("llvm.toolchain: llvm_version", tag.llvm_version, LLVM_DISTRIBUTIONS)
            distributions[tag.name] = tag.name + "_llvm"
            llvm_distribution(name = distributions[tag.name], llvm_version = tag.llvm_version)

        for tag in module.tags.sysroot:
            _check_known("llvm.sysroot: name", tag.name, distributions)
            for target in tag.targets:
                _check_known("llvm.sysroot: target", target, SYSROOTS)
                llvm_sysroot(
                    name = "{}_sysroot_{}".format(tag.name, target.replace("-", "_")),
                    distribution = "@{}//:bin/zig".format(distributions[tag.name]),
                    target = target,
                )

    return module_ctx.extension_metadata(reproducible = True)

_toolchain = tag_class(
    doc = "An LLVM distribution, in the repository `<name>_llvm`.",
    attrs = {
        "llvm_version": attr.string(mandatory = True, doc = "A row of //toolchain:versions.bzl."),
        "name": attr.string(default = "llvm_toolchain", doc = "Prefix of the repositories."),
    },
)

_sysroot = tag_class(
    doc = "Sysroots of a toolchain's targets, in `<name>_sysroot_<target with underscores>`.",
    attrs = {
        "name": attr.string(default = "llvm_toolchain", doc = "The toolchain that they belong to."),
        "targets": attr.string_list(mandatory = True, doc = "Like \"linux-x86_64\"."),
    },
)

llvm = module_extension(
    implementation = _llvm_impl,
    tag_classes = {
        "sysroot": _sysroot,
        "toolchain": _toolchain,
    },
)
