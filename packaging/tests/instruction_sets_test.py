# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Instructions are told from the baseline's, on encodings written down here."""

from __future__ import annotations

import instruction_sets
import pytest


@pytest.mark.parametrize(
    ("features", "code", "expected"),
    [
        ("x86_64", "c5fc58c1", ["AVX"]),  # vaddps ymm0, ymm0, ymm1
        ("x86_64", "f30fb8c1", ["POPCNT"]),  # popcnt eax, ecx
        ("x86_64", "f30fbcc1", []),  # tzcnt eax, ecx, which is bsf where it is unknown
        ("x86_64", "660f58c1", []),  # addpd xmm0, xmm1
        ("aarch64", "410020b8", ["HasLSE"]),  # ldadd w0, w1, [x2]
        ("aarch64", "4094824e", ["HasDotProd"]),  # sdot v0.4s, v2.16b, v2.16b
        ("aarch64", "20d4224e", []),  # fadd v0.4s, v1.4s, v2.4s
        ("riscv", "33051502", []),  # mul a0, a0, ra
        ("riscv", "53050500", ["0x53"]),  # fadd.s
        ("riscv", "33551540", []),  # sra a0, a0, ra
        ("riscv", "2b051500", []),  # custom-1: the Tensix engine's
        ("riscv", "33051560", ["0x33"]),  # of an extension for bit manipulation
    ],
)
def test_instructions_beyond_the_baseline_are_told(
    features: str, code: str, expected: list[str]
) -> None:
    found = getattr(instruction_sets, f"{features}_features")(bytes.fromhex(code), 0x1000)

    assert [feature for _, feature in found] == expected


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("_ZN2tt3sim12_GLOBAL__N_14avx26matmulERKNS0_4TileE", "tt::sim::(anonymous)::avx2::matmul"),
        ("_ZNKSt3__17num_getIcE5do_itEv", "__1::num_get"),
        ("memcpy", "memcpy"),
    ],
)
def test_functions_are_named_as_in_the_sources(symbol: str, name: str) -> None:
    assert instruction_sets.qualified_name(symbol) == name
