# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Module extension: the files of the tree that git tracks, or that an unpacked sdist names, as inputs of actions."""

visibility("public")

_LIST = Label(":list_tracked_files.py")

_BUILD = """\
exports_files(["files.json"])

filegroup(
    name = "files",
    srcs = glob(["links/*"]),
    visibility = ["//visibility:public"],
)
"""

def _tracked_files_repository_impl(repository_ctx):
    program = repository_ctx.path(_LIST)
    python = repository_ctx.which("python3")
    if not python:
        fail("the files of the sdist are listed by Python, but there is no python3 on PATH: please install python3")
    root = repository_ctx.workspace_root
    result = repository_ctx.execute([python, "-B", program, root])
    if result.return_code:
        fail(result.stderr.strip())
    tracked = json.decode(result.stdout)

    # Written anew whenever a file is added to the tree or taken from it.
    repository_ctx.watch(tracked["index"])

    # Links of one flat folder: a BUILD file among them would make packages of this repository.
    for file in tracked["files"]:
        repository_ctx.symlink(root.get_child(file["path"]), file["link"])
    repository_ctx.file("files.json", json.encode_indent(tracked["files"]) + "\n")
    repository_ctx.file("BUILD.bazel", _BUILD)

_tracked_files_repository = repository_rule(implementation = _tracked_files_repository_impl)

def _tracked_files_impl(module_ctx):
    _tracked_files_repository(name = "tracked_files")
    return module_ctx.extension_metadata(reproducible = True)

tracked_files = module_extension(
    doc = "Makes `@tracked_files` with `:files` and `files.json`.",
    implementation = _tracked_files_impl,
)
