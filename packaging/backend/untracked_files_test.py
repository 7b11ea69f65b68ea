# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Files that git does not track are named where that may surprise, and nowhere else."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from untracked_files import warn_of_untracked_files


def test_untracked_files_are_named_and_ignored_ones_are_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    (tmp_path / ".gitignore").write_text("ignored\n")
    for name in ("tracked", "ignored"):
        (tmp_path / name).touch()
    subprocess.run(["git", "add", "tracked", ".gitignore"], cwd=tmp_path, check=True)

    warn_of_untracked_files(tmp_path)
    assert capsys.readouterr().err == ""
    (tmp_path / "new ü.py").touch()
    warn_of_untracked_files(tmp_path)

    warning = capsys.readouterr().err
    assert "has them: new ü.py. `git add`" in warning


def test_many_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    for number in range(23):
        (tmp_path / f"{number:02}").touch()

    warn_of_untracked_files(tmp_path)

    assert "18, 19 and 3 more." in capsys.readouterr().err


@pytest.mark.parametrize("git", [True, False], ids=["broken clone", "unpacked sdist"])
def test_a_tree_without_git_is_built_without_a_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], git: bool
) -> None:
    (tmp_path / "file").touch()
    if git:
        (tmp_path / ".git").touch()

    warn_of_untracked_files(tmp_path)

    assert capsys.readouterr().err == ""
