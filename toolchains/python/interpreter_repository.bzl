# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Repository rule: one Python interpreter of the machine, its headers and its constants.

The interpreter is entered through a virtual environment of its own, so that packages which happen to be
installed on the machine cannot be imported. Its headers are copied: no include folder of the host is on
any compiler's path.
"""

visibility(["//toolchains/python/..."])

_FIND = Label(":find_interpreters.py")
_PROBE = Label(":probe_interpreter.py")
_BUILD_TEMPLATE = Label(":interpreter.BUILD.bazel.tpl")
_MISSING_TEMPLATE = Label(":missing_interpreter.BUILD.bazel.tpl")

def _host_python(repository_ctx):
    found = repository_ctx.which("python3")
    if found == None:
        fail("no python3 on PATH: install Python 3.10 or newer with its headers")
    return found

def _candidates(repository_ctx):
    """The programs that may be the interpreter, in the order in which they are tried."""
    if not repository_ctx.attr.version:
        return [_host_python(repository_ctx)]
    result = repository_ctx.execute([
        _host_python(repository_ctx),
        "-I",
        repository_ctx.path(_FIND),
        repository_ctx.attr.version,
    ])
    if result.return_code:
        fail("cannot look for Python {}: {}".format(repository_ctx.attr.version, result.stderr))
    return result.stdout.splitlines()

def _probe(repository_ctx):
    """Returns the facts of the first interpreter that serves, and why the others do not."""
    facts, reasons = _probe_each(repository_ctx, _candidates(repository_ctx))
    if facts or not repository_ctx.attr.archive:
        return facts, reasons or ["no python{} on this machine".format(repository_ctx.attr.version)]

    # Only now, since reading the file is what has the packages unpacked.
    unpacked = json.decode(repository_ctx.read(repository_ctx.attr.archive))
    if unpacked["missing_because"]:
        return None, reasons + [unpacked["missing_because"]]
    facts, more_reasons = _probe_each(repository_ctx, [unpacked["program"]])
    return facts, reasons + more_reasons

def _probe_each(repository_ctx, programs):
    reasons = []
    for program in programs:
        result = repository_ctx.execute([
            program,
            "-I",
            repository_ctx.path(_PROBE),
            "--headers=include",
            "--configs=config",
            "--version=" + repository_ctx.attr.version,
        ])
        if not result.return_code:
            return json.decode(result.stdout), reasons
        reasons.append(result.stderr.strip().splitlines()[-1] if result.stderr.strip() else program + " does not run")
    return None, reasons

def _write_constants(repository_ctx, version, zlib_version, missing_because):
    repository_ctx.file("version.bzl", "\n".join([
        '"""Constants of the Python interpreter of this repository."""',
        "",
        "PYTHON_VERSION = " + repr(version),
        "PYTHON_TAG = " + repr("cp" + version.replace(".", "")),
        "# Other versions compress to other bytes.",
        "ZLIB_VERSION = " + repr(zlib_version),
        "# Why the machine has no such interpreter; empty if it has.",
        "MISSING_BECAUSE = " + repr(missing_because),
        "",
    ]))

def _write_missing(repository_ctx, reasons):
    version = repository_ctx.attr.version
    if not version:
        fail("Python toolchain: " + "; ".join(reasons))
    _write_constants(repository_ctx, version, "", "; ".join(reasons))
    repository_ctx.file("interpreter.json", "{}\n")
    repository_ctx.template("BUILD.bazel", _MISSING_TEMPLATE)

def _interpreter_repository_impl(repository_ctx):
    facts, reasons = _probe(repository_ctx)
    if not facts:
        _write_missing(repository_ctx, reasons)
        return
    repository_ctx.watch(facts["executable"])
    if facts["zlib_library"]:
        repository_ctx.watch(facts["zlib_library"])
    repository_ctx.symlink(facts["executable"], "bin/python3")
    repository_ctx.file("pyvenv.cfg", "home = {home}\ninclude-system-site-packages = false\n".format(
        home = facts["executable"].rpartition("/")[0],
    ))
    repository_ctx.file("interpreter.json", json.encode_indent(facts) + "\n")
    _write_constants(repository_ctx, facts["version"], facts["zlib"], "")
    if facts["shared_library"]:
        repository_ctx.symlink(facts["shared_library"], "lib/" + facts["shared_library"].rpartition("/")[2])
    repository_ctx.template("BUILD.bazel", _BUILD_TEMPLATE, {
        "{interpreter_path}": facts["executable"],
        "{library_constraint}": "@platforms//" + ("os:linux" if facts["shared_library"] else ":incompatible"),
    })

interpreter_repository = repository_rule(
    doc = "One interpreter: `:toolchain`, `:headers`, `:library`, `version.bzl`, `interpreter.json`.",
    implementation = _interpreter_repository_impl,
    attrs = {
        "archive": attr.label(
            doc = "File with the answer of the rule that unpacks the interpreter's packages, for machines without it.",
        ),
        "version": attr.string(
            doc = "Like \"3.12\": wherever the machine has it, and without targets if it has not. Else python3.",
        ),
    },
    configure = True,
    environ = ["PYENV_ROOT", "UV_PYTHON_INSTALL_DIR", "XDG_DATA_HOME"],
)
