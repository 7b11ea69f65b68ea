# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""How machines are judged."""

from __future__ import annotations

import pytest

from ttnn.diagnosis.system import glibc, processor, system_findings


@pytest.mark.parametrize("name", ["glibc 2.28", "glibc 2.41", "glibc 3.0"])
def test_the_floor_and_newer_libraries_are_fine(name: str) -> None:
    assert glibc(name).status == "ok"


@pytest.mark.parametrize("name", ["glibc 2.27", "glibc 2.9", "", "musl"])
def test_older_and_other_libraries_are_a_problem_with_the_floor_named(name: str) -> None:
    finding = glibc(name)

    assert finding.status == "problem"
    assert "2.28" in finding.advice


@pytest.mark.parametrize(
    ("flags", "used"),
    [
        ({"sse2"}, "the baseline"),
        ({"avx2"}, "the baseline"),
        ({"avx2", "fma"}, "AVX2"),
        ({"avx2", "fma", "avx512f", "avx512bw", "avx512vl"}, "AVX-512"),
    ],
)
def test_the_widest_instructions_that_are_all_there_are_used(flags: set[str], used: str) -> None:
    assert used in processor("x86_64", flags).fact


def test_another_processor_is_a_problem() -> None:
    assert processor("riscv64", set()).status == "problem"


def test_this_machine_is_fine() -> None:
    assert [f for f in system_findings() if f.status != "ok"] == []
