# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The files of the work tree, tracked or new, by kind.

For checks of the whole tree. They read the work tree itself and not runfiles, as no BUILD file
lists a file that somebody forgot to list; their targets say so with the tag `external`.
"""

from __future__ import annotations

import enum
import os
import subprocess
from pathlib import Path, PurePosixPath

_STARLARK_NAMES = frozenset({"BUILD.bazel", "MODULE.bazel", "REPO.bazel"})
_SHEBANGS_OF_SHELL = ("#!/bin/sh", "#!/usr/bin/env sh", "#!/bin/bash", "#!/usr/bin/env bash")


class Kind(enum.Enum):
    """A language that has its own tools."""

    CPP = "C++"
    PYTHON = "Python"
    SHELL = "shell"
    STARLARK = "Starlark"
    OTHER = "other"


_KIND_OF_SUFFIX = {
    ".bzl": Kind.STARLARK,
    ".cpp": Kind.CPP,
    ".h": Kind.CPP,
    ".hpp": Kind.CPP,
    ".py": Kind.PYTHON,
    ".pyi": Kind.PYTHON,
    ".sh": Kind.SHELL,
}


def workspace_root() -> Path:
    """The work tree, from `bazel run` or from inside a test, where runfiles are links into it."""
    root = os.environ.get("BUILD_WORKSPACE_DIRECTORY")
    return Path(root) if root else Path("MODULE.bazel").resolve(strict=True).parent


def list_files(root: Path) -> list[PurePosixPath]:
    """Paths below `root` of all files that are tracked, or new and not ignored.

    Raises:
      RuntimeError: `root` is not a git work tree or git is missing.
    """
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--deduplicate"]
    command += ["--cached", "--others", "--exclude-standard"]
    try:
        listing = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        reason = getattr(error, "stderr", None) or error
        raise RuntimeError(f"checks of the tree need git and a clone: {reason}") from error
    paths = map(PurePosixPath, filter(None, listing.stdout.split("\0")))
    return sorted(path for path in paths if (root / path).is_file())


def kind_of(root: Path, path: PurePosixPath) -> Kind:
    """Kind by name, or by the first line for a program without suffix."""
    if path.name in _STARLARK_NAMES or path.name.endswith(".BUILD.bazel"):
        return Kind.STARLARK
    if path.suffix in _KIND_OF_SUFFIX:
        return _KIND_OF_SUFFIX[path.suffix]
    if not path.suffix and os.access(root / path, os.X_OK):
        with (root / path).open("rb") as file:
            first_line = file.readline(64).decode("utf-8", "replace")
        if first_line.startswith(_SHEBANGS_OF_SHELL):
            return Kind.SHELL
        if first_line.startswith("#!") and "python" in first_line:
            return Kind.PYTHON
    return Kind.OTHER


def files_by_kind(root: Path) -> dict[Kind, list[PurePosixPath]]:
    """All files of the tree; each kind is present, even if it has none."""
    files: dict[Kind, list[PurePosixPath]] = {kind: [] for kind in Kind}
    for path in list_files(root):
        files[kind_of(root, path)].append(path)
    return files
