# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: the wheel states the licence of all that is in it, and brings the texts."""

from __future__ import annotations

import email.message
import email.parser
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def linked() -> list[dict[str, Any]]:
    """What of others the build says is in the wheel."""
    return json.loads(Path(os.environ["MANIFEST"]).read_text())["linked"]


@pytest.fixture
def metadata(archive: zipfile.ZipFile) -> email.message.Message:
    """The METADATA file."""
    (path,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
    return email.parser.BytesParser().parsebytes(archive.read(path))


def test_the_expression_is_of_ours_and_of_every_linked_component(
    metadata: email.message.Message, linked: list[dict[str, Any]]
) -> None:
    assert set(metadata["License-Expression"].split(" AND ")) == {
        "Apache-2.0",
        *(component["license"] for component in linked),
    }


def test_every_linked_component_has_its_text(
    archive: zipfile.ZipFile, metadata: email.message.Message, linked: list[dict[str, Any]]
) -> None:
    named = metadata.get_all("License-File")
    carried = {
        name.partition(".dist-info/licenses/")[2]: name
        for name in archive.namelist()
        if ".dist-info/licenses/" in name
    }

    assert sorted(named) == sorted(carried)
    assert set(named) == {"LICENSE", *(text for entry in linked for text in entry["texts"])}
    for text, member in carried.items():
        assert len(archive.read(member)) > 500, f"{text} is no licence text"


def test_every_static_library_of_the_toolchain_is_described(linked: list[dict[str, Any]]) -> None:
    described = {archive for component in linked for archive in component["archives"]}
    sysroots = [Path(path) for path in os.environ["SYSROOTS"].split()]
    present = {library.name for sysroot in sysroots for library in sysroot.rglob("*.a")}

    assert present - described == set(), "give each a linked_component in packaging/sbom"
