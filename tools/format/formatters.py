# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The formatters of the tree, as commands."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tools.source_tree.source_tree import Kind


@dataclass(frozen=True)
class Formatter:
    """A program that lays out files of one kind.

    Attributes:
      name: what people call it.
      kind: files it takes.
      program: environment variable with the program's path.
      check: arguments with which it fails on, and names, files that it would change.
      fix: arguments with which it rewrites them.
    """

    name: str
    kind: Kind
    program: str
    check: tuple[str, ...]
    fix: tuple[str, ...]


FORMATTERS = (
    Formatter("buildifier", Kind.STARLARK, "BUILDIFIER", ("-mode=check",), ("-mode=fix",)),
    Formatter("clang-format", Kind.CPP, "CLANG_FORMAT", ("--dry-run", "-Werror"), ("-i",)),
    Formatter(
        "ruff imports",
        Kind.PYTHON,
        "RUFF",
        ("check", "--no-cache", "--select=I", "--output-format=concise"),
        ("check", "--no-cache", "--select=I", "--fix", "--quiet"),
    ),
    Formatter(
        "ruff format",
        Kind.PYTHON,
        "RUFF",
        ("format", "--no-cache", "--check"),
        ("format", "--no-cache", "--quiet"),
    ),
)


def run(
    formatter: Formatter,
    arguments: Sequence[str],
    root: Path,
    files: Mapping[Kind, Sequence[PurePosixPath]],
) -> subprocess.CompletedProcess[str]:
    """Runs `formatter` in `root` on all files of its kind; output and errors come in one text."""
    program = Path(os.environ[formatter.program]).absolute()
    return subprocess.run(
        [program, *arguments, *map(str, files[formatter.kind])],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
