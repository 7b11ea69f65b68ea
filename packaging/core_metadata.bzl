# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What wheels and sdist say of the distribution: attributes of their rules, and the action that writes it."""

visibility(["//packaging/..."])

CORE_METADATA_ATTRS = {
    "distribution": attr.string(mandatory = True, doc = "Normalised name of the distribution."),
    "pyproject": attr.label(
        mandatory = True,
        allow_single_file = [".toml"],
        doc = "File with the `[project]` table that core metadata is drawn from.",
    ),
    "pyproject_files": attr.label_list(
        allow_files = True,
        doc = "The files that the `[project]` table names.",
    ),
    "version": attr.string(mandatory = True),
    "_write_metadata": attr.label(
        default = "//packaging:write_metadata",
        executable = True,
        cfg = "exec",
    ),
}

def write_core_metadata(ctx, output, arguments):
    """Declares the action that writes core metadata.

    Args:
      ctx: context of a rule with CORE_METADATA_ATTRS.
      output: the file to write.
      arguments: those of write_metadata.py which say what differs from the `[project]` table.
    """
    ctx.actions.run(
        executable = ctx.executable._write_metadata,
        arguments = [
            ctx.actions.args()
                .add("--pyproject", ctx.file.pyproject)
                .add("--version", ctx.attr.version)
                .add("--output", output),
        ] + arguments,
        inputs = [ctx.file.pyproject] + ctx.files.pyproject_files,
        outputs = [output],
        mnemonic = "PyCoreMetadata",
        progress_message = "Writing %{output}",
    )
