# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""`py_sdist`: a source distribution of the files that belong to the tree."""

visibility(["//packaging/..."])

def _py_sdist_impl(ctx):
    stem = "{}-{}".format(ctx.attr.distribution, ctx.attr.version)
    pkg_info = ctx.actions.declare_file("PKG-INFO")
    ctx.actions.run(
        executable = ctx.executable._write_sdist,
        arguments = [ctx.actions.args()
            .add("pkg-info")
            .add("--pyproject", ctx.file.pyproject)
            .add("--version", ctx.attr.version)
            .add("--output", pkg_info)],
        inputs = [ctx.file.pyproject] + ctx.files.pyproject_files,
        outputs = [pkg_info],
        mnemonic = "PyPkgInfo",
        progress_message = "Writing %{output}",
    )

    sdist = ctx.actions.declare_file(stem + ".tar.gz")
    ctx.actions.run(
        executable = ctx.executable._write_sdist,
        arguments = [ctx.actions.args()
            .add("archive")
            .add("--tracked-list", ctx.file.tracked_list)
            .add("--build-info", ctx.file.build_info)
            .add("--pkg-info", pkg_info)
            .add("--output", sdist)],
        inputs = [ctx.file.tracked_list, ctx.file.build_info, pkg_info] + ctx.files.tracked_files,
        outputs = [sdist],
        mnemonic = "PySdist",
        progress_message = "Writing %{output}",
    )
    return [
        DefaultInfo(files = depset([sdist]), runfiles = ctx.runfiles([sdist])),
        OutputGroupInfo(pkg_info = depset([pkg_info])),
    ]

py_sdist = rule(
    implementation = _py_sdist_impl,
    doc = "Builds `<distribution>-<version>.tar.gz`, named as PEP 625 asks.",
    attrs = {
        "build_info": attr.label(
            mandatory = True,
            allow_single_file = [".json"],
            doc = "The build info of the wheels, for the revision of the sources.",
        ),
        "distribution": attr.string(mandatory = True, doc = "Normalised name of the distribution."),
        "pyproject": attr.label(
            mandatory = True,
            allow_single_file = [".toml"],
            doc = "File with the `[project]` table that core metadata is drawn from.",
        ),
        "pyproject_files": attr.label_list(
            allow_files = True,
            doc = "The files that the `[project]` table names.",
        ),
        "tracked_files": attr.label(mandatory = True, doc = "The files to pack."),
        "tracked_list": attr.label(
            mandatory = True,
            allow_single_file = [".json"],
            doc = "Their paths in the archive, and which of them are programs.",
        ),
        "version": attr.string(mandatory = True),
        "_write_sdist": attr.label(
            default = "//packaging/sdist:write_sdist",
            executable = True,
            cfg = "exec",
        ),
    },
)
