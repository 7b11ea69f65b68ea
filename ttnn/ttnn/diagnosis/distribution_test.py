# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What is understood of a dist-info folder, also of a damaged one."""

from __future__ import annotations

import json
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

import pytest

from ttnn.diagnosis.distribution import (
    all_installations,
    is_editable,
    origin,
    own_installation,
    read_object,
    version_of,
)
from ttnn.made_installation import install

NO_OBJECTS = [b"", b"{", b"\xff", b"[]", b'"text"', b"\0"]


@pytest.fixture
def dist_info(tmp_path: Path) -> Path:
    """The dist-info folder of an installed distribution."""
    return install(tmp_path)


def installation_of(dist_info: Path) -> Distribution:
    (installation,) = distributions(name="ttnn", path=[str(dist_info.parent)])
    return installation


def write_direct_url(dist_info: Path, **content: Any) -> None:
    (dist_info / "direct_url.json").write_text(json.dumps(content))


def test_an_installation_is_the_packages_own_only_if_its_files_are(dist_info: Path) -> None:
    installation = installation_of(dist_info)

    assert own_installation([installation], dist_info.parent / "ttnn") is installation
    assert own_installation([installation], dist_info.parent / "elsewhere/ttnn") is None


def test_an_editable_installation_has_no_files_of_its_own(dist_info: Path) -> None:
    write_direct_url(dist_info, url="file:///tree", dir_info={"editable": True})

    assert own_installation([installation_of(dist_info)], dist_info.parent / "ttnn") is None


def test_what_is_left_of_another_version_is_not_the_packages_own(
    dist_info: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version in ("0.1", "99"):
        (install(dist_info.parent, version, files={}) / "RECORD").unlink()
    monkeypatch.setattr("sys.path", [str(dist_info.parent)])

    own = own_installation(all_installations(), dist_info.parent / "ttnn")

    assert own is not None
    assert version_of(own) == "9.9"


@pytest.mark.parametrize("content", [*NO_OBJECTS, b'{"dir_info": 1}', b'{"dir_info": null}'])
def test_a_damaged_origin_is_none(dist_info: Path, content: bytes) -> None:
    (dist_info / "direct_url.json").write_bytes(content)

    assert not is_editable(installation_of(dist_info))
    assert origin(installation_of(dist_info)) == "ttnn==9.9"


@pytest.mark.parametrize("content", NO_OBJECTS)
def test_what_is_no_object_says_nothing(dist_info: Path, content: bytes) -> None:
    (dist_info / "build_info.json").write_bytes(content)

    assert read_object(installation_of(dist_info), "build_info.json") == {}


def test_what_cannot_be_read_says_nothing(dist_info: Path) -> None:
    (dist_info / "build_info.json").symlink_to("/proc/self/mem")  # reading fails, even for root
    (dist_info / "direct_url.json").mkdir()

    assert read_object(installation_of(dist_info), "build_info.json") == {}
    assert read_object(installation_of(dist_info), "direct_url.json") == {}


def test_the_origin_is_the_file_that_was_installed(dist_info: Path) -> None:
    write_direct_url(dist_info, url="file:///ttnn-9.9.whl", archive_info={})

    assert origin(installation_of(dist_info)) == "file:///ttnn-9.9.whl"


@pytest.mark.parametrize("metadata", [None, b"", b"\xff\xfe", b"Name: ttnn\n"])
def test_without_metadata_the_version_is_unknown(dist_info: Path, metadata: bytes | None) -> None:
    (dist_info / "METADATA").unlink()
    if metadata is not None:
        (dist_info / "METADATA").write_bytes(metadata)

    assert version_of(installation_of(dist_info)) == ""
    assert origin(installation_of(dist_info)) == "ttnn"


def test_a_folder_that_is_on_the_path_twice_counts_once(
    dist_info: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path_factory.mktemp("links") / "site"
    link.symlink_to(dist_info.parent)
    monkeypatch.setattr("sys.path", [str(dist_info.parent), str(link), str(dist_info.parent)])

    assert [version_of(each) for each in all_installations()] == ["9.9"]
