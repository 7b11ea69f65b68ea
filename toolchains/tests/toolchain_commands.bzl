# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Rule `toolchain_commands`: what the C++ toolchain would run, for a test to run elsewhere."""

load("@rules_cc//cc:action_names.bzl", "ACTION_NAMES")
load("@rules_cc//cc:find_cc_toolchain.bzl", "find_cc_toolchain", "use_cc_toolchain")
load("@rules_cc//cc/common:cc_common.bzl", "cc_common")

visibility("private")

def _command(features, action, variables):
    tool = cc_common.get_tool_for_action(feature_configuration = features, action_name = action)
    return [tool] + cc_common.get_memory_inefficient_command_line(
        feature_configuration = features,
        action_name = action,
        variables = variables,
    )

def _toolchain_commands_impl(ctx):
    cc_toolchain = find_cc_toolchain(ctx)
    features = cc_common.configure_features(ctx = ctx, cc_toolchain = cc_toolchain)
    commands = {
        "compile": _command(features, ACTION_NAMES.cpp_compile, cc_common.create_compile_variables(
            feature_configuration = features,
            cc_toolchain = cc_toolchain,
            source_file = "source.cpp",
            output_file = "source.o",
            use_pic = True,
        )),
        "link": _command(features, ACTION_NAMES.cpp_link_dynamic_library, cc_common.create_link_variables(
            feature_configuration = features,
            cc_toolchain = cc_toolchain,
            output_file = "library.so",
            is_linking_dynamic_library = True,
            user_link_flags = ["source.o"],
        )),
    }
    output = ctx.actions.declare_file(ctx.label.name + ".json")
    ctx.actions.write(output, json.encode_indent(commands))
    return DefaultInfo(
        files = depset([output]),
        runfiles = ctx.runfiles([output], transitive_files = cc_toolchain.all_files),
    )

toolchain_commands = rule(
    implementation = _toolchain_commands_impl,
    fragments = ["cpp"],
    toolchains = use_cc_toolchain(),
    doc = "Writes `<name>.json`: how source.cpp becomes source.o and library.so. Runfiles: the toolchain.",
)
