# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Rule `extension_module`: an extension under the name that only the fitting interpreter imports."""

def _extension_module_impl(ctx):
    module, _, suffix = ctx.file.binary.basename.partition(".")
    if suffix != "so":
        fail("{}: binary must be a shared library <module>.so, not {}".format(ctx.label, ctx.file.binary.basename))
    file = ctx.actions.declare_file("{folder}{module}.cpython-{version}-{cpu}-linux-gnu.so".format(
        folder = ctx.attr.folder,
        module = module,
        version = ctx.attr.python_tag.removeprefix("cp"),
        cpu = ctx.attr.cpu,
    ))
    ctx.actions.symlink(output = file, target_file = ctx.file.binary)
    return [DefaultInfo(files = depset([file]), runfiles = ctx.runfiles([file]))]

_extension_module = rule(
    implementation = _extension_module_impl,
    attrs = {
        "binary": attr.label(mandatory = True, allow_single_file = [".so"]),
        "cpu": attr.string(mandatory = True),
        "folder": attr.string(),
        "python_tag": attr.string(mandatory = True),
    },
)

def extension_module(name, binary, python_tag, folder = "", **kwargs):
    """Names an extension as PEP 3149 asks, `<module>.cpython-311-x86_64-linux-gnu.so`.

    Another interpreter, or one of another processor, does not find the file at all, rather than crash on it.

    Args:
      name: name of the target.
      binary: the shared library `<module>.so`.
      python_tag: the interpreter, like "cp311".
      folder: where the file lies below the package; "" or with a slash at its end.
      **kwargs: visibility, testonly and so on.
    """
    _extension_module(
        name = name,
        binary = binary,
        cpu = select({
            "@platforms//cpu:aarch64": "aarch64",
            "@platforms//cpu:x86_64": "x86_64",
        }),
        folder = folder,
        python_tag = python_tag,
        **kwargs
    )
