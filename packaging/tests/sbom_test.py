# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: the bill of materials is valid, and says of every member whose it is and what it holds."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

SBOM = "sboms/ttnn.cdx.json"
# RECORD holds the bill's digest, so the bill cannot hold that of RECORD, nor its own.
UNATTRIBUTED = ("RECORD", SBOM)
# Written together with the archive.
WITHOUT_DIGEST = ("WHEEL",)


@pytest.fixture
def bill(archive: zipfile.ZipFile) -> str:
    """Text of the bill."""
    (path,) = [name for name in archive.namelist() if name.endswith(f".dist-info/{SBOM}")]
    return archive.read(path).decode()


def files_of(bill: str) -> Iterator[dict[str, Any]]:
    for component in json.loads(bill)["components"]:
        yield from component.get("components", [])


def linked_of(bill: str) -> dict[str, dict[str, Any]]:
    return {
        component["name"]: component
        for component in json.loads(bill)["components"]
        if component["bom-ref"].startswith("linked:")
    }


def test_it_follows_the_official_schema(bill: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None


def test_every_member_belongs_to_one_component(archive: zipfile.ZipFile, bill: str) -> None:
    expected = [
        name for name in archive.namelist() if name.partition(".dist-info/")[2] not in UNATTRIBUTED
    ]

    assert sorted(file["name"] for file in files_of(bill)) == sorted(expected)


def test_digests_are_those_of_the_members(archive: zipfile.ZipFile, bill: str) -> None:
    for file in files_of(bill):
        if file["name"].partition(".dist-info/")[2] in WITHOUT_DIGEST:
            continue
        (digest,) = file["hashes"]
        assert digest["content"] == hashlib.sha256(archive.read(file["name"])).hexdigest(), file


def test_what_is_linked_is_what_the_build_says(bill: str) -> None:
    stated = json.loads(Path(os.environ["MANIFEST"]).read_text())["linked"]
    behind = {
        entry["ref"]: entry.get("dependsOn", []) for entry in json.loads(bill)["dependencies"]
    }

    assert sorted(linked_of(bill)) == sorted(entry["name"] for entry in stated)
    for part in ("extension", "kernels", "python", "types"):
        expected = [f"linked:{entry['name']}" for entry in stated if part in entry["parts"]]
        assert sorted(behind[f"component:{part}"]) == sorted(expected)


def test_what_is_linked_has_version_licence_and_digest_of_its_source(bill: str) -> None:
    for name, component in linked_of(bill).items():
        assert component["version"], name
        assert component["licenses"], name
        (source,) = component["externalReferences"]
        assert source["hashes"], name


def test_it_tells_no_time_and_no_chance(bill: str) -> None:
    content = json.loads(bill)

    assert content["metadata"]["timestamp"].startswith("1980-01-01T00:00:00")
    assert content["serialNumber"].split("-")[2].startswith("5")  # made from the content
