# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Whatever was done to the ELF file of a kernel, it runs, traps or is refused with a reason."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tt_metal.sim.rv32.properties import hart_machine
from tt_metal.sim.rv32.properties.examples import examples

ELF = Path(os.environ["WORKLOADS_ELF"]).read_bytes()
NAME = "mutated.elf"
FUEL = 1000

FILE_HEADER_SIZE, PROGRAM_HEADER_SIZE, SECTION_HEADER_SIZE = 52, 32, 40


def number_at(offset: int, size: int) -> int:
    return int.from_bytes(ELF[offset : offset + size], "little")


def tables() -> list[int]:
    """Offsets of all fields in the headers of the file, its segments and its sections."""
    segments, sections = number_at(28, 4), number_at(32, 4)
    ends = [
        (0, FILE_HEADER_SIZE),
        (segments, segments + number_at(44, 2) * PROGRAM_HEADER_SIZE),
        (sections, sections + number_at(48, 2) * SECTION_HEADER_SIZE),
    ]
    return [offset for begin, end in ends for offset in range(begin, end, 2)]


# Numbers that are too large by a little or by much, or that overflow in a sum or product.
EDGES = [0, 1, 3, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF0, 0xFFFFFFFF, len(ELF) - 1, len(ELF)]
NUMBERS = st.one_of(st.sampled_from(EDGES), st.integers(0, 0xFFFFFFFF))
SIZES = st.sampled_from([1, 2, 4])
ANYWHERE = st.integers(0, len(ELF))


@st.composite
def overwritten(draw: st.DrawFn, offsets: st.SearchStrategy[int]) -> tuple[int, int, bytes]:
    """An edit that replaces a number by another."""
    offset, size, number = draw(offsets), draw(SIZES), draw(NUMBERS)
    return offset, size, (number & (1 << 8 * size) - 1).to_bytes(size, "little")


@st.composite
def moved(draw: st.DrawFn) -> tuple[int, int, bytes]:
    """An edit that puts a piece of the file in place of another piece."""
    source, size = draw(ANYWHERE), draw(st.integers(0, 256))
    return draw(ANYWHERE), draw(st.integers(0, 256)), ELF[source : source + size]


EDITS = st.one_of(overwritten(st.sampled_from(tables())), overwritten(ANYWHERE), moved())


def test_every_mutation_runs_or_is_refused_with_a_reason() -> None:
    outcomes: Counter[bool] = Counter()

    @examples(1000)
    @given(st.lists(EDITS, min_size=1, max_size=3))
    def mutate(edits: list[tuple[int, int, bytes]]) -> None:
        elf = ELF
        for offset, size, replacement in edits:
            elf = elf[:offset] + replacement + elf[offset + size :]
        reason = hart_machine.load_and_run(elf, NAME, FUEL)
        outcomes[reason is None] += 1
        assert reason is None or NAME in reason

    mutate()
    assert min(outcomes[True], outcomes[False]) > sum(outcomes.values()) // 20
