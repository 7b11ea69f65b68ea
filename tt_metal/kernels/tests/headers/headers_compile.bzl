# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Rule `headers_compile`: each public header of a device library, compiled alone for each hart that it is for."""

load("@rules_cc//cc:find_cc_toolchain.bzl", "find_cc_toolchain", "use_cc_toolchain")
load("@rules_cc//cc/common:cc_common.bzl", "cc_common")
load("@rules_cc//cc/common:cc_info.bzl", "CcInfo")
load("//toolchains/platforms:for_device.bzl", "for_device")
load("//tt_metal/kernels:harts.bzl", "HART_DEFINES", "ROLE_HARTS")

visibility("private")

# By the folder that a header is in; those in other folders are for every hart.
_FOLDER_ROLES = {
    "compute": ["compute"],
    "dataflow": ["data_movement"],
    "tensor": ["data_movement"],
}

def _harts(include):
    roles = _FOLDER_ROLES.get(include.split("/")[1], ["compute", "data_movement"])
    return [hart for role in roles for hart in ROLE_HARTS[role]]

def _compile(ctx, cc_toolchain, features, source, hart):
    _, outputs = cc_common.compile(
        name = "{}.{}".format(source.basename.removesuffix(".cpp"), hart),
        actions = ctx.actions,
        cc_toolchain = cc_toolchain,
        feature_configuration = features,
        srcs = [source],
        local_defines = HART_DEFINES[hart] + ["KERNEL_BUILD"],
        compilation_contexts = [ctx.attr.library[CcInfo].compilation_context],
    )
    return outputs.objects

def _headers_compile_impl(ctx):
    cc_toolchain = find_cc_toolchain(ctx)
    features = cc_common.configure_features(
        ctx = ctx,
        cc_toolchain = cc_toolchain,
        requested_features = ctx.features,
        unsupported_features = ctx.disabled_features,
    )
    folder = ctx.attr.library.label.package + "/"
    objects = []
    for header in ctx.attr.library[CcInfo].compilation_context.direct_public_headers:
        include = header.short_path.removeprefix(folder)
        if not include.startswith("api/"):
            continue
        source = ctx.actions.declare_file(include.replace("/", "_") + ".cpp")
        ctx.actions.write(source, "#include \"{}\"\n".format(include))
        for hart in _harts(include):
            objects += _compile(ctx, cc_toolchain, features, source, hart)
    if not objects:
        fail("{} has no header below api/".format(ctx.attr.library.label))
    return [DefaultInfo(files = depset(objects))]

headers_compile = rule(
    implementation = _headers_compile_impl,
    doc = "Compiles `#include \"<header>\"` for each header below `api/`.",
    attrs = {"library": attr.label(mandatory = True, providers = [CcInfo])},
    cfg = for_device,
    fragments = ["cpp"],
    toolchains = use_cc_toolchain(),
)
