# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Writes down which of our targets depend on which, as the build itself sees it."""

visibility(["//tests/layering/..."])

_EdgesInfo = provider(
    doc = "Direct dependencies within the main repository, of a target and all that it reaches.",
    fields = {"edges": "Depset of (from, to) pairs of labels as strings."},
)

def _targets_of(attribute):
    """The targets in the value of an attribute, whichever type it has."""
    if type(attribute) == "dict":
        values = attribute.keys() + attribute.values()
    elif type(attribute) == "list":
        values = attribute
    else:
        values = [attribute]
    return [value for value in values if type(value) == "Target"]

def _is_ours(label):
    return label.repo_name == ""

def _edges_aspect_impl(target, ctx):
    dependencies = [
        dependency
        for name in dir(ctx.rule.attr)
        for dependency in _targets_of(getattr(ctx.rule.attr, name))
    ]
    edges = [
        (str(target.label), str(dependency.label))
        for dependency in dependencies
        if _is_ours(target.label) and _is_ours(dependency.label)
    ]
    transitive = [dependency[_EdgesInfo].edges for dependency in dependencies if _EdgesInfo in dependency]
    return [_EdgesInfo(edges = depset(edges, transitive = transitive))]

_edges_aspect = aspect(
    implementation = _edges_aspect_impl,
    attr_aspects = ["*"],
)

def _dependency_edges_impl(ctx):
    edges = depset(transitive = [target[_EdgesInfo].edges for target in ctx.attr.targets]).to_list()
    output = ctx.actions.declare_file(ctx.label.name + ".json")
    ctx.actions.write(output, json.encode_indent(sorted(edges)) + "\n")
    return [DefaultInfo(files = depset([output]))]

dependency_edges = rule(
    doc = "A JSON list of [from, to] pairs of labels: every dependency in the graph behind `targets`.",
    implementation = _dependency_edges_impl,
    attrs = {
        "targets": attr.label_list(
            mandatory = True,
            aspects = [_edges_aspect],
            doc = "Where the graph starts.",
        ),
    },
)
