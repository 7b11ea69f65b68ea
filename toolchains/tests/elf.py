# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""What an ELF file says about itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from elftools.elf.elffile import ELFFile


class Elf:
    """Facts of one ELF file."""

    def __init__(self, path: Path):
        self.bytes = path.read_bytes()
        self._stream = path.open("rb")
        self.file = ELFFile(self._stream)

    def close(self) -> None:
        """Closes the file."""
        self._stream.close()

    def dynamic(self, tag: str) -> list[Any]:
        """Values of a tag in the dynamic section, strings where the tag names a string."""
        names = {"DT_NEEDED": "needed", "DT_RPATH": "rpath", "DT_RUNPATH": "runpath"}
        section = self.file.get_section_by_name(".dynamic")
        tags = [] if section is None else section.iter_tags(tag)
        return [getattr(entry, names[tag]) if tag in names else entry.entry.d_val for entry in tags]

    def required_versions(self) -> dict[str, set[str]]:
        """Symbol versions asked of each shared library."""
        section = self.file.get_section_by_name(".gnu.version_r")
        if section is None:
            return {}
        return {
            library.name: {version.name for version in versions}
            for library, versions in section.iter_versions()
        }

    def exports(self) -> set[str]:
        """Names of the symbols that other files can bind to."""
        symbols = self.file.get_section_by_name(".dynsym").iter_symbols()
        return {s.name for s in symbols if s.name and s["st_shndx"] != "SHN_UNDEF"}

    def symbols(self) -> set[str]:
        """Names of all symbols, local ones too."""
        return {s.name for s in self.file.get_section_by_name(".symtab").iter_symbols()}

    def undefined(self) -> set[str]:
        """Names of symbols that the symbol table leaves open."""
        symbols = self.file.get_section_by_name(".symtab").iter_symbols()
        return {s.name for s in symbols if s.name and s["st_shndx"] == "SHN_UNDEF"}

    def segments(self, kind: str) -> list[Any]:
        """Program headers of a kind, like "PT_LOAD"."""
        return [segment for segment in self.file.iter_segments() if segment["p_type"] == kind]
