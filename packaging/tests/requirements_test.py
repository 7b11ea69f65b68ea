# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: what the wheel requires is what it was built with, and what it tells its users."""

from __future__ import annotations

import email.parser
import json
import re
import zipfile

import pytest
from ttnn.diagnosis.libraries import OLDEST
from ttnn.diagnosis.system import OLDEST_GLIBC
from wheel_filename import parse_wheel_filename


def read(archive: zipfile.ZipFile, name: str) -> bytes:
    """Reads a file of the dist-info folder."""
    (path,) = [path for path in archive.namelist() if path.endswith(f".dist-info/{name}")]
    return archive.read(path)


@pytest.fixture
def requirements(archive: zipfile.ZipFile) -> list[str]:
    """What the wheel requires, extras included, without the conditions."""
    metadata = email.parser.BytesParser().parsebytes(read(archive, "METADATA"))
    return [text.partition(";")[0].strip() for text in metadata.get_all("Requires-Dist")]


def compiler_of(requirements: list[str]) -> str:
    """What users compile kernels with."""
    (compiler,) = (each for each in requirements if each.startswith("ziglang"))
    return compiler


def test_the_compiler_of_users_kernels_is_that_of_the_shipped_ones(
    archive: zipfile.ZipFile, requirements: list[str]
) -> None:
    toolchains = json.loads(read(archive, "build_info.json"))["toolchains"]

    assert compiler_of(requirements) in {each["distribution"] for each in toolchains}


def floors(requirements: list[str]) -> dict[str, str]:
    """The lowest versions of all but the compiler.

    A version that is capped, or that no index has, makes the wheel useless beside others.
    """
    others = [each for each in requirements if each != compiler_of(requirements)]
    found = [re.fullmatch(r"([\w-]+)>=([\d.]+)", each) for each in others]
    assert all(found), f"more than a lowest version in {others}"
    return dict(match.groups() for match in found if match)


def test_other_requirements_are_lowest_versions_which_doctor_asks_for(
    requirements: list[str],
) -> None:
    assert floors(requirements) == OLDEST


@pytest.mark.parametrize("requirement", ["numpy>=1.24,<2", "torch==2.2.1+cpu", "torch @ file:///x"])
def test_more_than_a_lowest_version_is_refused(requirement: str) -> None:
    with pytest.raises(AssertionError, match="more than a lowest version"):
        floors(["ziglang==0.17.1", requirement])


def test_doctor_asks_for_the_c_library_of_the_tag(archive: zipfile.ZipFile) -> None:
    (tag,) = parse_wheel_filename(archive.filename.rpartition("/")[2]).platform_tags

    assert tag.startswith("manylinux_{}_{}_".format(*OLDEST_GLIBC))
