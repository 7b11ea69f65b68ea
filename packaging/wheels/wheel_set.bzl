# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Rule `wheel_set`: several wheels in one folder, and a line for each that cannot be had."""

load("//packaging:py_wheel.bzl", "PyWheelInfo")

visibility(["//packaging/wheels"])

def _wheel_set_impl(ctx):
    for tag, reason in ctx.attr.missing.items():
        # buildifier: disable=print
        print("no wheel for {}: {}".format(tag, reason))
    links = []
    for target in ctx.attr.wheels:
        wheel = target[PyWheelInfo].wheel
        link = ctx.actions.declare_file("{}/{}".format(ctx.label.name, wheel.basename))
        ctx.actions.symlink(output = link, target_file = wheel)
        links.append(link)
    return [DefaultInfo(files = depset(links), runfiles = ctx.runfiles(links))]

wheel_set = rule(
    implementation = _wheel_set_impl,
    attrs = {
        "missing": attr.string_dict(doc = "Python tags that have no wheel here, and why."),
        "wheels": attr.label_list(
            mandatory = True,
            providers = [PyWheelInfo],
        ),
    },
    doc = "`<name>/<wheel>` for each wheel, whichever processor it is for.",
)
