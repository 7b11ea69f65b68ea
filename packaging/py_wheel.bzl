# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""`py_wheel`: a wheel whose content is the runfiles of one Python library.

rules_python's rule of that name is not used: it writes metadata 2.1, gives every member mode 0777
and needs a tool that not every distribution of the rules carries.
"""

load("@rules_python//python:defs.bzl", "PyInfo")

PyWheelInfo = provider(
    doc = "A built wheel.",
    fields = {
        "tag": "String: `<python>-<abi>-<platform>`.",
        "wheel": "File: the archive.",
    },
)

def _is_ours(file):
    return file.owner.workspace_name == ""

def _members(package, root):
    """Returns the files of the package; fails if it drags in a file of ours from elsewhere."""
    files = [f for f in package[DefaultInfo].default_runfiles.files.to_list() if _is_ours(f)]
    strays = [f.short_path for f in files if not f.short_path.startswith(root + "/")]
    if strays:
        fail("{} needs files outside {}/, which an installed user would lack: {}".format(
            package.label,
            root,
            ", ".join(strays),
        ))
    return files

def _py_wheel_impl(ctx):
    root = ctx.attr.root
    tag = "{}-{}-{}".format(ctx.attr.python_tag, ctx.attr.abi_tag, ctx.attr.platform_tag)
    wheel = ctx.actions.declare_file("{}-{}-{}.whl".format(
        ctx.attr.distribution,
        ctx.attr.version,
        tag,
    ))
    members = _members(ctx.attr.package, root)

    def member_argument(file):
        return "{}={}".format(file.short_path[len(root) + 1:], file.path)

    args = ctx.actions.args()
    args.use_param_file("@%s", use_always = True)
    args.set_param_file_format("multiline")
    args.add("--output", wheel)
    args.add("--version", ctx.attr.version)
    args.add("--tag", tag)
    args.add("--pyproject", ctx.file.pyproject)
    args.add_all(members, before_each = "--member", map_each = member_argument, allow_closure = True)
    ctx.actions.run(
        executable = ctx.executable._write_wheel,
        arguments = [args],
        inputs = depset(members + [ctx.file.pyproject, ctx.file.readme] + ctx.files.license_files),
        outputs = [wheel],
        mnemonic = "PyWheel",
        progress_message = "Writing %{output}",
    )
    return [
        DefaultInfo(files = depset([wheel]), runfiles = ctx.runfiles([wheel])),
        PyWheelInfo(wheel = wheel, tag = tag),
    ]

py_wheel = rule(
    implementation = _py_wheel_impl,
    doc = "Builds `<distribution>-<version>-<python>-<abi>-<platform>.whl`.",
    attrs = {
        "abi_tag": attr.string(mandatory = True, doc = "ABI tag, e.g. `cp311`."),
        "distribution": attr.string(mandatory = True, doc = "Normalised name of the distribution."),
        "license_files": attr.label_list(
            allow_files = True,
            doc = "The files that the `[project]` table names in `license-files`.",
        ),
        "package": attr.label(
            mandatory = True,
            providers = [PyInfo],
            doc = "The library to ship: its runfiles that are ours, whatever their kind.",
        ),
        "platform_tag": attr.string(mandatory = True, doc = "E.g. `manylinux_2_28_x86_64`."),
        "pyproject": attr.label(
            mandatory = True,
            allow_single_file = [".toml"],
            doc = "File with the `[project]` table that core metadata is drawn from.",
        ),
        "python_tag": attr.string(mandatory = True, doc = "Python tag, e.g. `cp311`."),
        "readme": attr.label(
            mandatory = True,
            allow_single_file = [".md"],
            doc = "The file that the `[project]` table names as `readme`.",
        ),
        "root": attr.string(
            mandatory = True,
            doc = "Folder of the repository that becomes the root of the wheel.",
        ),
        "version": attr.string(mandatory = True),
        "_write_wheel": attr.label(
            default = "//packaging:write_wheel",
            executable = True,
            cfg = "exec",
        ),
    },
)
