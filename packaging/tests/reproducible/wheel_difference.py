# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Says in which members two wheels differ, and where in them: the ELF section, or the line."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from elftools.elf.elffile import ELFFile

ELF_MAGIC = b"\x7fELF"
# What an archive says of a member apart from its content.
ATTRIBUTES = ("date_time", "external_attr", "compress_type", "create_system", "compress_size")


def describe_difference(first: Path, second: Path) -> str:
    """Returns a line for each difference of two wheels."""
    with zipfile.ZipFile(first) as one, zipfile.ZipFile(second) as other:
        lines = list(_differences(one, other))
    return "\n".join(lines or ["the members are equal, and the archives are laid out differently"])


def _differences(one: zipfile.ZipFile, other: zipfile.ZipFile) -> Iterator[str]:
    names, other_names = one.namelist(), other.namelist()
    yield from (f"{name}: only in the first" for name in names if name not in other_names)
    yield from (f"{name}: only in the second" for name in other_names if name not in names)
    shared = [name for name in names if name in other_names]
    if shared != [name for name in other_names if name in names]:
        yield "the members are in another order"
    for name in shared:
        content, other_content = one.read(name), other.read(name)
        if content != other_content:
            yield f"{name}: {_place(content, other_content)}"
            continue
        for attribute in ATTRIBUTES:
            values = [getattr(archive.getinfo(name), attribute) for archive in (one, other)]
            if values[0] != values[1]:
                yield f"{name}: {attribute} is {values[0]} and {values[1]}"


def _place(content: bytes, other: bytes) -> str:
    """Where two contents differ."""
    if content.startswith(ELF_MAGIC) and other.startswith(ELF_MAGIC):
        sections, other_sections = _sections(content), _sections(other)
        differing = [
            name
            for name in sections | other_sections
            if sections.get(name) != other_sections.get(name)
        ]
        return f"sections {', '.join(differing) or 'alike, headers differ'}"
    lines, other_lines = content.splitlines(), other.splitlines()
    for number, (line, other_line) in enumerate(zip(lines, other_lines, strict=False), start=1):
        if line != other_line:
            return f"line {number} is {line!r} and {other_line!r}"
    return f"{len(lines)} and {len(other_lines)} lines"


def _sections(content: bytes) -> dict[str, bytes]:
    """Content of each section of an ELF file."""
    return {
        section.name: section.data() for section in ELFFile(io.BytesIO(content)).iter_sections()
    }
