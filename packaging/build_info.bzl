# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Rule `build_info`: from which sources and with which tools a wheel was built."""

load("@host_python//:version.bzl", "ZLIB_VERSION")
load("@toolchains_llvm//toolchain:versions.bzl", "GLIBC_VERSION", "LLVM_DISTRIBUTIONS")

visibility(["//packaging"])

def _build_info_impl(ctx):
    output = ctx.actions.declare_file(ctx.label.name + ".json")
    facts = json.encode(struct(
        version = ctx.attr.version,
        glibc = GLIBC_VERSION,
        toolchains = [
            struct(
                name = "LLVM",
                version = version,
                distribution = distribution.requirement,
                # One for each kind of build host.
                sha256 = distribution.sha256,
            )
            for version, distribution in LLVM_DISTRIBUTIONS.items()
        ],
        # Bytes of archives depend on it. Who writes one has this file as an input, so none of another zlib comes from a cache.
        zlib = ZLIB_VERSION,
    ))
    ctx.actions.run(
        executable = ctx.executable._write_build_info,
        # The status file has lines on the machine, too; this action keeps them from those behind it.
        arguments = ["--facts", facts, "--status", ctx.info_file.path, "--output", output.path],
        inputs = [ctx.info_file],
        outputs = [output],
        mnemonic = "BuildInfo",
    )
    return [DefaultInfo(files = depset([output]))]

build_info = rule(
    implementation = _build_info_impl,
    doc = "`<name>.json`: version, source revision, toolchains by their digests. The same sources give the same bytes.",
    attrs = {
        "version": attr.string(mandatory = True),
        "_write_build_info": attr.label(
            default = "//packaging:write_build_info",
            executable = True,
            cfg = "exec",
        ),
    },
)
