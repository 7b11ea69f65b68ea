# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: the source distribution is what its specification and a reproducible build ask for."""

from __future__ import annotations

import email.parser
import json
import os
import re
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

SDIST = Path(os.environ["SDIST"])
FOLDER = SDIST.name.removesuffix(".tar.gz")


@pytest.fixture
def archive() -> Iterator[tarfile.TarFile]:
    with tarfile.open(SDIST) as opened:
        yield opened


def read(archive: tarfile.TarFile, path: str) -> bytes:
    file = archive.extractfile(f"{FOLDER}/{path}")
    assert file is not None
    return file.read()


def test_name_and_folder_are_those_of_the_metadata(archive: tarfile.TarFile) -> None:
    metadata = email.parser.BytesParser().parsebytes(read(archive, "PKG-INFO"))

    assert SDIST.name == f"{metadata['Name']}-{metadata['Version']}.tar.gz"
    assert {name.partition("/")[0] for name in archive.getnames()} == {FOLDER}


def without_licences(metadata: bytes) -> list[bytes]:
    """Returns the lines of core metadata which a wheel and its sdist share."""
    return [
        line for line in metadata.splitlines() if not line.startswith((b"License-", b"Dynamic:"))
    ]


def test_metadata_is_that_of_the_wheel_but_for_what_is_linked(archive: tarfile.TarFile) -> None:
    with zipfile.ZipFile(os.environ["WHEEL"]) as wheel:
        (metadata,) = [n for n in wheel.namelist() if n.endswith(".dist-info/METADATA")]

        pkg_info = read(archive, "PKG-INFO")
        assert without_licences(pkg_info) == without_licences(wheel.read(metadata))
        assert pkg_info.count(b"\nDynamic: License-") == 2


def test_revision_is_that_of_the_wheel(archive: tarfile.TarFile) -> None:
    with zipfile.ZipFile(os.environ["WHEEL"]) as wheel:
        (path,) = [n for n in wheel.namelist() if n.endswith(".dist-info/build_info.json")]
        revision = json.loads(wheel.read(path))["source_revision"]

    assert read(archive, "SOURCE_REVISION").decode() == f"{revision}\n"


def test_members_tell_nothing_of_who_packed_them(archive: tarfile.TarFile) -> None:
    for member in archive:
        assert member.isreg(), member.name
        assert member.mtime == 315532800, member.name
        assert (member.uid, member.gid, member.uname, member.gname) == (0, 0, "", ""), member.name
        assert member.mode in (0o644, 0o755), member.name


def test_members_are_the_sources_and_what_is_said_of_them(archive: tarfile.TarFile) -> None:
    sources = read(archive, "SOURCES").decode().splitlines()

    members = [*sources, "SOURCES", "SOURCE_REVISION", "PKG-INFO"]
    assert archive.getnames() == [f"{FOLDER}/{path}" for path in members]
    assert sources == sorted(sources)


@pytest.mark.parametrize("path", ["LICENSE", "MODULE.bazel", "README.md", "pyproject.toml"])
def test_what_a_build_needs_is_there(archive: tarfile.TarFile, path: str) -> None:
    assert read(archive, path)


def test_programs_can_be_run(archive: tarfile.TarFile) -> None:
    assert archive.getmember(f"{FOLDER}/bazelw").mode == 0o755


def test_nothing_that_a_build_or_a_person_leaves_behind_is_in_it(archive: tarfile.TarFile) -> None:
    unwanted = re.compile(r"/(bazel-\w+|user\.bazelrc|\.git|dist|\.venv|__pycache__)(/|$)|\.pyc$")

    assert [name for name in archive.getnames() if unwanted.search(name)] == []
