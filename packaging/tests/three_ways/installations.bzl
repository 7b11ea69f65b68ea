# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What a wheel is to those who test it: a library of what is in it, or the files of an editable installation."""

load("@rules_python//python:defs.bzl", "PyInfo")
load("//packaging:py_wheel.bzl", "PyWheelInfo")

visibility(["//packaging/tests/..."])

def _unpacked_wheel_impl(ctx):
    wheel = ctx.attr.wheel[PyWheelInfo].wheel
    folder = ctx.actions.declare_directory(ctx.label.name + ".site-packages")
    ctx.actions.run(
        executable = ctx.executable._unzip,
        arguments = ["-e", wheel.path, folder.path],
        inputs = [wheel],
        outputs = [folder],
        mnemonic = "UnpackWheel",
        progress_message = "Unpacking %{input}",
    )
    imports = "{}/{}/{}.site-packages".format(ctx.workspace_name, ctx.label.package, ctx.label.name)
    return [
        DefaultInfo(
            files = depset([folder]),
            runfiles = ctx.runfiles([folder]).merge_all([
                dep[DefaultInfo].default_runfiles
                for dep in ctx.attr.deps
            ]),
        ),
        PyInfo(
            imports = depset(
                [imports],
                transitive = [dep[PyInfo].imports for dep in ctx.attr.deps],
            ),
            transitive_sources = depset(transitive = [dep[PyInfo].transitive_sources for dep in ctx.attr.deps]),
        ),
    ]

unpacked_wheel = rule(
    implementation = _unpacked_wheel_impl,
    doc = "A Python library which is what an installer unpacks.",
    attrs = {
        "deps": attr.label_list(
            providers = [PyInfo],
            doc = "What the wheel requires.",
        ),
        "wheel": attr.label(
            mandatory = True,
            providers = [PyWheelInfo],
        ),
        "_unzip": attr.label(
            default = ":unzip",
            executable = True,
            cfg = "exec",
        ),
    },
)

def _editable_members_impl(ctx):
    info = ctx.attr.wheel[PyWheelInfo]
    members = {file.path: file for file in info.files.to_list()}
    named = {"manifest.json": info.manifest, info.wheel.basename: info.wheel}
    return [DefaultInfo(runfiles = ctx.runfiles(
        root_symlinks = {"editable/" + path: file for path, file in (members | named).items()},
    ))]

editable_members = rule(
    implementation = _editable_members_impl,
    doc = "`editable/` among the runfiles: the wheel, its manifest, and the files under the paths that the manifest says.",
    attrs = {
        "wheel": attr.label(
            mandatory = True,
            providers = [PyWheelInfo],
        ),
    },
)
