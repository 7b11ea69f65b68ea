# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The linters of each language find nothing in the tree."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tools.source_tree import source_tree
from tools.source_tree.source_tree import Kind

# Program, its arguments, the files it takes.
LINTERS = {
    "buildifier": ("BUILDIFIER", ("-mode=check", "-lint=warn"), Kind.STARLARK),
    "ruff": ("RUFF", ("check", "--no-cache", "--output-format=concise"), Kind.PYTHON),
    "shellcheck": ("SHELLCHECK", (), Kind.SHELL),
}

FAULTY = {
    "buildifier": ("faulty.bzl", '"""Doc."""\n\nload(":a.bzl", "unused")\n'),
    "ruff": ("faulty.py", "import os\n"),
    "shellcheck": ("faulty.sh", "#!/bin/sh\necho $1\n"),
}

each_linter = pytest.mark.parametrize("linter", LINTERS)


def lint(linter: str, root: Path, names: list[str]) -> subprocess.CompletedProcess[str]:
    program, arguments, _ = LINTERS[linter]
    command = [Path(os.environ[program]).absolute(), *arguments, *names]
    return subprocess.run(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )


@each_linter
def test_tree_has_no_findings(linter: str) -> None:
    root = source_tree.workspace_root()
    names = list(map(str, source_tree.files_by_kind(root)[LINTERS[linter][2]]))

    result = lint(linter, root, names)

    assert result.returncode == 0, result.stdout


@each_linter
def test_linter_finds_a_fault(linter: str, tmp_path: Path) -> None:
    name, text = FAULTY[linter]
    (tmp_path / name).write_text(text)

    result = lint(linter, tmp_path, [name])

    assert result.returncode != 0
    assert name in result.stdout
