# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""`py_wheel`: a wheel whose content is the runfiles of one Python library.

rules_python's rule of that name is not used: it writes metadata 2.1, gives every member mode 0777
and needs a tool that not every distribution of the rules carries.
"""

load("@rules_python//python:defs.bzl", "PyInfo")
load("//packaging:core_metadata.bzl", "CORE_METADATA_ATTRS", "write_core_metadata")
load("//packaging:member_origins.bzl", "CollectedOriginsInfo", "collect_origins")
load(
    "//packaging/sbom:linked_component.bzl",
    "LinkedComponentInfo",
    "check_described",
    "collect_external_repositories",
)

PyWheelInfo = provider(
    doc = "A built wheel.",
    fields = {
        "files": "Depset: the files of the package, which the manifest names by their paths.",
        "manifest": "File: JSON of what is in it and which target put it there.",
        "tag": "String: `<python>-<abi>-<platform>`.",
        "wheel": "File: the archive.",
    },
)

# What a member of the package is, by the end of its name. A file of a new kind must get its row here,
# and with it a place in the size ledger and in the bill of materials.
_COMPONENTS = {
    ".a": "kernel_sources",
    ".cpp": "kernel_sources",
    ".def": "kernel_sources",
    ".elf": "kernels",
    ".h": "kernel_sources",
    ".hpp": "kernel_sources",
    ".ld": "kernel_sources",
    ".py": "python",
    ".pyi": "types",
    ".so": "extension",
    ".txt": "kernel_sources",
    "py.typed": "types",
}

def _component(path):
    for ending, component in _COMPONENTS.items():
        if path.endswith(ending):
            return component
    fail("{}: no component of the wheel has such files; give the kind a row in packaging/py_wheel.bzl".format(path))

def _label(label):
    """Ours by the short form that people type, others by the canonical one."""
    return str(label).removeprefix("@@") if label.workspace_name == "" else str(label)

def _member(path, file, component, origins = {}):
    return struct(
        component = component,
        file = file.path,
        path = path,
        target = _label(origins.get(file.short_path, file.owner)),
    )

def _package_members(ctx):
    """Returns the files of the package by their paths; fails if it drags in a file of ours from elsewhere."""
    files = [f for f in ctx.attr.package[DefaultInfo].default_runfiles.files.to_list() if f.owner.workspace_name == ""]
    prefix = ctx.attr.root + "/"
    strays = [f.short_path for f in files if not f.short_path.startswith(prefix)]
    if strays:
        fail("{} needs files outside {}, which an installed user would lack: {}".format(
            ctx.attr.package.label,
            prefix,
            ", ".join(strays),
        ))
    members = {f.short_path.removeprefix(prefix): f for f in files}
    for extension in ctx.files.extensions:
        members["{}/{}".format(ctx.attr.distribution, extension.basename)] = extension
    origins = dict(ctx.attr.package[CollectedOriginsInfo].pairs.to_list())
    return [_member(path, members[path], _component(path), origins) for path in sorted(members)], members.values()

def _sbom_path(ctx, dist_info):
    return "{}/sboms/{}.cdx.json".format(dist_info, ctx.attr.distribution)

def _write_sbom(ctx, manifest, path, inputs, output):
    args = ctx.actions.args()
    args.add("--manifest", manifest)
    args.add("--path", path)
    args.add("--lock", ctx.file._lock)
    args.add("--output", output)
    ctx.actions.run(
        executable = ctx.executable._write_sbom,
        arguments = [args],
        inputs = [manifest, ctx.file._lock] + inputs,
        outputs = [output],
        mnemonic = "PyWheelSbom",
        progress_message = "Writing %{output}",
    )

def _license(ctx):
    """Returns the SPDX expression of all that is in the wheel."""
    linked = {component[LinkedComponentInfo].description.license: None for component in ctx.attr.linked}
    return " AND ".join([ctx.attr.license] + sorted(linked))

def _license_texts(ctx):
    """Returns the licence texts by their paths in the folder of licences."""
    return {text.basename: text for text in ctx.files.license_files} | {
        path: text
        for component in ctx.attr.linked
        for path, text in component[LinkedComponentInfo].texts.items()
    }

def _write_metadata(ctx, output):
    args = ctx.actions.args()
    args.add("--license", _license(ctx))
    args.add_all(sorted(_license_texts(ctx)), format_each = "--license-file=%s")
    write_core_metadata(ctx, output, [args])

def _dist_info_members(ctx, dist_info, sbom, metadata):
    """Returns the members that say something of the distribution, RECORD at their end."""
    files = {
        "{}/{}".format(dist_info, path): target.files.to_list()[0]
        for target, path in ctx.attr.dist_info_files.items()
    } | {
        "{}/licenses/{}".format(dist_info, path): text
        for path, text in _license_texts(ctx).items()
    } | {_sbom_path(ctx, dist_info): sbom}
    written = [_member(dist_info + "/METADATA", metadata, "metadata")] + [
        struct(
            component = "metadata",
            file = "",
            path = "{}/{}".format(dist_info, name),
            target = _label(ctx.label),
        )
        for name in ["WHEEL", "RECORD"]
    ]
    return [_member(path, files[path], "metadata") for path in sorted(files)] + written, files.values() + [metadata]

def _py_wheel_impl(ctx):
    tag = "{}-{}-{}".format(ctx.attr.python_tag, ctx.attr.python_tag, ctx.attr.platform_tag)
    stem = "{}-{}".format(ctx.attr.distribution, ctx.attr.version)
    package, package_files = _package_members(ctx)
    for extension in ctx.attr.extensions:
        check_described(extension, ctx.attr.linked, [target.label.workspace_name for target in ctx.attr.interfaces])
    sbom = ctx.actions.declare_file(ctx.label.name + ".cdx.json")
    metadata = ctx.actions.declare_file(ctx.label.name + ".METADATA")
    _write_metadata(ctx, metadata)
    dist_info, dist_info_files = _dist_info_members(ctx, stem + ".dist-info", sbom, metadata)
    manifest = ctx.actions.declare_file(ctx.label.name + ".manifest.json")
    ctx.actions.write(manifest, json.encode_indent(struct(
        distribution = ctx.attr.distribution,
        license = _license(ctx),
        linked = [component[LinkedComponentInfo].description for component in ctx.attr.linked],
        members = package + dist_info,
        tag = tag,
        version = ctx.attr.version,
    )) + "\n")

    _write_sbom(
        ctx,
        manifest,
        path = _sbom_path(ctx, stem + ".dist-info"),
        inputs = package_files + [file for file in dist_info_files if file != sbom],
        output = sbom,
    )

    wheel = ctx.actions.declare_file("{}-{}.whl".format(stem, tag))
    args = ctx.actions.args()
    args.add("--manifest", manifest)
    args.add("--output", wheel)
    ctx.actions.run(
        executable = ctx.executable._write_wheel,
        arguments = [args],
        inputs = [manifest] + package_files + dist_info_files,
        outputs = [wheel],
        mnemonic = "PyWheel",
        progress_message = "Writing %{output}",
    )
    return [
        DefaultInfo(files = depset([wheel]), runfiles = ctx.runfiles([wheel])),
        OutputGroupInfo(
            # An editable installation links to the members: wherever actions ran, their outputs must be here.
            _hidden_top_level_INTERNAL_ = depset(package_files),
            manifest = depset([manifest]),
            members = depset(package_files),
            metadata = depset([metadata]),
        ),
        PyWheelInfo(files = depset(package_files), manifest = manifest, tag = tag, wheel = wheel),
    ]

py_wheel = rule(
    implementation = _py_wheel_impl,
    doc = "Builds `<distribution>-<version>-<python>-<abi>-<platform>.whl`; its manifest, METADATA and members are output groups.",
    attrs = CORE_METADATA_ATTRS | {
        "dist_info_files": attr.label_keyed_string_dict(
            allow_files = True,
            doc = "Files for the dist-info folder, and where they lie in it.",
        ),
        "extensions": attr.label_list(
            allow_files = [".so"],
            aspects = [collect_external_repositories],
            doc = "Extension modules for the interpreter of this wheel; they go beside `__init__.py`.",
        ),
        "interfaces": attr.label_list(
            doc = "A target of each repository that extensions are compiled against and no code is taken from.",
        ),
        "license": attr.string(mandatory = True, doc = "SPDX expression of our own part."),
        "license_files": attr.label_list(
            allow_files = True,
            doc = "The files that the `[project]` table names in `license-files`; they are in the wheel.",
        ),
        "linked": attr.label_list(
            providers = [LinkedComponentInfo],
            doc = "What of others is in the extensions.",
        ),
        "package": attr.label(
            mandatory = True,
            aspects = [collect_origins],
            providers = [PyInfo],
            doc = "The library to ship: its runfiles that are ours, whatever their kind.",
        ),
        "platform_tag": attr.string(mandatory = True, doc = "E.g. `manylinux_2_28_x86_64`."),
        "python_tag": attr.string(mandatory = True, doc = "Python and ABI tag, e.g. `cp311`."),
        "root": attr.string(
            mandatory = True,
            doc = "Folder of the repository that becomes the root of the wheel.",
        ),
        "_lock": attr.label(default = "//third_party/python:requirements.lock", allow_single_file = True),
        "_write_sbom": attr.label(
            default = "//packaging/sbom:write_sbom",
            executable = True,
            cfg = "exec",
        ),
        "_write_wheel": attr.label(
            default = "//packaging:write_wheel",
            executable = True,
            cfg = "exec",
        ),
    },
)
