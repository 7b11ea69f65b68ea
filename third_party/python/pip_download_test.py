# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""What pip brought once comes again without an index, and nothing that the lock does not name."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

PROGRAM = Path(os.environ["PIP_DOWNLOAD"]).absolute()
WHEEL = "sample-1.0-py3-none-any.whl"


class Machine:
    """A user with a cache folder, and a folder in the place of an index."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.index = folder / "index"
        self.cache = folder / "cache"
        self.index.mkdir()
        with zipfile.ZipFile(self.index / WHEEL, "w") as archive:
            archive.writestr("sample-1.0.dist-info/METADATA", "Name: sample\nVersion: 1.0\n")
            archive.writestr("sample-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\n")
        self.sha256 = hashlib.sha256((self.index / WHEEL).read_bytes()).hexdigest()

    def kept(self) -> list[Path]:
        """Files in the cache."""
        return [path for path in self.cache.rglob("*") if path.is_file()]

    def download(self, repository: str, marker: str = "") -> subprocess.CompletedProcess[str]:
        """Runs the program for a repository of that name."""
        folder = self.folder / repository
        folder.mkdir()
        (folder / "requirements.txt").write_text(
            f"sample==1.0 {marker} --hash=sha256:{self.sha256}\n"
        )
        environment = {
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_FIND_LINKS": str(self.index),
            "PIP_NO_INDEX": "1",
            "XDG_CACHE_HOME": str(self.cache),
        }
        return subprocess.run(
            [sys.executable, PROGRAM, "--requirements=requirements.txt", "--destination=wheel"],
            cwd=folder,
            env=os.environ | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def brought(self, repository: str) -> str:
        """Hash of the wheel that a repository got."""
        (wheel,) = (self.folder / repository / "wheel").iterdir()
        assert wheel.name == WHEEL
        return hashlib.sha256(wheel.read_bytes()).hexdigest()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_second_download_needs_no_index(machine: Machine) -> None:
    first = machine.download("first")
    shutil.rmtree(machine.index)
    second = machine.download("second")

    assert first.returncode == 0, first.stderr
    assert second.returncode == 0, second.stderr
    assert machine.brought("first") == machine.brought("second") == machine.sha256


@pytest.mark.parametrize("content", [b"", b"another wheel"])
def test_damaged_file_is_fetched_anew_and_replaced(machine: Machine, content: bytes) -> None:
    machine.download("first")
    (kept,) = machine.kept()
    kept.write_bytes(content)

    second = machine.download("second")

    assert second.returncode == 0, second.stderr
    assert machine.brought("second") == machine.sha256
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == machine.sha256


def test_damaged_file_is_not_used_even_without_index(machine: Machine) -> None:
    machine.download("first")
    (kept,) = machine.kept()
    kept.write_bytes(b"another wheel")
    shutil.rmtree(machine.index)

    assert machine.download("second").returncode != 0


def test_file_that_the_lock_does_not_name_is_refused(machine: Machine) -> None:
    machine.sha256 = "0" * 64

    outcome = machine.download("first")

    assert outcome.returncode != 0
    assert machine.kept() == []


def test_cache_that_cannot_be_written_costs_a_note(machine: Machine) -> None:
    machine.cache.write_text("a file, where a folder should be")

    outcome = machine.download("first")

    assert outcome.returncode == 0, outcome.stderr
    assert machine.brought("first") == machine.sha256
    assert "is not kept for the next output base" in outcome.stderr


def test_requirement_that_does_not_hold_brings_nothing(machine: Machine) -> None:
    outcome = machine.download("first", marker="; python_version < '3.0'")

    assert outcome.returncode == 0, outcome.stderr
    assert list((machine.folder / "first" / "wheel").iterdir()) == []


def test_processes_at_once_all_get_the_wheel(machine: Machine) -> None:
    repositories = [f"repository{number}" for number in range(4)]

    with ThreadPoolExecutor() as pool:
        outcomes = list(pool.map(machine.download, repositories))

    assert [outcome.returncode for outcome in outcomes] == [0] * 4, outcomes
    assert {machine.brought(name) for name in repositories} == {machine.sha256}
    (kept,) = machine.kept()
    assert kept.name == WHEEL
