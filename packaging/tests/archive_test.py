# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate 1: the archive is what the wheel specification and a reproducible build ask for."""

from __future__ import annotations

import base64
import csv
import email.parser
import hashlib
import io
import zipfile
from pathlib import Path

from markdown_it import MarkdownIt
from wheel_filename import parse_wheel_filename


def read(archive: zipfile.ZipFile, name: str) -> bytes:
    """Returns the one dist-info member of that name."""
    (path,) = [n for n in archive.namelist() if n.endswith(f".dist-info/{name}")]
    return archive.read(path)


def test_members_are_sorted_with_the_dist_info_last(archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    package = [n for n in names if ".dist-info/" not in n]

    assert names[: len(package)] == sorted(package)
    assert names[-1].endswith(".dist-info/RECORD")


def test_members_carry_one_time_and_plain_modes(archive: zipfile.ZipFile) -> None:
    for info in archive.infolist():
        assert info.date_time == (1980, 1, 1, 0, 0, 0), info.filename
        assert (info.external_attr >> 16) in (0o100644, 0o100755), info.filename


def test_record_names_every_member_with_its_hash_and_size(archive: zipfile.ZipFile) -> None:
    rows = list(csv.reader(io.StringIO(read(archive, "RECORD").decode())))

    assert [row[0] for row in rows] == archive.namelist()
    for path, digest, size in rows[:-1]:
        content = archive.read(path)
        sha256 = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        assert digest == f"sha256={sha256}", path
        assert int(size) == len(content), path
    assert rows[-1][1:] == ["", ""]


def test_tags_in_the_file_name_and_in_the_wheel_agree(
    wheel: Path, archive: zipfile.ZipFile
) -> None:
    tags = parse_wheel_filename(wheel.name).tag_triples()
    description = email.parser.BytesParser().parsebytes(read(archive, "WHEEL"))

    assert set(tags) == set(description.get_all("Tag", []))
    assert description["Root-Is-Purelib"] == "false"


def test_metadata_is_version_2_4_and_names_its_licence_files(
    wheel: Path, archive: zipfile.ZipFile
) -> None:
    named = parse_wheel_filename(wheel.name)
    metadata = email.parser.BytesParser().parsebytes(read(archive, "METADATA"))

    assert metadata["Metadata-Version"] == "2.4"
    assert (metadata["Name"], metadata["Version"]) == (named.project, named.version)
    assert metadata["License-Expression"]
    for licence in metadata.get_all("License-File", []):
        assert read(archive, f"licenses/{licence}")


def test_description_has_no_link_that_an_index_page_cannot_follow(archive: zipfile.ZipFile) -> None:
    metadata = email.parser.BytesParser().parsebytes(read(archive, "METADATA"))
    assert metadata["Description-Content-Type"] == "text/markdown"
    tokens = MarkdownIt().parse(metadata.get_payload(decode=True).decode())
    inline = [token for block in tokens for token in block.children or []]
    targets = [token.attrs.get("href") or token.attrs.get("src") for token in inline]

    assert [target for target in targets if target and "://" not in target] == []
    assert any(targets), "the description has no link at all"
