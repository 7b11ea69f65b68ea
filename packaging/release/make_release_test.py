# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The order of a release and what it leaves behind, in a tree whose Bazel is a script."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from release import make_release

CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Something.\n"
BAZEL = '#!/bin/sh\necho "$@" >>bazel-commands\n[ ! -e red ]\n'


class Tree:
    """A small tree and how to release it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.wheel = folder / "built/ttnn-9.8.7-py3-none-any.whl"
        self.lock = folder / "a.lock"
        (folder / "packaging").mkdir()
        shutil.copy(os.environ["SOURCE_REVISION_SCRIPT"], folder / "packaging")
        files = {
            "CHANGELOG.md": CHANGELOG,
            ".bazelversion": "7.7.1\n",
            "bazelw": BAZEL,
            "built/ttnn-9.8.7-py3-none-any.whl": "wheel",
            "built/manifest.json": "{}",
            "a.lock": f"a==1 --hash=sha256:{'a' * 64}\n",
        }
        for name, text in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        (folder / "bazelw").chmod(0o755)
        self._monkeypatch = monkeypatch
        monkeypatch.setenv("BUILD_WORKSPACE_DIRECTORY", str(folder))

    @property
    def dist(self) -> Path:
        """Where the release goes."""
        return self.folder / "dist/ttnn-9.8.7"

    def commands(self) -> list[str]:
        """What Bazel was asked."""
        return (self.folder / "bazel-commands").read_text(encoding="utf-8").splitlines()

    def release(self, *options: str) -> int:
        """Runs the command."""
        words = ["release", "--version=9.8.7", "--targets", "//:wheels"]
        words += ["--artifacts", str(self.wheel), "--reports", f"{self.folder}/built/manifest.json"]
        words += ["--locks", str(self.lock), *options]
        self._monkeypatch.setattr("sys.argv", words)
        return make_release.main()


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """A tree that can be released."""
    return Tree(tmp_path, monkeypatch)


def test_dry_run_writes_everything_and_leaves_the_tree(
    tree: Tree, capfd: pytest.CaptureFixture[str]
) -> None:
    assert tree.release("--dry-run") == 0

    assert sorted(path.name for path in tree.dist.iterdir()) == [
        "CHANGES.md",
        "SHA256SUMS",
        "manifest.json",
        "provenance.intoto.json",
        tree.wheel.name,
    ]
    statement = json.loads((tree.dist / "provenance.intoto.json").read_text())
    assert [subject["name"] for subject in statement["subject"]] == [tree.wheel.name]
    assert (tree.folder / "CHANGELOG.md").read_text() == CHANGELOG
    assert tree.commands() == ["test //packaging/...", "run //packaging:size_ledger"]
    printed = capfd.readouterr().out
    assert "of revision unknown" in printed
    assert "nothing is uploaded" in printed


def test_a_red_gate_leaves_nothing(tree: Tree, capfd: pytest.CaptureFixture[str]) -> None:
    (tree.folder / "red").touch()

    assert tree.release("--dry-run") == 1

    assert list((tree.folder / "dist").iterdir()) == []
    assert "a gate is red (see above). Again: `./bazelw test" in capfd.readouterr().err


def test_a_wheel_that_changes_while_the_gates_run_is_refused(
    tree: Tree, capfd: pytest.CaptureFixture[str]
) -> None:
    (tree.folder / "bazelw").write_text(f"#!/bin/sh\necho other >{tree.wheel}\n")

    assert tree.release("--dry-run") == 1

    assert not tree.dist.exists()
    assert "was built anew while the gates ran" in capfd.readouterr().err


def test_an_existing_release_is_refused_before_the_gates_run(
    tree: Tree, capfd: pytest.CaptureFixture[str]
) -> None:
    tree.dist.mkdir(parents=True)
    (tree.dist / "SHA256SUMS").touch()

    assert tree.release("--dry-run") == 1
    assert not (tree.folder / "bazel-commands").exists()
    assert "--replace" in capfd.readouterr().err
    assert tree.release("--dry-run", "--replace") == 0


def test_a_changelog_without_news_is_refused_before_the_gates_run(tree: Tree) -> None:
    (tree.folder / "CHANGELOG.md").write_text("# Changelog\n\n## [Unreleased]\n")

    assert tree.release("--dry-run") == 1

    assert not (tree.folder / "bazel-commands").exists()


def test_a_failed_upload_leaves_the_tree_and_says_how_to_go_on(
    tree: Tree, capfd: pytest.CaptureFixture[str]
) -> None:
    # What is uploaded is no wheel, so that twine fails before it asks any index.
    assert tree.release("--repository-url=http://127.0.0.1:1/") == 1

    assert tree.dist.is_dir()
    assert (tree.folder / "CHANGELOG.md").read_text() == CHANGELOG
    assert "run this command again with --replace" in capfd.readouterr().err


def test_outside_of_bazel_run_it_says_how_to_run_it(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("BUILD_WORKSPACE_DIRECTORY")

    assert tree.release("--dry-run") == 2
    assert "./bazelw run //packaging:release" in capfd.readouterr().err
