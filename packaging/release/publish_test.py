# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""What the release publishes to an index can be installed from there by name.

The index is pypiserver on this machine's loopback, all that a sandbox has of a network.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from bazel_stand_in import StandIn
from release import make_release

DISTRIBUTIONS = [Path(name).absolute() for name in os.environ["DISTRIBUTIONS"].split()]
FIRST_STEPS = Path(os.environ["FIRST_STEPS"]).read_text(encoding="utf-8")
SERVER = Path(__file__).with_name("index_server.py")
NUMPY = Path(os.environ["NUMPY_WHEEL"])
CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Something.\n"


@dataclass(frozen=True)
class Index:
    """A running index: where its files are, and its address."""

    folder: Path
    url: str


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """An index that has the NumPy of our lock and nothing else."""
    folder = tmp_path_factory.mktemp("index")
    shutil.copy(NUMPY, folder)
    command = [sys.executable, "-W", "ignore", str(SERVER), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield Index(folder, server.stdout.readline().strip())
        finally:
            server.kill()


@pytest.fixture(scope="module")
def tree(index: Index, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tree from which a release was published; the gates are not run again."""
    tree = tmp_path_factory.mktemp("tree")
    files = {
        "CHANGELOG.md": CHANGELOG,
        ".bazelversion": "7.7.1\n",
        "missing.json": "{}",
        "packaging/source_revision.sh": "echo STABLE_SOURCE_REVISION unknown\n",
    }
    for name, text in files.items():
        (tree / name).parent.mkdir(exist_ok=True)
        (tree / name).write_text(text, encoding="utf-8")
    StandIn(tree).answer({f"//:{file.name}": file for file in DISTRIBUTIONS})
    words = ["release", "--version=0.1.0", "--repository-url", index.url, "--locks", "--reports"]
    words += [f"--missing-wheels={tree / 'missing.json'}", "--targets"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BUILD_WORKSPACE_DIRECTORY", str(tree))
        patch.setenv("TWINE_USERNAME", "anybody")
        patch.setenv("TWINE_PASSWORD", "anything")
        patch.setattr("sys.argv", [*words, *(f"//:{file.name}" for file in DISTRIBUTIONS)])
        assert make_release.main() == 0
    return tree


def test_the_index_has_the_very_bytes_that_were_built(index: Index, tree: Path) -> None:
    for distribution in DISTRIBUTIONS:
        assert (index.folder / distribution.name).read_bytes() == distribution.read_bytes()


def test_a_new_environment_installs_it_by_name_and_works(
    index: Index, tree: Path, tmp_path: Path
) -> None:
    venv.create(tmp_path / "venv", symlinks=True)
    python = str(tmp_path / "venv/bin/python")
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--no-cache-dir"]

    subprocess.run([*pip, "--index-url", f"{index.url}simple/", "ttnn"], check=True)

    outcome = subprocess.run(
        [python, "-I", "-c", FIRST_STEPS], capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stdout.splitlines()[-1] == "all results match NumPy"


def test_the_changelog_says_that_the_version_is_released(tree: Path) -> None:
    assert "## [0.1.0] - " in (tree / "CHANGELOG.md").read_text(encoding="utf-8")
