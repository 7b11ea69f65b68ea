# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Runs ./bazelw in a tree of its own, and on a PATH with nothing but what a test puts there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

_BAZELW = Path(os.environ.get("BAZELW", Path(__file__).resolve().parents[2] / "bazelw")).absolute()

# What the wrapper may take from the system.
_SYSTEM_PROGRAMS = ("cat", "cut", "dirname", "getent", "id", "mkdir", "sh", "sha256sum", "tr")

# Stands for the assembler: makes a folder with a client that says how it was called.
_ASSEMBLER = """\
import pathlib, sys
assert sys.argv[1] == "--home"
home = pathlib.Path(sys.argv[2])
(home / "usr/bin").mkdir(parents=True)
(home / "release").mkdir()
(home / "release/version").write_text("bazel 7.7.1\\n")
client = home / "usr/bin/bazel"
client.write_text('#!/bin/sh\\necho private "$@"\\n')
client.chmod(0o755)
print("assembled", file=sys.stderr)
"""


@dataclass
class _Machine:
    tree: Path
    programs: Path
    home: Path

    def install(self, name: str, script: str) -> Path:
        program = self.programs / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        return program

    def run(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.tree / "bazelw", *arguments],
            env={"PATH": str(self.programs), "HOME": str(self.home), **env},
            capture_output=True,
            check=False,
            text=True,
            timeout=60,
        )


@pytest.fixture
def machine(tmp_path: Path) -> _Machine:
    tree, programs = tmp_path / "tree", tmp_path / "programs"
    assembler = tree / "toolchains/bazel"
    assembler.mkdir(parents=True)
    programs.mkdir()
    shutil.copy(_BAZELW, tree / "bazelw")
    (tree / ".bazelversion").write_text("7.7.1\n")
    (assembler / "assemble.py").write_text(_ASSEMBLER)
    (assembler / "packages.lock.json").write_text("{}")
    for name in _SYSTEM_PROGRAMS:
        found = shutil.which(name)
        assert found, name
        (programs / name).symlink_to(found)
    machine = _Machine(tree, programs, tmp_path / "home")
    machine.install("python3", f'exec {sys.executable} "$@"')
    return machine


def test_bazel_of_the_environment_wins(machine: _Machine) -> None:
    machine.install("bazelisk", "echo bazelisk")
    mine = machine.install("mine", 'echo mine "$@"')

    assert machine.run("build", "//a b", BAZEL=str(mine)).stdout == "mine build //a b\n"


def test_bazel_of_the_environment_must_exist(machine: _Machine) -> None:
    result = machine.run("build", BAZEL="/nowhere/bazel")

    assert result.returncode == 1
    assert "BAZEL=/nowhere/bazel is no program" in result.stderr


def test_bazel_of_the_environment_may_be_the_wrapper(machine: _Machine) -> None:
    result = machine.run("build", BAZEL=str(machine.tree / "bazelw"))

    assert result.stdout.startswith("private ")


def test_bazelisk_comes_next(machine: _Machine) -> None:
    machine.install("bazelisk", 'echo bazelisk "$@"')
    machine.install("bazel", "echo bazel 7.7.1")

    assert machine.run("test", "//...").stdout == "bazelisk test //...\n"


@pytest.mark.parametrize(
    ("version", "is_used"),
    [
        ("bazel 7.7.1", True),
        ("bazel 7.7.0", True),
        ("bazel 7.70.0", False),
        ("bazel 8.4.2", False),
        ("bazel 4.2.3- (@non-git)", False),
        ("", False),
    ],
)
def test_a_bazel_on_path_is_used_in_the_right_series(
    machine: _Machine, version: str, is_used: bool
) -> None:
    machine.install("bazel", f'[ "$1" = --version ] && echo "{version}" || echo installed "$@"')

    result = machine.run("build")

    assert result.stdout.startswith("installed build" if is_used else "private ")


def test_the_private_bazel_is_assembled_once(machine: _Machine) -> None:
    first, second = machine.run("build", "//x"), machine.run("build", "//x")

    (private,) = (machine.home / ".cache/tt-nn/bazel").iterdir()
    call = f"private --nosystem_rc --bazelrc={private}/bazelrc build //x\n"
    assert (first.stdout, first.stderr) == (call, "assembled\n")
    assert (second.stdout, second.stderr) == (call, "")


def test_a_change_of_the_assembler_leads_to_another_folder(machine: _Machine) -> None:
    assembler = machine.tree / "toolchains/bazel"
    machine.run("build")

    (assembler / "assemble_test.py").write_text("# not part of what is made")
    assert machine.run("build").stderr == ""
    (assembler / "packages.lock.json").write_text("{ }")
    assert machine.run("build").stderr == "assembled\n"
    (assembler / "relocation.py").write_text("# a new step")
    assert machine.run("build").stderr == "assembled\n"


def test_the_cache_folder_follows_xdg(machine: _Machine, tmp_path: Path) -> None:
    machine.run("build", XDG_CACHE_HOME=str(tmp_path / "elsewhere"))

    assert (tmp_path / "elsewhere/tt-nn/bazel").is_dir()
    assert not machine.home.exists()


def test_without_home_the_account_says_where_it_is(machine: _Machine, tmp_path: Path) -> None:
    (machine.programs / "getent").unlink()
    machine.install("getent", f"echo user:x:1:1::{tmp_path}/account:/bin/sh")

    machine.run("build", HOME="")

    assert (tmp_path / "account/.cache/tt-nn/bazel").is_dir()


def test_a_tree_that_the_private_bazel_cannot_read_is_refused(machine: _Machine) -> None:
    machine.tree = machine.tree.rename(machine.tree.with_name("ein 'Baum' für uns"))

    result = machine.run("build")

    assert result.returncode == 1
    assert f"bazelw: {machine.tree} has letters beyond ASCII" in result.stderr
    machine.install("bazelisk", "echo bazelisk")
    assert machine.run("build").stdout == "bazelisk\n"


def test_the_version_is_printed_without_the_client(machine: _Machine) -> None:
    assert machine.run("--version").stdout == "bazel 7.7.1\n"


def test_without_python_the_message_says_what_to_install(machine: _Machine) -> None:
    (machine.programs / "python3").unlink()

    result = machine.run("build")

    assert result.returncode == 1
    assert "python3 is needed; install it, or bazelisk" in result.stderr


def test_an_old_python_is_refused(machine: _Machine) -> None:
    machine.install("python3", "exit 1")

    result = machine.run("build")

    assert result.returncode == 1
    assert "python3 must be 3.9 or newer" in result.stderr


def test_a_failed_assembly_ends_the_command(machine: _Machine) -> None:
    (machine.tree / "toolchains/bazel/assemble.py").write_text("raise SystemExit(1)")

    result = machine.run("build")

    assert result.returncode == 1
    assert result.stdout == ""
