# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""An extension module made by pybind_extension, asked what it does and what it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy
import pytest
from elftools.elf.elffile import ELFFile

from third_party.pybind11 import sample_extension


@pytest.fixture
def elf() -> Iterator[ELFFile]:
    with Path(sample_extension.__file__).open("rb") as file:
        yield ELFFile(file)


def test_values_cross_the_boundary() -> None:
    assert sample_extension.repeat("tile", 2) == ["tile", "tile"]
    assert sample_extension.sum(numpy.arange(5, dtype=numpy.float64)) == 10


def test_exception_crosses_the_boundary() -> None:
    with pytest.raises(IndexError, match="bank 12 of 12"):
        sample_extension.throw_out_of_range("bank 12 of 12")


def test_nothing_but_the_entry_is_exported(elf: ELFFile) -> None:
    symbols = elf.get_section_by_name(".dynsym").iter_symbols()

    exported = [
        symbol.name
        for symbol in symbols
        if symbol["st_shndx"] != "SHN_UNDEF" and symbol["st_info"]["bind"] != "STB_LOCAL"
    ]
    assert exported == ["PyInit_sample_extension"]


def test_symbols_of_python_come_from_the_loading_interpreter(elf: ELFFile) -> None:
    tags = elf.get_section_by_name(".dynamic").iter_tags()

    needed = [tag.needed for tag in tags if tag.entry.d_tag == "DT_NEEDED"]
    assert not [name for name in needed if name.startswith("libpython")]
