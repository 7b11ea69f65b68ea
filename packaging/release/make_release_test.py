# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The order of a release and what it leaves behind, in a tree whose Bazel is a script."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from bazel_stand_in import StandIn
from release import make_release

CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Something.\n"
GATES = "//packaging/..."
SIZES = "//packaging:size_ledger"


class Tree:
    """A small tree and how to release it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.bazel = StandIn(folder)
        self.wheel = folder / "built/ttnn-9.8.7-py3-none-any.whl"
        (folder / "packaging").mkdir()
        shutil.copy(os.environ["SOURCE_REVISION_SCRIPT"], folder / "packaging")
        files = {
            "CHANGELOG.md": CHANGELOG,
            ".bazelversion": "7.7.1\n",
            "built/ttnn-9.8.7-py3-none-any.whl": "wheel",
            "built/manifest.json": "{}",
            "built/missing.json": "{}",
            "a.lock": f"a==1 --hash=sha256:{'a' * 64}\n",
        }
        for name, text in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        self.answer()
        self._monkeypatch = monkeypatch
        monkeypatch.setenv("BUILD_WORKSPACE_DIRECTORY", str(folder))
        monkeypatch.setenv("BUILD_WORKING_DIRECTORY", str(folder / "packaging"))

    def answer(self, skipped: str = "", **exit_codes: int) -> None:
        """Says which gates Bazel skips, and with which code its commands end."""
        outputs = {"//:wheels": self.wheel, "//:report": self.folder / "built/manifest.json"}
        self.bazel.answer(outputs, {"cquery": skipped}, exit_codes)

    @property
    def dist(self) -> Path:
        """Where the release goes."""
        return self.folder / "dist/ttnn-9.8.7"

    def commands(self) -> list[str]:
        """What Bazel was asked: each command and its target."""
        words = [call["arguments"] for call in self.bazel.calls()]
        return [f"{call[0]} {next(w for w in call if '//' in w)}" for call in words]

    def release(self, *options: str) -> int:
        """Runs the command."""
        words = ["release", "--version=9.8.7", "--targets", "//:wheels", "--reports", "//:report"]
        words += ["--locks", f"{self.folder}/a.lock"]
        words += ["--missing-wheels", f"{self.folder}/built/missing.json", *options]
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
    assert tree.commands() == [
        f"cquery tests({GATES})",
        "build //:wheels",
        f"test {GATES}",
        f"run {SIZES}",
        "build //:report",
    ]
    assert statement["predicate"]["buildDefinition"]["externalParameters"]["missing"] == []
    printed = capfd.readouterr().out
    assert "of revision unknown" in printed
    assert "nothing is uploaded" in printed


def test_a_red_gate_leaves_nothing(tree: Tree, capfd: pytest.CaptureFixture[str]) -> None:
    tree.answer(test=1)

    assert tree.release("--dry-run") == 1

    assert list((tree.folder / "dist").iterdir()) == []
    assert "a gate is red (see above). Again: `./bazelw test" in capfd.readouterr().err


def test_a_wheel_that_changes_while_the_gates_run_is_refused(
    tree: Tree, capfd: pytest.CaptureFixture[str]
) -> None:
    stand_in = (tree.folder / "bazelw").rename(tree.folder / "stand_in")
    (tree.folder / "bazelw").write_text(
        f'#!/bin/sh\n[ "$1" != test ] || echo other >"{tree.wheel}"\nexec "{stand_in}" "$@"\n'
    )
    (tree.folder / "bazelw").chmod(0o755)

    assert tree.release("--dry-run") == 1

    assert not tree.dist.exists()
    assert "was built anew while the gates ran" in capfd.readouterr().err


def test_an_existing_release_is_refused_before_bazel_builds(
    tree: Tree, capfd: pytest.CaptureFixture[str]
) -> None:
    tree.dist.mkdir(parents=True)
    (tree.dist / "SHA256SUMS").touch()

    assert tree.release("--dry-run") == 1
    assert tree.commands() == []
    assert "--replace" in capfd.readouterr().err
    assert tree.release("--dry-run", "--replace") == 0


def test_a_changelog_without_news_is_refused_before_bazel_builds(tree: Tree) -> None:
    (tree.folder / "CHANGELOG.md").write_text("# Changelog\n\n## [Unreleased]\n")

    assert tree.release("--dry-run") == 1

    assert tree.commands() == []


def test_an_edited_tree_is_refused_before_bazel_builds(
    tree: Tree, capfd: pytest.CaptureFixture[str]
) -> None:
    script = "echo STABLE_SOURCE_REVISION 0123456789abcdef-modified\n"
    (tree.folder / "packaging/source_revision.sh").write_text(script)

    assert tree.release("--dry-run") == 1

    assert tree.commands() == []
    assert "--allow-dirty" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("reasons", "skipped", "said"),
    [
        ({"cp310": "no python3.10 on this machine"}, "", "no wheel for cp310: no python3.10 on"),
        ({}, "@@//packaging/userlands:debian_11_test", "skipped: //packaging/userlands:debian_11"),
    ],
    ids=["interpreter", "gate"],
)
def test_what_the_machine_lacks_is_refused_before_bazel_builds_unless_allowed(
    tree: Tree,
    capfd: pytest.CaptureFixture[str],
    reasons: dict[str, str],
    skipped: str,
    said: str,
) -> None:
    (tree.folder / "built/missing.json").write_text(json.dumps(reasons))
    tree.answer(skipped)

    assert tree.release("--dry-run") == 1

    assert tree.commands() == [f"cquery tests({GATES})"]
    refusal = capfd.readouterr().err
    assert said in refusal
    assert "--allow-missing" in refusal

    assert tree.release("--dry-run", "--allow-missing") == 0

    assert said in capfd.readouterr().out
    statement = json.loads((tree.dist / "provenance.intoto.json").read_text())
    (missing,) = statement["predicate"]["buildDefinition"]["externalParameters"]["missing"]
    assert said in missing


def test_relative_output_counts_from_where_the_command_was_given(tree: Tree) -> None:
    assert tree.release("--dry-run", "--output=../here") == 0

    assert (tree.folder / "here/SHA256SUMS").is_file()
    assert not tree.dist.exists()


def test_what_was_uploaded_with_other_bytes_is_refused_before_the_gates_run(
    tree: Tree, capfd: pytest.CaptureFixture[str]
) -> None:
    assert tree.release("--dry-run") == 0
    ledger = f"{'0' * 64}  {tree.wheel.name}\n"
    (tree.dist / "UPLOADED").write_text(ledger)

    assert tree.release("--dry-run", "--replace") == 1

    assert tree.commands()[-1] == "build //:wheels"
    assert "raise VERSION" in capfd.readouterr().err
    assert (tree.dist / "UPLOADED").read_text() == ledger


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
