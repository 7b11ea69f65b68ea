# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""How repository rules call the machine's Python and pip."""

visibility(["//third_party/python/..."])

# Which wheels fit, and the bytecode made from them, depend on the interpreter: its facts are an input of each repository.
INTERPRETER_ATTRS = {
    "_interpreter": attr.label(
        default = "@host_python//:interpreter.json",
        doc = "Facts of the interpreter that the distributions are for.",
    ),
}

def interpreter_of(repository_ctx):
    """Finds the toolchain's interpreter.

    Args:
      repository_ctx: the context of a rule that has INTERPRETER_ATTRS.

    Returns:
      Its path.
    """
    return json.decode(repository_ctx.read(repository_ctx.attr._interpreter))["executable"]

def run_python(repository_ctx, arguments):
    """Runs the toolchain's interpreter, with the packages (so the pip) that the machine has.

    Args:
      repository_ctx: the context of a rule that has INTERPRETER_ATTRS.
      arguments: arguments of the interpreter.

    Returns:
      The result of `repository_ctx.execute`.
    """
    return repository_ctx.execute([interpreter_of(repository_ctx)] + arguments)
