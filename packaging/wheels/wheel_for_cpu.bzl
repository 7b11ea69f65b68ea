# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Rule `wheel_for_cpu`: a wheel, cross-built for one processor."""

load("@platforms//host:constraints.bzl", "HOST_CONSTRAINTS")
load("//packaging:py_wheel.bzl", "PyWheelInfo")

visibility(["//packaging/wheels"])

_PLATFORMS = {
    "aarch64": str(Label("//toolchains/platforms:linux_aarch64")),
    "x86_64": str(Label("//toolchains/platforms:linux_x86_64")),
}

def _to_cpu_impl(settings, attr):
    platforms = "//command_line_option:platforms"
    is_native = [str(label) for label in settings[platforms]][0] not in _PLATFORMS.values()
    if is_native and "@platforms//cpu:" + attr.cpu in HOST_CONSTRAINTS:
        # The machine's own platform by its other name would have everything compiled anew.
        return {platforms: settings[platforms]}
    return {platforms: [_PLATFORMS[attr.cpu]]}

_to_cpu = transition(
    implementation = _to_cpu_impl,
    inputs = ["//command_line_option:platforms"],
    outputs = ["//command_line_option:platforms"],
)

def _wheel_for_cpu_impl(ctx):
    info = ctx.attr.wheel[0][PyWheelInfo]
    return [
        DefaultInfo(files = depset([info.wheel]), runfiles = ctx.runfiles([info.wheel])),
        OutputGroupInfo(manifest = depset([info.manifest])),
        info,
    ]

wheel_for_cpu = rule(
    implementation = _wheel_for_cpu_impl,
    attrs = {
        "cpu": attr.string(
            mandatory = True,
            values = _PLATFORMS.keys(),
        ),
        "wheel": attr.label(
            mandatory = True,
            cfg = _to_cpu,
            providers = [PyWheelInfo],
        ),
        "_allowlist_function_transition": attr.label(default = "@bazel_tools//tools/allowlists/function_transition_allowlist"),
    },
    doc = "What the wheel's target is when built for that processor.",
)
