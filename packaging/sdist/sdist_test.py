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


def test_metadata_is_that_of_the_wheel_but_for_what_is_linked(archive: tarfile.TarFile) -> None:
    with zipfile.ZipFile(os.environ["WHEEL"]) as wheel:
        (path,) = [n for n in wheel.namelist() if n.endswith(".dist-info/METADATA")]
        of_wheel = email.parser.BytesParser().parsebytes(wheel.read(path))
    of_sdist = email.parser.BytesParser().parsebytes(read(archive, "PKG-INFO"))
    ours = (of_sdist["License-Expression"], of_sdist.get_all("License-File"))
    assert ours == ("Apache-2.0", ["LICENSE"])
    assert of_sdist.get_all("Dynamic") == ["License-Expression", "License-File"]
    assert of_wheel["License-Expression"].startswith("Apache-2.0 AND ")
    assert of_wheel.get_all("License-File")[0] == "LICENSE"

    for metadata in (of_sdist, of_wheel):
        for field in ("Dynamic", "License-Expression", "License-File"):
            del metadata[field]

    assert of_sdist.items() == of_wheel.items()
    assert of_sdist.get_payload() == of_wheel.get_payload()


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
