# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Module extension that makes a toolchain repository for each named Python interpreter."""

load(":interpreter_repository.bzl", "interpreter_repository")

def _python_impl(module_ctx):
    for module in module_ctx.modules:
        for interpreter in module.tags.interpreter:
            interpreter_repository(
                name = interpreter.name,
                program = interpreter.program,
            )

    # What an interpreter is differs between machines, so the module lock must not record it.
    return module_ctx.extension_metadata(reproducible = True)

_interpreter = tag_class(
    doc = "One interpreter; register its toolchain with `register_toolchains(\"@<name>//:toolchain\")`.",
    attrs = {
        "name": attr.string(mandatory = True, doc = "Name of the repository."),
        "program": attr.string(
            default = "python3",
            doc = "Absolute path of the interpreter, or the name of a program on PATH.",
        ),
    },
)

python = module_extension(
    implementation = _python_impl,
    tag_classes = {"interpreter": _interpreter},
)
