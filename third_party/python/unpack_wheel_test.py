# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""What goes where when a wheel is unpacked."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from third_party.python import unpack_wheel

METADATA = """\
Metadata-Version: 2.4
Name: sample
Version: 1.0
Requires-Dist: Some.Thing>=1
Requires-Dist: old-python; python_version < "3"
Requires-Dist: wanted; extra == "more"
Requires-Dist: unwanted; extra == "less"

A description.
"""


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    folder = tmp_path / "wheel"
    folder.mkdir()
    with zipfile.ZipFile(folder / "sample-1.0-py3-none-any.whl", "w") as archive:
        archive.writestr("sample/__init__.py", "answer = 42\n")
        archive.writestr("sample-1.0.data/", "")
        archive.writestr("sample-1.0.data/platlib/sample_native.py", "")
        archive.writestr("sample-1.0.data/scripts/tool", "\x7fELF")
        archive.writestr("sample-1.0.data/headers/sample.h", "")
        archive.writestr("sample-1.0.dist-info/METADATA", METADATA)
    return folder


def unpack(wheel_dir: Path, destination: Path, *arguments: str) -> str:
    command = [sys.executable, unpack_wheel.__file__, wheel_dir, destination, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_layout(wheel: Path, tmp_path: Path) -> None:
    unpack(wheel, tmp_path)

    assert (tmp_path / "site/sample/__init__.py").read_text() == "answer = 42\n"
    assert (tmp_path / "site/sample_native.py").exists()
    assert os.access(tmp_path / "bin/tool", os.X_OK)
    assert not list(tmp_path.glob("**/sample.h"))


def test_requirements_hold_for_interpreter_and_extras(wheel: Path, tmp_path: Path) -> None:
    assert unpack(wheel, tmp_path / "plain") == '["some_thing"]'
    assert unpack(wheel, tmp_path / "extra", "--extra=more") == '["some_thing", "wanted"]'


def test_folder_without_a_wheel_requires_nothing(tmp_path: Path) -> None:
    assert unpack(tmp_path / "absent", tmp_path / "out") == "[]"


def test_bytecode_does_not_depend_on_the_place(wheel: Path, tmp_path: Path) -> None:
    compiled = []
    for place in ("here", "a/longer/place"):
        unpack(wheel, tmp_path / place)
        (bytecode,) = (tmp_path / place).glob("site/sample/__pycache__/*.pyc")
        compiled.append(bytecode.read_bytes())

    assert compiled[0] == compiled[1]


@pytest.mark.parametrize("member", ["../outside.py", "/absolute.py", "sample/../../outside.py"])
def test_member_outside_the_wheel_is_refused(member: str) -> None:
    with pytest.raises(ValueError, match="points outside the wheel"):
        unpack_wheel.destination_of(member)


def test_member_of_a_package_goes_to_site() -> None:
    assert unpack_wheel.destination_of("numpy/linalg.py") == PurePosixPath("site/numpy/linalg.py")
