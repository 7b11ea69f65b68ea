# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The rc file of a private Bazel: what it must be told and no project should have to know."""

from __future__ import annotations

from pathlib import Path

_SHARE = "usr/share/bazel"

# Modules of Bazel's own graph that packages bring. With no module registry every one is overridden.
_PACKAGED_MODULES = {
    "bazel_features": "tools/features",
    "bazel_skylib": "tools/skylib",
    "platforms": "tools/platforms",
    "rules_cc": "rules/cc",
    "rules_java": "rules/java",
    "rules_license": "rules/license",
    "rules_proto": "rules/proto",
    "rules_python": "rules/python",
}

# The others are only named there: an empty module satisfies the graph.
_EMPTY_MODULES = ("apple_support", "buildozer", "protobuf", "zlib")

# Bazel's own module takes a repository from this extension.
_BUILDOZER_EXTENSION = '''\
"""An empty stand-in for the buildozer binaries."""

def _empty_repository_impl(repository_ctx):
    repository_ctx.file("BUILD.bazel")

_empty_repository = repository_rule(implementation = _empty_repository_impl)

def _buildozer_binary_impl(_module_ctx):
    _empty_repository(name = "buildozer_binary")

buildozer_binary = module_extension(implementation = _buildozer_binary_impl)
'''


def write_empty_modules(root: Path) -> None:
    """Writes the modules that nothing but the graph needs."""
    for name in _EMPTY_MODULES:
        folder = root / "modules" / name
        folder.mkdir(parents=True)
        (folder / "MODULE.bazel").write_text(f'module(name = "{name}")\n', encoding="utf-8")
        (folder / "BUILD.bazel").touch()
    extension = root / "modules/buildozer/buildozer_binary.bzl"
    extension.write_text(_BUILDOZER_EXTENSION, encoding="utf-8")


def write_rc_file(root: Path, home: Path) -> None:
    """Writes `bazelrc`, with paths as they will be in `home`."""
    modules = {name: home / _SHARE / path for name, path in _PACKAGED_MODULES.items()}
    modules.update((name, home / "modules" / name) for name in _EMPTY_MODULES)
    lines = [
        # The client holds no archive of the server to unpack, as a client usually does.
        f"startup --install_base={home / _SHARE}",
        "startup --trust_install_base",
        f"startup --server_javabase={home / 'java'}",
        *(f"common --override_module={name}={path}" for name, path in sorted(modules.items())),
    ]
    if home.is_relative_to("/tmp"):
        # Sandboxes have a /tmp of their own, from which the modules would be missing.
        lines.append(f"common --sandbox_add_mount_pair={home}")
    (root / "bazelrc").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
