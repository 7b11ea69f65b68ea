# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Repository rule: short names for the distributions of a lock."""

visibility(["//third_party/python/..."])

_PACKAGE = """\
package(default_visibility = ["//visibility:public"])

alias(
    name = "{distribution}",
    actual = "@{hub}_{distribution}//:pkg",
)

alias(
    name = "whl",
    actual = "@{hub}_{distribution}//:whl",
)
"""

def _hub_repository_impl(repository_ctx):
    repository_ctx.file("BUILD.bazel")
    for distribution in repository_ctx.attr.distributions:
        repository_ctx.file(
            distribution + "/BUILD.bazel",
            _PACKAGE.format(distribution = distribution, hub = repository_ctx.attr.hub),
        )

hub_repository = repository_rule(
    doc = "A package with aliases for each distribution; nothing is fetched by it.",
    implementation = _hub_repository_impl,
    attrs = {
        "distributions": attr.string_list(mandatory = True, doc = "Normalized names."),
        "hub": attr.string(mandatory = True, doc = "The name by which builds know this repository."),
    },
)
