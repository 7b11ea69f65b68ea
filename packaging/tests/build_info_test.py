# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: the wheel says from which sources and with which tools it was built."""

from __future__ import annotations

import json
import re
import zipfile
import zlib

import pytest


@pytest.fixture
def build_info(archive: zipfile.ZipFile) -> dict:
    """The build info in the wheel."""
    (path,) = [n for n in archive.namelist() if n.endswith(".dist-info/build_info.json")]
    return json.loads(archive.read(path))


def test_the_revision_is_a_commit_or_known_to_be_none(build_info: dict) -> None:
    revision = build_info["source_revision"]

    assert re.fullmatch(r"[0-9a-f]{40}(-modified)?|unknown", revision), revision


def test_toolchains_are_named_with_their_digests(build_info: dict) -> None:
    assert build_info["toolchains"]
    for toolchain in build_info["toolchains"]:
        assert "==" in toolchain["distribution"]
        assert all(re.fullmatch(r"[0-9a-f]{64}", digest) for digest in toolchain["sha256"])


def test_the_zlib_that_compressed_the_wheel_is_named(build_info: dict) -> None:
    assert build_info["zlib"] == zlib.ZLIB_RUNTIME_VERSION


def test_nothing_tells_when_or_where_it_was_built(build_info: dict) -> None:
    assert sorted(build_info) == ["glibc", "source_revision", "toolchains", "version", "zlib"]
