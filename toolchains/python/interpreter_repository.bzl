# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Repository rule: one Python interpreter of the machine, its headers and its constants.

The interpreter is entered through a virtual environment of its own, so that packages which happen to be
installed on the machine cannot be imported. Its headers are copied: no include folder of the host is on
any compiler's path.
"""

visibility(["//toolchains/python/..."])

_PROBE = Label(":probe_interpreter.py")
_BUILD_TEMPLATE = Label(":interpreter.BUILD.bazel.tpl")

def _find_program(repository_ctx):
    program = repository_ctx.attr.program
    if program.startswith("/"):
        return program
    found = repository_ctx.which(program)
    if found == None:
        fail("no %s on PATH: install Python 3.10 or newer with its headers" % program)
    return found

def _probe(repository_ctx):
    result = repository_ctx.execute([
        _find_program(repository_ctx),
        "-I",
        repository_ctx.path(_PROBE),
        "--copy-headers",
        "include",
    ])
    if result.return_code:
        fail("Python toolchain: " + result.stderr.strip())
    return json.decode(result.stdout)

def _interpreter_repository_impl(repository_ctx):
    facts = _probe(repository_ctx)
    repository_ctx.watch(facts["executable"])
    repository_ctx.symlink(facts["executable"], "bin/python3")
    repository_ctx.file("pyvenv.cfg", "home = {home}\ninclude-system-site-packages = false\n".format(
        home = facts["executable"].rpartition("/")[0],
    ))
    repository_ctx.file("interpreter.json", json.encode_indent(facts) + "\n")
    repository_ctx.file("version.bzl", "\n".join([
        '"""Constants of the Python interpreter of this repository."""',
        "",
        'PYTHON_VERSION = "{version}"',
        'PYTHON_TAG = "{tag}"',
        'ABI_TAG = "{tag}"',
        'EXTENSION_SUFFIX = "{suffix}"',
        "",
    ]).format(
        suffix = facts["extension_suffix"],
        tag = facts["tag"],
        version = facts["version"],
    ))
    if facts["shared_library"]:
        repository_ctx.symlink(facts["shared_library"], "lib/" + facts["shared_library"].rpartition("/")[2])
    repository_ctx.template("BUILD.bazel", _BUILD_TEMPLATE, {
        "{interpreter_path}": facts["executable"],
        "{library_constraint}": "@platforms//" + ("os:linux" if facts["shared_library"] else ":incompatible"),
    })

interpreter_repository = repository_rule(
    doc = "The toolchain of one interpreter: `:toolchain`, `:headers`, `:library`, `version.bzl`, `interpreter.json`.",
    implementation = _interpreter_repository_impl,
    attrs = {
        "program": attr.string(
            mandatory = True,
            doc = "Absolute path of the interpreter, or the name of a program on PATH.",
        ),
    },
    configure = True,
)
