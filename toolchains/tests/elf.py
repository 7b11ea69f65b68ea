# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""What an ELF file says about itself."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from elftools.elf.elffile import ELFFile

# Properties of control flow: the property that holds them, and the bit of each.
_CONTROL_FLOW = {
    "EM_X86_64": ("GNU_PROPERTY_X86_FEATURE_1_AND", {"IBT": 1, "SHSTK": 2}),
    "EM_AARCH64": ("GNU_PROPERTY_AARCH64_FEATURE_1_AND", {"BTI": 1, "PAC": 2, "GCS": 4}),
}


class Elf:
    """Facts of one ELF file."""

    def __init__(self, path: Path):
        self.bytes = path.read_bytes()
        self.file = ELFFile(io.BytesIO(self.bytes))

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

    def defined(self) -> set[str]:
        """Names of the symbols that an object defines for others."""
        return {
            symbol.name
            for symbol in self.file.get_section_by_name(".symtab").iter_symbols()
            if symbol["st_shndx"] != "SHN_UNDEF" and symbol["st_info"]["bind"] != "STB_LOCAL"
        }

    def control_flow(self) -> set[str]:
        """Names of the guards of jumps and returns that all of the file's code heeds."""
        holder, bits = _CONTROL_FLOW[self.file["e_machine"]]
        section = self.file.get_section_by_name(".note.gnu.property")
        return {
            name
            for note in (section.iter_notes() if section else [])
            for entry in note["n_desc"]
            if entry["pr_type"] == holder
            for name, bit in bits.items()
            if entry["pr_data"] & bit
        }

    def segments(self, kind: str) -> list[Any]:
        """Program headers of a kind, like "PT_LOAD"."""
        return [segment for segment in self.file.iter_segments() if segment["p_type"] == kind]
