# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Instructions of rv32im as words, written down a second time and apart from instructions.def."""

from __future__ import annotations

LUI, AUIPC = 0x37, 0x17
ECALL, EBREAK = 0x00000073, 0x00100073

# funct7 and funct3.
OPERATIONS = [(funct7, funct3) for funct7 in (0, 1) for funct3 in range(8)] + [(0x20, 0), (0x20, 5)]
SHIFTS = [(0, 1), (0, 5), (0x20, 5)]
# funct3; of loads and stores by width in bytes.
IMMEDIATES = [0, 2, 3, 4, 6, 7]
BRANCHES = [0, 1, 4, 5, 6, 7]
LOADS = {1: [0, 4], 2: [1, 5], 4: [2]}
STORES = {1: [0], 2: [1], 4: [2]}


def _fields(opcode: int, funct3: int = 0, rd: int = 0, rs1: int = 0, rs2: int = 0) -> int:
    return rs2 << 20 | rs1 << 15 | funct3 << 12 | rd << 7 | opcode


def _i_type(opcode: int, funct3: int, rd: int, rs1: int, value: int) -> int:
    return (value & 0xFFF) << 20 | _fields(opcode, funct3, rd, rs1)


def operation(functs: tuple[int, int], rd: int, rs1: int, rs2: int) -> int:
    """Operates on two registers."""
    funct7, funct3 = functs
    return funct7 << 25 | _fields(0x33, funct3, rd, rs1, rs2)


def shift(functs: tuple[int, int], rd: int, rs1: int, amount: int) -> int:
    """Shifts by a constant."""
    funct7, funct3 = functs
    return funct7 << 25 | _fields(0x13, funct3, rd, rs1, amount)


def immediate(funct3: int, rd: int, rs1: int, value: int) -> int:
    """Operates on a register and a constant."""
    return _i_type(0x13, funct3, rd, rs1, value)


def upper(opcode: int, rd: int, value: int) -> int:
    """LUI or AUIPC."""
    return value << 12 | _fields(opcode, rd=rd)


def load(funct3: int, rd: int, rs1: int, offset: int) -> int:
    """Loads from `offset` behind rs1."""
    return _i_type(0x03, funct3, rd, rs1, offset)


def store(funct3: int, rs1: int, rs2: int, offset: int) -> int:
    """Stores rs2 at `offset` behind rs1."""
    return (offset & 0xFE0) << 20 | _fields(0x23, funct3, offset & 0x1F, rs1, rs2)


def branch(funct3: int, rs1: int, rs2: int, distance: int) -> int:
    """Goes on at `distance` bytes from here if a comparison holds."""
    low = (distance >> 11 & 1) | (distance & 0x1E)
    high = (distance >> 12 & 1) << 31 | (distance >> 5 & 0x3F) << 25
    return high | _fields(0x63, funct3, low, rs1, rs2)


def jal(rd: int, distance: int) -> int:
    """Goes on at `distance` bytes from here."""
    high = (distance >> 20 & 1) << 31 | (distance >> 1 & 0x3FF) << 21
    return high | (distance >> 11 & 1) << 20 | (distance & 0xFF000) | _fields(0x6F, rd=rd)


def jalr(rd: int, rs1: int, offset: int) -> int:
    """Goes on at `offset` behind rs1."""
    return _i_type(0x67, 0, rd, rs1, offset)


def fence(operands: int) -> int:
    """Orders what lies in memory; with any fm, predecessors and successors."""
    return operands << 20 | _fields(0x0F)
