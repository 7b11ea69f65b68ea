# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Programs for the device are self-contained rv32im."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from elf import Elf

EF_RISCV_RVC = 0x1
EF_RISCV_FLOAT_ABI = 0x6


@pytest.fixture
def elf() -> Elf:
    """The device program of this package."""
    return Elf(Path(os.environ["DEVICE_PROGRAM"]))


def test_is_a_static_riscv32_executable(elf: Elf) -> None:
    assert (elf.file.elfclass, elf.file["e_machine"], elf.file["e_type"]) == (
        32,
        "EM_RISCV",
        "ET_EXEC",
    )
    assert elf.segments("PT_INTERP") == []
    assert elf.segments("PT_DYNAMIC") == []


def test_has_neither_compressed_instructions_nor_a_float_abi(elf: Elf) -> None:
    assert elf.file["e_flags"] & (EF_RISCV_RVC | EF_RISCV_FLOAT_ABI) == 0


def test_attributes_name_rv32im(elf: Elf) -> None:
    (attributes,) = [s for s in elf.file.iter_sections() if s["sh_type"] == "SHT_RISCV_ATTRIBUTES"]
    architecture = next(
        attribute.value
        for subsection in attributes.iter_subsections()
        for group in subsection.iter_subsubsections()
        for attribute in group.iter_attributes("TAG_ARCH")
    )

    extensions = {part.rstrip("0123456789p") for part in architecture.split("_")}
    assert extensions == {"rv32i", "m", "zmmul"}


def test_brings_the_compilers_builtins(elf: Elf) -> None:
    assert {"__udivdi3", "__mulsf3", "__addsf3", "memcpy"} <= elf.symbols()
    assert elf.undefined() == set()


def test_knows_its_source_lines_by_paths_of_the_tree(elf: Elf) -> None:
    lines = elf.file.get_section_by_name(".debug_line_str").data()

    assert b"toolchains/tests/device_program.cpp" in lines
    assert not [part for part in lines.split(b"\0") if part.startswith(b"/")]
