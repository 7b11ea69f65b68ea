# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Rule `linked_component`: something of others whose code is in the extension, with its licence.

An extension that is built from an external repository which no component describes fails to build.
"""

load("@rules_cc//cc/common:cc_info.bzl", "CcInfo")

visibility(["//packaging/..."])

LinkedComponentInfo = provider(
    doc = "Code of others in the extension.",
    fields = {
        "description": "Struct for the bill of materials.",
        "repositories": "List of canonical names of repositories that it describes.",
        "texts": "Dictionary: path below licenses/ to the File of the text.",
    },
)

ExternalRepositoriesInfo = provider(
    doc = "What the aspect found.",
    fields = {"names": "Depset of canonical names of repositories with C++ behind a target."},
)

def _collect_external_repositories_impl(target, ctx):
    name = target.label.workspace_name
    behind = []
    for attribute in ["actual", "binary", "deps"]:
        value = getattr(ctx.rule.attr, attribute, None)
        for dependency in value if type(value) == "list" else [value]:
            if dependency and ExternalRepositoriesInfo in dependency:
                behind.append(dependency[ExternalRepositoriesInfo].names)
    own = [name] if name and CcInfo in target else []
    return [ExternalRepositoriesInfo(names = depset(own, transitive = behind))]

collect_external_repositories = aspect(
    implementation = _collect_external_repositories_impl,
    attr_aspects = ["actual", "binary", "deps"],
    doc = "Collects the external repositories whose C++ an extension is built from.",
)

def _linked_component_impl(ctx):
    texts = {path: target.files.to_list()[0] for target, path in ctx.attr.texts.items()}
    info = LinkedComponentInfo(
        description = struct(
            archives = ctx.attr.archives,
            license = ctx.attr.license,
            name = ctx.label.name,
            parts = ctx.attr.parts,
            requirement = ctx.attr.requirement,
            sha256 = ctx.attr.sha256,
            texts = sorted(texts),
            version = ctx.attr.version,
        ),
        repositories = [repository.label.workspace_name for repository in ctx.attr.repositories],
        texts = texts,
    )
    return [DefaultInfo(files = depset(texts.values())), info]

linked_component = rule(
    implementation = _linked_component_impl,
    attrs = {
        "archives": attr.string_list(doc = "Static libraries of the sysroot that it is."),
        "license": attr.string(mandatory = True, doc = "SPDX expression."),
        "parts": attr.string_list(mandatory = True, doc = "Components of the wheel that are linked with it."),
        "repositories": attr.label_list(doc = "A target of each repository whose C++ it is."),
        "requirement": attr.string(mandatory = True, doc = "Name of the PyPI distribution that brings it."),
        "sha256": attr.string_list(doc = "Digests of that distribution; those of the lock if empty."),
        "texts": attr.label_keyed_string_dict(
            allow_empty = False,
            allow_files = True,
            doc = "Licence texts, and where they lie below licenses/.",
        ),
        "version": attr.string(doc = "Its version; that of the distribution if empty."),
    },
)

def check_described(extension, components, interfaces):
    """Fails if the extension is built from a repository of which nobody says the licence.

    Args:
      extension: target that collect_external_repositories was applied to.
      components: targets of linked_component.
      interfaces: canonical names of repositories that no code is taken from.
    """
    described = [name for component in components for name in component[LinkedComponentInfo].repositories]
    for name in extension[ExternalRepositoriesInfo].names.to_list():
        if name not in described and name not in interfaces:
            fail("{} is built from @@{}, whose licence nobody states; give it a linked_component in packaging/sbom".format(
                extension.label,
                name,
            ))
