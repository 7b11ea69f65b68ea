# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Where our instruction set and the oracle's differ on purpose."""

from __future__ import annotations

from tt_metal.sim.rv32.properties import encodings

_MISC_MEM = 0x0F
_ATOMIC = 0x2F
_SYSTEM = 0x73
_CUSTOM = {0x0B, 0x2B}
# csrrs rd, csr, zero, with cycle, instret and their upper halves.
_COUNTERS = {csr << 20 | 0x2073 for csr in (0xC00, 0xC02, 0xC80, 0xC82)}
_ANY_RD = 0x1F << 7


def is_ours_alone(word: int) -> bool:
    """Whether the oracle cannot tell what the word does: our custom instructions, and counters."""
    return word & 0x7F in _CUSTOM or word & ~_ANY_RD in _COUNTERS


def is_oracles_alone(word: int) -> bool:
    """Whether the word belongs to what only the oracle has, and we must refuse.

    That is compressed and atomic instructions, fence.i, and what else is privileged.
    """
    opcode = word & 0x7F
    if opcode == _SYSTEM:
        return word not in (encodings.ECALL, encodings.EBREAK) and not is_ours_alone(word)
    if opcode == _MISC_MEM:
        return word >> 12 & 7 != 0
    return opcode == _ATOMIC or word & 3 != 3
