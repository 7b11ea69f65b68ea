# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""A directory of an external repository as one input instead of thousands.

Headers of a C library and of libc++ are 3000 files. A sandbox links each input of each action, which
costs more than compiling a small file; one directory is one link. The repositories this is used in
are never edited after they were fetched, so that nothing is lost by not listing their files.
"""

load("@bazel_skylib//rules/directory:providers.bzl", "DirectoryInfo", "create_directory_info")

def _source_directory_impl(ctx):
    directory = ctx.file.path
    files = depset([directory])
    return [
        DefaultInfo(files = files),
        create_directory_info(
            entries = {},
            transitive_files = files,
            path = directory.path,
            human_readable = str(ctx.label),
        ),
    ]

source_directory = rule(
    implementation = _source_directory_impl,
    attrs = {"path": attr.label(allow_single_file = True, mandatory = True)},
    doc = "Gives the folder `path` to rules that take a skylib directory, like cc_args.",
)

def _directory_of_tool_impl(ctx):
    tool = ctx.file.tool
    files = depset([tool] + ctx.files.data)
    return [
        DefaultInfo(files = files),
        create_directory_info(
            entries = {tool.basename: tool},
            transitive_files = files,
            path = tool.dirname,
            human_readable = str(ctx.label),
        ),
    ]

directory_of_tool = rule(
    implementation = _directory_of_tool_impl,
    attrs = {
        "data": attr.label_list(allow_files = True, doc = "What the tool needs to run."),
        "tool": attr.label(allow_single_file = True, mandatory = True),
    },
    doc = "Lets flags name a tool by its folder, since cc_args formats folders only.",
)

def _builtin_include_directory_impl(ctx):
    directory = ctx.attr.directory[DirectoryInfo]
    return [
        DefaultInfo(files = directory.transitive_files),
        create_directory_info(
            entries = directory.entries,
            transitive_files = directory.transitive_files,
            # Bazel takes a builtin include directory as relative to the toolchain's package, unless:
            path = "%workspace%/" + directory.path,
            human_readable = directory.human_readable,
        ),
    ]

builtin_include_directory = rule(
    implementation = _builtin_include_directory_impl,
    attrs = {"directory": attr.label(mandatory = True, providers = [DirectoryInfo])},
    doc = "Allows headers below a directory without listing them, for `allowlist_include_directories`.",
)
