# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Repository rule: whether this machine's pip can bring an optional distribution."""

load(":pip.bzl", "INTERPRETER_ATTRS", "run_python")

visibility(["//third_party/python/..."])

_BUILD = """\
# Goes into target_compatible_with: targets that need {distribution} are shown as skipped where pip has no such build.
alias(
    name = "available",
    actual = "{constraint}",
    visibility = ["//visibility:public"],
)
"""

def _availability_repository_impl(repository_ctx):
    distribution = repository_ctx.attr.distribution
    pins = [line.partition(" --hash")[0] for line in repository_ctx.attr.requirements]
    repository_ctx.report_progress("asking pip for " + distribution)

    # A dry run reads the metadata of the exact version alone, and downloads nothing when there is none.
    result = run_python(repository_ctx, [
        "-m",
        "pip",
        "install",
        "--dry-run",
        "--no-deps",
        "--ignore-installed",
        "--only-binary=:all:",
        "--disable-pip-version-check",
        "--quiet",
    ] + pins)
    repository_ctx.file("BUILD.bazel", _BUILD.format(
        constraint = "@platforms//:incompatible" if result.return_code else "@platforms//os:linux",
        distribution = distribution,
    ))

availability_repository = repository_rule(
    doc = "`:available` is a constraint that holds where pip finds the distribution.",
    implementation = _availability_repository_impl,
    attrs = {
        "distribution": attr.string(mandatory = True, doc = "Normalized name."),
        "requirements": attr.string_list(mandatory = True, doc = "Lines of the lock for this distribution."),
    } | INTERPRETER_ATTRS,
    configure = True,
)
