# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Kernels that misbehave, made of shipped ones by one other instruction."""

from __future__ import annotations

from pathlib import Path

from elftools.elf.elffile import ELFFile

JUMP_TO_SELF = 0x0000006F
RETURN = 0x00008067


def spoil(kernel: Path, instruction: int) -> None:
    """Puts `instruction` at the start of `kernel_main`."""
    with kernel.open("rb") as file:
        elf = ELFFile(file)
        (main,) = elf.get_section_by_name(".symtab").get_symbol_by_name("kernel_main")
        (offset,) = elf.address_offsets(main["st_value"])
    content = bytearray(kernel.read_bytes())
    content[offset : offset + 4] = instruction.to_bytes(4, "little")
    kernel.unlink()
    kernel.write_bytes(content)
