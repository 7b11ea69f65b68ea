# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Which files count as part of the tree, and as what."""

from __future__ import annotations

import subprocess
from pathlib import Path, PurePosixPath

import pytest

from tools.source_tree import source_tree
from tools.source_tree.source_tree import Kind


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    (tmp_path / ".gitignore").write_text("ignored.py\n")
    return tmp_path


def test_new_files_count_and_ignored_ones_do_not(clone: Path) -> None:
    for name in ("tracked.py", "new.py", "ignored.py", "deleted.py"):
        (clone / name).write_text("")
    subprocess.run(["git", "add", "tracked.py", "deleted.py"], cwd=clone, check=True)
    (clone / "deleted.py").unlink()

    files = source_tree.list_files(clone)

    assert [str(path) for path in files] == [".gitignore", "new.py", "tracked.py"]


def test_folder_that_is_no_clone_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="need git and a clone"):
        source_tree.list_files(tmp_path)


@pytest.mark.parametrize(
    ("name", "first_line", "kind"),
    [
        ("BUILD.bazel", "", Kind.STARLARK),
        ("overlay.BUILD.bazel", "", Kind.STARLARK),
        ("defs.bzl", "", Kind.STARLARK),
        ("chip.cpp", "", Kind.CPP),
        ("hart.h", "", Kind.CPP),
        ("_ttnn.pyi", "", Kind.PYTHON),
        ("bazelw", "#!/bin/sh", Kind.SHELL),
        ("program", "#!/usr/bin/env python3", Kind.PYTHON),
        ("LICENSE", "", Kind.OTHER),
        ("README.md", "", Kind.OTHER),
    ],
)
def test_kind(tmp_path: Path, name: str, first_line: str, kind: Kind) -> None:
    (tmp_path / name).write_text(first_line + "\n")
    (tmp_path / name).chmod(0o755)

    assert source_tree.kind_of(tmp_path, PurePosixPath(name)) is kind


def test_work_tree_is_found_from_a_test() -> None:
    root = source_tree.workspace_root()

    assert PurePosixPath("tools/source_tree/source_tree.py") in source_tree.list_files(root)
