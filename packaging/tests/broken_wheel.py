# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Makes wheels that are wrong in one thing: RECORD agrees, unless it is the thing."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

from elftools.elf.elffile import ELFFile
from wheel_archive import record

Edit = Callable[[bytes], bytes]

_DT_RUNPATH = 29
_PF_EXECUTABLE = 1


def rewrite(
    wheel: Path, target: Path, *, change: dict[str, bytes | None], keep_record: bool = False
) -> None:
    """Writes the wheel with members changed, or left out where the change is None."""
    with zipfile.ZipFile(wheel) as source, zipfile.ZipFile(target, "w") as archive:
        contents: dict[str, bytes] = {}
        for info in source.infolist():
            content = change.get(info.filename, source.read(info))
            is_record = info.filename.endswith(".dist-info/RECORD")
            if is_record and not keep_record and info.filename not in change:
                content = record(contents, info.filename)
            if content is not None:
                archive.writestr(info, content, zipfile.ZIP_STORED)
                contents[info.filename] = content


def flip_byte(content: bytes) -> bytes:
    """Changes the middle byte; what is empty gets one."""
    middle = len(content) // 2
    return content[:middle] + bytes([(content + b"\0")[middle] ^ 1]) + content[middle + 1 :]


def replaced(old: bytes, new: bytes) -> Edit:
    """Returns the edit that replaces each occurrence; there must be one."""

    def edit(content: bytes) -> bytes:
        assert old in content, f"nothing to break: {old!r}"
        return content.replace(old, new)

    return edit


def _put(content: bytes, offset: int, value: bytes) -> bytes:
    return content[:offset] + value + content[offset + len(value) :]


def export_another_symbol(content: bytes) -> bytes:
    """Gives the first undefined dynamic symbol a section, so that it counts as defined."""
    section = ELFFile(io.BytesIO(content)).get_section_by_name(".dynsym")
    offset = section["sh_offset"] + section["sh_entsize"]  # entry 0 is the null symbol
    return _put(content, offset + 6, struct.pack("<H", 1))  # st_shndx of Elf64_Sym


def set_run_path(content: bytes) -> bytes:
    """Turns the dynamic entry that is only a hint for the loader into a RUNPATH."""
    section = ELFFile(io.BytesIO(content)).get_section_by_name(".dynamic")
    index = next(
        index for index, tag in enumerate(section.iter_tags()) if tag.entry.d_tag == "DT_RELACOUNT"
    )
    offset = section["sh_offset"] + index * section["sh_entsize"]
    return _put(content, offset, struct.pack("<QQ", _DT_RUNPATH, 1))


def make_stack_executable(content: bytes) -> bytes:
    """Sets the executable bit of PT_GNU_STACK."""
    elf = ELFFile(io.BytesIO(content))
    index = next(i for i, s in enumerate(elf.iter_segments()) if s["p_type"] == "PT_GNU_STACK")
    flags = elf.get_segment(index)["p_flags"] | _PF_EXECUTABLE
    return _put(content, elf["e_phoff"] + index * elf["e_phentsize"] + 4, struct.pack("<I", flags))


def drop_control_flow_guards(content: bytes) -> bytes:
    """Clears the bits by which all of the code promises to be guarded."""
    section = ELFFile(io.BytesIO(content)).get_section_by_name(".note.gnu.property")
    # The note's header, its name, type and size of its one property lie before.
    return _put(content, section["sh_offset"] + 24, struct.pack("<I", 0))


def allow_compressed_instructions(content: bytes) -> bytes:
    """Sets the bit of e_flags by which a kernel says that it needs the C extension."""
    return _put(content, 36, struct.pack("<I", 1))


def plant_newer_instruction(content: bytes) -> bytes:
    """Begins the function that Python calls first with `popcnt`, which the oldest x86-64 lacks."""
    elf = ELFFile(io.BytesIO(content))
    (entry,) = elf.get_section_by_name(".symtab").get_symbol_by_name("PyInit__ttnn")
    code = elf.get_section(entry["st_shndx"])
    offset = entry["st_value"] - code["sh_addr"] + code["sh_offset"]
    return _put(content, offset, bytes.fromhex("f30fb8c1"))
