# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Where interpreters are looked for."""

from __future__ import annotations

from pathlib import Path

from toolchains.python import find_interpreters


def make_program(file: Path) -> Path:
    file.parent.mkdir(parents=True)
    file.write_text("#!/bin/sh\n")
    file.chmod(0o755)
    return file


def test_path_comes_before_version_managers(tmp_path: Path) -> None:
    on_path = make_program(tmp_path / "bin/python3.77")
    managed = make_program(tmp_path / ".pyenv/versions/3.77.1/bin/python3.77")

    found = list(find_interpreters.find("3.77", {"PATH": str(on_path.parent)}, tmp_path))

    assert found == [on_path, managed]


def test_the_newest_release_of_a_version_comes_first(tmp_path: Path) -> None:
    for release in ["3.77.9", "3.77.10", "3.77.2"]:
        make_program(tmp_path / release / "bin/python3.77")

    found = find_interpreters.managed_interpreters(tmp_path, "3.77")

    assert [program.parents[1].name for program in found] == ["3.77.10", "3.77.9", "3.77.2"]


def test_folders_of_version_managers_follow_their_variables(tmp_path: Path) -> None:
    managed = make_program(tmp_path / "elsewhere/versions/3.77.1/bin/python3.77")

    found = find_interpreters.find("3.77", {"PYENV_ROOT": str(tmp_path / "elsewhere")}, tmp_path)

    assert list(found) == [managed]


def test_a_version_that_nobody_has_is_not_found(tmp_path: Path) -> None:
    assert list(find_interpreters.find("3.77", {}, tmp_path)) == []
