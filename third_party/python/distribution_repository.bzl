# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Repository rule: one Python distribution, brought by pip and unpacked from its wheel."""

load("@pip_download//:pip_download.bzl", "pip_download")
load(":pip.bzl", "INTERPRETER_ATTRS", "interpreter_of", "run_python")

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
    pip_download(repository_ctx, interpreter_of(repository_ctx), attrs.requirements)
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
