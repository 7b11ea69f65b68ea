# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Rule `extension_stub`: the types of an extension module, as the module itself tells them."""

def _to_native_impl(settings, _attr):
    return {"//command_line_option:platforms": [str(settings["//command_line_option:host_platform"])]}

# The module must be loaded to be asked: whichever processor is built for, the native one's is. In the target's
# configuration, where it is built in any case, rather than in that of tools.
_to_native = transition(
    implementation = _to_native_impl,
    inputs = ["//command_line_option:host_platform"],
    outputs = ["//command_line_option:platforms"],
)

def _extension_stub_impl(ctx):
    args = ctx.actions.args()
    args.add("--module", ctx.attr.module)
    args.add("--extension", ctx.file.extension)
    args.add("--formatter", ctx.executable._formatter)
    args.add("--output", ctx.outputs.out)
    ctx.actions.run(
        executable = ctx.executable._write_stub,
        arguments = [args],
        inputs = [ctx.file.extension],
        tools = [ctx.executable._formatter],
        outputs = [ctx.outputs.out],
        mnemonic = "ExtensionStub",
        progress_message = "Writing %{output}",
    )
    return [DefaultInfo(files = depset([ctx.outputs.out]), runfiles = ctx.runfiles([ctx.outputs.out]))]

extension_stub = rule(
    implementation = _extension_stub_impl,
    attrs = {
        "extension": attr.label(
            mandatory = True,
            allow_single_file = [".so"],
            cfg = _to_native,
            doc = "The module, for the toolchain's interpreter.",
        ),
        "module": attr.string(mandatory = True, doc = "Its full name, as in `package.module`."),
        "out": attr.output(mandatory = True, doc = "The stub, `<module>.pyi`."),
        "_allowlist_function_transition": attr.label(default = "@bazel_tools//tools/allowlists/function_transition_allowlist"),
        "_formatter": attr.label(
            default = "@pypi_ruff//:bin/ruff",
            allow_single_file = True,
            executable = True,
            cfg = "exec",
        ),
        "_write_stub": attr.label(
            default = "//third_party/pybind11/stub:write_stub",
            executable = True,
            cfg = "exec",
        ),
    },
    doc = "Writes the stub of an extension module. Nobody edits it: what is wrong in it is wrong in the bindings.",
)
