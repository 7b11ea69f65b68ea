# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Repository rule: one Python distribution, brought by pip and unpacked from its wheel."""

load(":pip.bzl", "INTERPRETER_ATTRS", "run_python")

visibility(["//third_party/python/..."])

_UNPACK = Label(":unpack_wheel.py")

_BUILD = """\
load("@rules_python//python:py_library.bzl", "py_library")

package(default_visibility = ["//visibility:public"])

# What an installer takes.
filegroup(
    name = "whl",
    srcs = glob(["wheel/*.whl"], allow_empty = True),
)

# Native programs that the wheel carries.
exports_files(glob(["bin/*", "site/**/bin/*"], allow_empty = True))

# A package's own tests would double the files in every sandbox; names with spaces are tool templates.
py_library(
    name = "pkg",
    srcs = glob(["site/**/*.py"], allow_empty = True, exclude = ["site/**/tests/**"]),
    data = glob(["site/**"], allow_empty = True, exclude = ["**/*.py", "**/* *", "site/**/tests/**"]),
    imports = ["site"],
    deps = {deps},
)
"""

def _download(repository_ctx):
    """Lets pip choose, fetch and check the wheel; none comes when no requirement holds for the interpreter."""
    repository_ctx.report_progress("pip download " + repository_ctx.attr.distribution)
    repository_ctx.file("requirements.txt", "\n".join(repository_ctx.attr.requirements) + "\n")
    result = run_python(repository_ctx, [
        "-m",
        "pip",
        "download",
        "--no-deps",
        "--only-binary=:all:",
        "--require-hashes",
        "--disable-pip-version-check",
        "--requirement=requirements.txt",
        "--dest=wheel",
    ])
    if result.return_code:
        fail("pip could not bring {} (it must reach a package index or a folder that has it, see `pip config list`):\n{}".format(
            repository_ctx.attr.requirements[0].partition(" ")[0],
            result.stderr,
        ))

def _unpack(repository_ctx):
    """Unpacks the wheel into site/ and bin/ and returns the normalized names of what it requires."""
    extras = repository_ctx.attr.requirements[0].partition("==")[0].partition("[")[2].strip(" ]")
    result = run_python(repository_ctx, [
        "-B",
        repository_ctx.path(_UNPACK),
        "wheel",
        ".",
    ] + ["--extra=" + extra.strip() for extra in extras.split(",") if extra])
    if result.return_code:
        fail("%s: %s" % (repository_ctx.attr.distribution, result.stderr))
    return json.decode(result.stdout)

def _distribution_repository_impl(repository_ctx):
    attrs = repository_ctx.attr
    _download(repository_ctx)
    build = _BUILD.format(
        deps = ["@{}//{}".format(attrs.hub, name) for name in _unpack(repository_ctx)],
    )
    if attrs.overlay:
        build += "\n" + repository_ctx.read(attrs.overlay)
    repository_ctx.file("BUILD.bazel", build)

distribution_repository = repository_rule(
    doc = "`:pkg` is the library, `:whl` the wheel; native programs are files under bin/.",
    implementation = _distribution_repository_impl,
    attrs = {
        "distribution": attr.string(mandatory = True, doc = "Normalized name."),
        "hub": attr.string(mandatory = True, doc = "Hub through which requirements of this one are found."),
        "overlay": attr.label(doc = "Targets appended to the BUILD file."),
        "requirements": attr.string_list(mandatory = True, doc = "Lines of the lock for this distribution."),
    } | INTERPRETER_ATTRS,
)
