# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Module extension that makes a toolchain repository for each named Python interpreter."""

load(":interpreter_repository.bzl", "interpreter_repository")

def _python_impl(module_ctx):
    for module in module_ctx.modules:
        for interpreter in module.tags.interpreter:
            interpreter_repository(
                name = interpreter.name,
                archive = interpreter.archive,
                version = interpreter.version,
            )

    # What an interpreter is differs between machines, so the module lock must not record it.
    return module_ctx.extension_metadata(reproducible = True)

_interpreter = tag_class(
    doc = "One interpreter. The one without a version must exist; of others, version.bzl tells whether they do.",
    attrs = {
        "archive": attr.label(doc = "`root.json` of packages that bring it where the machine has none."),
        "name": attr.string(mandatory = True, doc = "Name of the repository."),
        "version": attr.string(doc = "Like \"3.12\"; the machine's python3 if left out."),
    },
)

python = module_extension(
    implementation = _python_impl,
    tag_classes = {"interpreter": _interpreter},
)
