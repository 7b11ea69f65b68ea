# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Which files are the source of a tree: in a clone, in an unpacked sdist, and in neither."""

from __future__ import annotations

import importlib.util
import subprocess
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location(
    "list_tracked_files", Path(__file__).with_name("list_tracked_files.py")
)
list_tracked_files = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(list_tracked_files)


def write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("")


def test_clone_has_what_git_tracks(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    write(tmp_path, "b", "a/BUILD.bazel", "deleted", "new")
    subprocess.run(["git", "add", "b", "a", "deleted"], cwd=tmp_path, check=True)
    (tmp_path / "deleted").unlink()
    (tmp_path / "b").chmod(0o755)

    tracked = list_tracked_files.describe(tmp_path)

    assert [(f["path"], f["executable"]) for f in tracked["files"]] == [
        ("a/BUILD.bazel", False),
        ("b", True),
    ]
    assert Path(tracked["index"]).is_file()


def test_unpacked_sdist_has_what_sources_names(tmp_path: Path) -> None:
    write(tmp_path, "b", "a/BUILD.bazel", "PKG-INFO", "stray")
    (tmp_path / "SOURCES").write_text("a/BUILD.bazel\nb\n")

    tracked = list_tracked_files.describe(tmp_path)

    assert [f["path"] for f in tracked["files"]] == ["a/BUILD.bazel", "b"]
    assert tracked["index"] == str(tmp_path / "SOURCES")


def test_other_folder_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(list_tracked_files.UnlistedTreeError, match=r"neither .git nor SOURCES"):
        list_tracked_files.describe(tmp_path)
