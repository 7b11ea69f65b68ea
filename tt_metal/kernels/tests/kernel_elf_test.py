# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""What every shipped kernel must be, to be loaded and to stay small."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from elftools.elf.elffile import ELFFile
from elftools.elf.relocation import RelocationSection

from tt_metal.kernels.tests import sim_chip
from tt_metal.kernels.tests.sim_chip import Hart

# The largest kernel, the strided copy, has about 3 KiB, others about 1. More than that is a sign
# that something was dragged in.
CODE_BUDGET_BYTES = 4096

KERNELS = [Path(path) for path in os.environ["KERNEL_ELFS"].split()]


@pytest.fixture(params=KERNELS, ids=[path.name for path in KERNELS])
def path(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture
def elf(path: Path) -> ELFFile:
    return ELFFile(io.BytesIO(path.read_bytes()))


def loaded_segments(elf: ELFFile) -> Iterator[tuple[int, int]]:
    """Begin and end of what the loader puts into memory."""
    for segment in elf.iter_segments("PT_LOAD"):
        begin = segment["p_vaddr"]
        yield begin, begin + segment["p_memsz"]


def hart(path: Path) -> Hart:
    return Hart.__members__[path.suffixes[0].removeprefix(".").upper()]


def test_is_a_linked_program_for_rv32_without_compressed_instructions(elf: ELFFile) -> None:
    assert elf.elfclass == 32
    assert elf.little_endian
    assert elf["e_machine"] == "EM_RISCV"
    assert elf["e_type"] == "ET_EXEC"
    assert elf["e_flags"] == 0


def test_nothing_is_left_to_the_loader_but_to_copy(elf: ELFFile) -> None:
    assert not [s.name for s in elf.iter_sections() if isinstance(s, RelocationSection)]
    assert {segment["p_type"] for segment in elf.iter_segments()} <= {"PT_LOAD", "PT_GNU_STACK"}
    assert elf.get_section_by_name(".init_array") is None


def test_starts_at_its_startup_code_and_has_a_kernel(elf: ELFFile) -> None:
    symbols = elf.get_section_by_name(".symtab")
    (start,) = symbols.get_symbol_by_name("_start")
    (kernel,) = symbols.get_symbol_by_name("kernel_main")

    assert elf["e_entry"] == start["st_value"] == sim_chip.INSTRUCTION_MEMORY[0]
    assert kernel["st_info"]["type"] == "STT_FUNC"


def test_segments_lie_in_the_memories_of_its_hart(elf: ELFFile, path: Path) -> None:
    code_base, code_size = sim_chip.INSTRUCTION_MEMORY
    local_base = sim_chip.LOCAL_MEMORY_BASE
    local_end = local_base + sim_chip.local_memory_size(hart(path))

    for begin, end in loaded_segments(elf):
        in_code = code_base <= begin <= end <= code_base + code_size
        in_local = local_base <= begin <= end < local_end
        assert in_code or in_local


def test_is_small(elf: ELFFile) -> None:
    code_base, _ = sim_chip.INSTRUCTION_MEMORY

    size = sum(end - begin for begin, end in loaded_segments(elf) if begin >= code_base)

    assert 0 < size <= CODE_BUDGET_BYTES
