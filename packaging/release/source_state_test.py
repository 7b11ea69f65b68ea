# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from release.refusal import ReleaseRefused
from release.source_state import read_revision


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree without git that says its revision as ours does."""
    (tmp_path / "packaging").mkdir()
    shutil.copy(os.environ["SOURCE_REVISION_SCRIPT"], tmp_path / "packaging")
    return tmp_path


@pytest.fixture
def clone(tree: Path) -> Path:
    """The same as a commit of git."""
    person = ["-c", "user.name=A", "-c", "user.email=a@example"]
    for words in (["init", "-q"], ["add", "."], [*person, "commit", "-qm", "All"]):
        subprocess.run(["git", *words], cwd=tree, check=True)
    return tree


def test_a_clone_has_its_commit(clone: Path) -> None:
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=clone, capture_output=True, text=True)

    assert read_revision(clone, allow_dirty=False) == head.stdout.strip()


def test_an_edited_clone_is_refused_unless_allowed(clone: Path) -> None:
    (clone / "new").touch()

    with pytest.raises(ReleaseRefused, match="Commit or remove the changes, or pass --allow-dirty"):
        read_revision(clone, allow_dirty=False)
    assert read_revision(clone, allow_dirty=True).endswith("-modified")


def test_sources_without_git_are_of_unknown_revision(tree: Path) -> None:
    assert read_revision(tree, allow_dirty=False) == "unknown"
