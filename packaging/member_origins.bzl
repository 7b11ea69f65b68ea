# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Who truly made a file that another target only put in its place, like a kernel beside the extension."""

MemberOriginsInfo = provider(
    doc = "Given by rules which place files of others.",
    fields = {"targets": "Dictionary: short path of a placed file to the Label of its maker."},
)

def place(ctx, files):
    """Links files to where a package has them.

    Args:
      ctx: context of the rule that stands in the package.
      files: dictionary: path below the package to File.

    Returns:
      The providers of the rule.
    """
    placed = []
    for path, file in files.items():
        link = ctx.actions.declare_file(path)
        ctx.actions.symlink(output = link, target_file = file)
        placed.append(link)
    return [
        DefaultInfo(files = depset(placed), runfiles = ctx.runfiles(placed)),
        MemberOriginsInfo(targets = {
            link.short_path: file.owner
            for link, file in zip(placed, files.values())
        }),
    ]

CollectedOriginsInfo = provider(
    doc = "What the aspect found.",
    fields = {"pairs": "Depset of (short path, Label)."},
)

def _collect_origins_impl(target, ctx):
    own = target[MemberOriginsInfo].targets.items() if MemberOriginsInfo in target else []
    behind = [
        dependency[CollectedOriginsInfo].pairs
        for name in ["data", "deps"]
        for dependency in getattr(ctx.rule.attr, name, [])
        if CollectedOriginsInfo in dependency
    ]
    return [CollectedOriginsInfo(pairs = depset(own, transitive = behind))]

collect_origins = aspect(
    implementation = _collect_origins_impl,
    attr_aspects = ["data", "deps"],
    doc = "Collects MemberOriginsInfo behind a Python library.",
)
