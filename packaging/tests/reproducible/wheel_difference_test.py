# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Two wheels that are not alike are told apart by member and place."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest
from elftools.elf.elffile import ELFFile
from wheel_difference import describe_difference

METADATA = b"Name: ttnn\nVersion: 0.1.0\n"


def write(path: Path, members: dict[str, bytes], day: int = 1) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, day, 0, 0, 0)), content)
    return path


def difference(folder: Path, one: dict[str, bytes], other: dict[str, bytes], day: int = 1) -> str:
    return describe_difference(write(folder / "1.whl", one), write(folder / "2.whl", other, day))


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"a": METADATA, "b": b""}, "b: only in the second"),
        ({}, "a: only in the first"),
        ({"a": METADATA.replace(b"0.1.0", b"0.2.0")}, "a: line 2 is b'Version: 0.1.0' and"),
        ({"a": METADATA + b"More: text\n"}, "a: 2 and 3 lines"),
    ],
)
def test_member_and_line_are_named(tmp_path: Path, other: dict[str, bytes], said: str) -> None:
    assert said in difference(tmp_path, {"a": METADATA}, other)


def test_order_is_named(tmp_path: Path) -> None:
    said = difference(tmp_path, {"a": b"", "b": b""}, {"b": b"", "a": b""})

    assert said == "the members are in another order"


def test_time_is_named(tmp_path: Path) -> None:
    said = difference(tmp_path, {"a": b""}, {"a": b""}, day=2)

    assert said.startswith("a: date_time is (1980, 1, 1,")


def test_section_of_an_elf_file_is_named(tmp_path: Path) -> None:
    content = Path(sys.executable).resolve().read_bytes()
    with Path(sys.executable).resolve().open("rb") as file:
        offset = ELFFile(file).get_section_by_name(".rodata")["sh_offset"]
    other = bytearray(content)
    other[offset] ^= 1

    said = difference(tmp_path, {"_ttnn.so": content}, {"_ttnn.so": bytes(other)})

    assert said == "_ttnn.so: sections .rodata"
