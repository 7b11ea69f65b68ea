# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""A hart does on random programs what QEMU does, instruction by instruction, and traps all else."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given

from tt_metal.sim.rv32.properties import encodings, extensions, hart_machine, strategies
from tt_metal.sim.rv32.properties.examples import examples
from tt_metal.sim.rv32.properties.hart_machine import TrapKind
from tt_metal.sim.rv32.properties.lockstep import check
from tt_metal.sim.rv32.properties.program import L1_SIZE, Program
from tt_metal.sim.rv32.properties.strategies import EDGES

OPERATION_OPCODES = {0x13, 0x33}
RESULT = 31


def check_word(program: Program) -> None:
    (word,) = program.instructions
    if extensions.is_oracles_alone(word):
        assert program.machine(stops=False).run_to_jump() == TrapKind.ILLEGAL_INSTRUCTION
    elif not extensions.is_ours_alone(word):
        check(program, stops=False)


def words_of(opcode: int, numbers: random.Random) -> Iterator[int]:
    """Every funct3, with every funct7 where that tells instructions apart, on random operands."""
    for funct3 in range(8):
        every = opcode in OPERATION_OPCODES
        for funct7 in range(128) if every else numbers.sample(range(128), 4):
            operands = numbers.getrandbits(15)
            registers = (operands >> 5) << 15 | (operands & 0x1F) << 7
            yield funct7 << 25 | funct3 << 12 | registers | opcode


def test_every_instruction_leaves_what_the_oracle_leaves() -> None:
    seen: set[str | TrapKind] = set()

    @examples(300)
    @given(strategies.programs)
    def compare(program: Program) -> None:
        seen.update(check(program, stops=True))

    compare()
    everything = {*hart_machine.MNEMONICS, *TrapKind.__members__.values()}
    assert everything - seen == {TrapKind.ILLEGAL_INSTRUCTION}


@examples(150)
@given(strategies.programs)
def test_straight_code_leaves_what_the_oracle_leaves(program: Program) -> None:
    check(program, stops=False)


@examples(500)
@given(strategies.single_words)
def test_any_word_is_executed_or_refused_as_by_the_oracle(program: Program) -> None:
    check_word(program)


def on_all_pairs(encode: Callable[[int, int], int]) -> Program:
    """Returns a program with an instruction for each pair of registers, which hold the edges."""
    registers = range(1, len(EDGES) + 1)
    instructions = [encode(rs1, rs2) for rs1 in registers for rs2 in registers]
    unused = (0,) * (31 - len(EDGES))
    return Program((*EDGES, *unused), tuple(instructions), pattern=bytes(64))


@pytest.mark.parametrize("functs", encodings.OPERATIONS)
def test_operations_agree_on_all_pairs_of_edges(functs: tuple[int, int]) -> None:
    program = on_all_pairs(lambda rs1, rs2: encodings.operation(functs, RESULT, rs1, rs2))
    check(program, stops=True, limit=1000)


@pytest.mark.parametrize("funct3", encodings.BRANCHES)
def test_branches_agree_on_all_pairs_of_edges(funct3: int) -> None:
    over_the_stop = 8
    program = on_all_pairs(lambda rs1, rs2: encodings.branch(funct3, rs1, rs2, over_the_stop))
    check(program, stops=True, limit=1000)


@pytest.mark.parametrize("opcode", range(3, 128, 4))
def test_every_opcode_is_executed_or_refused_as_by_the_oracle(opcode: int) -> None:
    numbers = random.Random(opcode)
    for word in words_of(opcode, numbers):
        registers = (L1_SIZE // 2,) * 7 + tuple(numbers.getrandbits(32) for _ in range(24))
        check_word(Program(registers, (word,), pattern=numbers.randbytes(64)))
