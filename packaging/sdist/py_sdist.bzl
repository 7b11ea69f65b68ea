# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""`py_sdist`: a source distribution of the files that belong to the tree."""

load("//packaging:core_metadata.bzl", "CORE_METADATA_ATTRS", "write_core_metadata")

visibility(["//packaging/..."])

def _py_sdist_impl(ctx):
    stem = "{}-{}".format(ctx.attr.distribution, ctx.attr.version)
    pkg_info = ctx.actions.declare_file("PKG-INFO")

    # A wheel adds what is linked into it.
    write_core_metadata(ctx, pkg_info, ["--dynamic=License-Expression", "--dynamic=License-File"])

    sdist = ctx.actions.declare_file(stem + ".tar.gz")
    ctx.actions.run(
        executable = ctx.executable._write_sdist,
        arguments = [ctx.actions.args()
            .add("--tracked-list", ctx.file.tracked_list)
            .add("--build-info", ctx.file.build_info)
            .add("--pkg-info", pkg_info)
            .add("--output", sdist)],
        inputs = [ctx.file.tracked_list, ctx.file.build_info, pkg_info] + ctx.files.tracked_files,
        outputs = [sdist],
        mnemonic = "PySdist",
        progress_message = "Writing %{output}",
    )
    return [DefaultInfo(files = depset([sdist]), runfiles = ctx.runfiles([sdist]))]

py_sdist = rule(
    implementation = _py_sdist_impl,
    doc = "Builds `<distribution>-<version>.tar.gz`, named as PEP 625 asks.",
    attrs = CORE_METADATA_ATTRS | {
        "build_info": attr.label(
            mandatory = True,
            allow_single_file = [".json"],
            doc = "The build info of the wheels, for the revision of the sources.",
        ),
        "tracked_files": attr.label(mandatory = True, doc = "The files to pack."),
        "tracked_list": attr.label(
            mandatory = True,
            allow_single_file = [".json"],
            doc = "Their paths in the archive, and which of them are programs.",
        ),
        "_write_sdist": attr.label(
            default = "//packaging/sdist:write_sdist",
            executable = True,
            cfg = "exec",
        ),
    },
)
