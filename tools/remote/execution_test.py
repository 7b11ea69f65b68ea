# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

import subprocess
from pathlib import Path

import engines
import execution
import pytest


def test_workers_are_spared_what_paranoid_builds_are() -> None:
    hidden = execution.blocked_paths(Path(".bazelrc").read_text())

    assert {Path("/usr/include"), Path("/usr/lib/gcc"), Path("/usr/bin/gcc")} <= set(hidden)


def test_folders_become_empty_and_programs_behind_links_too(tmp_path: Path) -> None:
    (tmp_path / "include").mkdir()
    (tmp_path / "gcc-12").touch()
    (tmp_path / "gcc").symlink_to("gcc-12")
    paths = [tmp_path / name for name in ("include", "gcc", "absent")]

    assert execution.without(paths) == [
        *("--tmpfs", str(tmp_path / "include")),
        *("--ro-bind", "/dev/null", str(tmp_path / "gcc-12")),
    ]


def test_what_runs_on_a_worker_sees_no_compiler_of_the_host() -> None:
    # A test has no network to bring the engines with: whoever starts one has them from then on.
    if not engines.home().is_dir():
        pytest.skip("no bwrap: run `./bazelw run //tools/remote:execution -- start` once")
    look = "ls -A /usr/include; for name in gcc cc c++ ld as; do command -v $name; done; true"
    command = [*execution.blindfold(engines.home()), "sh", "-c", look]

    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == ""
