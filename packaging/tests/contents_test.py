# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate 1: the wheel holds what the build graph says, of approved kinds; public checkers agree."""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import member_classes
import pytest
from wheel_filename import parse_wheel_filename

UPDATE = "if it is meant: ./bazelw run //packaging/tests:update_goldens, and review the difference"


@pytest.fixture
def members() -> list[dict[str, str]]:
    """Members by the manifest."""
    return json.loads(Path(os.environ["MANIFEST"]).read_text(encoding="utf-8"))["members"]


@pytest.fixture
def components(members: list[dict[str, str]]) -> dict[str, str]:
    """Component of each member of the manifest, whichever interpreter the wheel is for."""
    return {member_classes.without_abi(m["path"]): m["component"] for m in members}


@pytest.fixture
def licence_texts(members: list[dict[str, str]]) -> dict[str, Path]:
    """Source of each licence text; those of other repositories lie beside ours in the runfiles."""
    sources = {m["path"]: m["file"] for m in members if ".dist-info/licenses/" in m["path"]}
    return {path: Path(re.sub("^external/", "../", file)) for path, file in sources.items()}


def test_members_are_those_of_the_manifest(
    archive: zipfile.ZipFile, components: dict[str, str]
) -> None:
    members = list(map(member_classes.without_abi, archive.namelist()))

    assert sorted(members) == sorted(components)


def test_members_are_the_files_of_the_graph(
    archive: zipfile.ZipFile, licence_texts: dict[str, Path]
) -> None:
    """Compares with the package's runfiles, which lack other interpreters' extension modules."""
    for name in archive.namelist():
        built = licence_texts.get(name, Path("ttnn", name))
        is_written = ".dist-info/" in name and name not in licence_texts
        if not is_written and (built.exists() or not name.endswith(".so")):
            assert archive.read(name) == built.read_bytes(), name


def test_every_kind_of_member_is_approved(
    archive: zipfile.ZipFile, components: dict[str, str]
) -> None:
    paths = map(member_classes.without_abi, archive.namelist())

    kinds = member_classes.describe((path, components.get(path, "unknown")) for path in paths)

    approved = Path(os.environ["MEMBER_CLASSES"]).read_text(encoding="utf-8")
    assert kinds.splitlines() == approved.splitlines(), UPDATE


def test_extension_is_for_the_interpreter_and_processor_of_the_tag(
    wheel: Path, archive: zipfile.ZipFile
) -> None:
    name = parse_wheel_filename(wheel.name)
    version = name.python_tags[0].removeprefix("cp")
    cpu = name.platform_tags[0].split("_", 3)[-1]

    extensions = [n for n in archive.namelist() if n.endswith(".so")]

    assert extensions == [f"ttnn/_ttnn.cpython-{version}-{cpu}-linux-gnu.so"]


def test_entry_points_lead_to_members(archive: zipfile.ZipFile) -> None:
    texts = [archive.read(n).decode() for n in archive.namelist() if n.endswith("entry_points.txt")]

    for text in texts:
        for entry in importlib.metadata.EntryPoints._from_text(text):
            stem = entry.module.replace(".", "/")
            assert {f"{stem}.py", f"{stem}/__init__.py"} & set(archive.namelist()), entry


@pytest.mark.parametrize("checker", [["twine", "check", "--strict"], ["check_wheel_contents"]])
def test_public_checker_accepts_the_wheel(wheel: Path, checker: list[str]) -> None:
    report = subprocess.run(
        [sys.executable, "-m", *checker, str(wheel)], capture_output=True, text=True, check=False
    )

    assert report.returncode == 0, report.stdout + report.stderr


def test_auditwheel_finds_the_platform_tag_true(wheel: Path) -> None:
    (platform,) = parse_wheel_filename(wheel.name).platform_tags
    command = [sys.executable, "-m", "auditwheel", "show", str(wheel)]

    report = subprocess.run(command, capture_output=True, text=True, check=False)

    assert report.returncode == 0, report.stderr
    allowed = re.findall(r"manylinux_(\d+)_(\d+)_", report.stdout)
    promised = tuple(map(int, re.findall(r"\d+", platform)[:2]))
    assert min((int(major), int(minor)) for major, minor in allowed) <= promised, report.stdout


def test_pyproject_is_valid() -> None:
    command = [sys.executable, "-m", "validate_pyproject", "pyproject.toml"]

    report = subprocess.run(command, capture_output=True, text=True, check=False)

    assert report.returncode == 0, report.stdout + report.stderr
