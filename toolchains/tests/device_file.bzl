# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Rule `device_file`: the file of a target built for the device, as data of host tests."""

load("//toolchains/platforms:for_device.bzl", "for_device")

visibility("private")

def _device_file_impl(ctx):
    return DefaultInfo(files = ctx.attr.target[0][DefaultInfo].files)

device_file = rule(
    implementation = _device_file_impl,
    attrs = {"target": attr.label(cfg = for_device, mandatory = True)},
    doc = "Builds `target` for the device's platform.",
)
