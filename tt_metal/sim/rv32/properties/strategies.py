# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Random programs: every instruction of rv32im, on operands where such things break."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tt_metal.sim.rv32.properties import encodings
from tt_metal.sim.rv32.properties.hart_machine import (
    INSTRUCTION_MEMORY_BASE,
    LOCAL_MEMORY_BASE,
    LOCAL_MEMORY_SIZE,
)
from tt_metal.sim.rv32.properties.program import BODY, L1_SIZE, Program

_T = TypeVar("_T")


def _one_of(sequence: Sequence[_T]) -> SearchStrategy[_T]:
    return st.sampled_from(sequence)


def _weighted(*choices: tuple[int, SearchStrategy[int]]) -> SearchStrategy[int]:
    """As `one_of`, which would drop repeated strategies."""
    return _one_of([strategy for weight, strategy in choices for _ in range(weight)]).flatmap(
        lambda strategy: strategy
    )


_MIN_INSTRUCTIONS, _MAX_INSTRUCTIONS = 8, 24
_SIGNED_12_BITS = st.integers(-2048, 2047)

# What registers hold at the start; those that hold addresses are seldom overwritten.
_MEMORY_POINTERS = range(1, 5)
_CODE_POINTERS = range(5, 8)
_register = st.integers(0, 31)

EDGES = [0, 1, 2, 31, 32, 0x7F, 0x8000, 0x7FFFFFFF, 0x80000000, 0x80000001]
EDGES += [-value & 0xFFFFFFFF for value in (1, 2, 31, 0x80, 0x8000)]
_value = st.one_of(st.sampled_from(EDGES), st.integers(0, 0xFFFFFFFF))
# Behind and before a pointer to it lies as much of L1 as an offset can reach.
_near_end_of_l1 = st.integers((L1_SIZE - 6144) // 4, (L1_SIZE - 2048) // 4 - 1).map(
    lambda word: 4 * word
)
_end_of_memory = st.sampled_from(
    [
        8,
        16,
        L1_SIZE - 4,
        LOCAL_MEMORY_BASE,
        LOCAL_MEMORY_BASE + LOCAL_MEMORY_SIZE - 4,
        INSTRUCTION_MEMORY_BASE,
        INSTRUCTION_MEMORY_BASE + 8,
    ]
)
_memory_pointer = _weighted((1, _near_end_of_l1), (1, _end_of_memory))
_code_pointer = st.builds(
    lambda word, lowest_bit: BODY + 4 * word + lowest_bit,
    st.integers(0, 2 * _MAX_INSTRUCTIONS),
    st.integers(0, 1),
)


def _offset(width: int) -> SearchStrategy[int]:
    """Signed 12 bits, most of them multiples of `width`."""
    aligned = st.integers(-2048 // width, 2047 // width).map(lambda n: n * width)
    small = st.integers(-2, 2).map(lambda n: n * width)
    return _weighted((4, small), (4, aligned), (1, _SIGNED_12_BITS))


def _distance(bits: int) -> SearchStrategy[int]:
    """How far a jump goes, in signed `bits` bits: seldom out of the program."""
    near = st.integers(-_MIN_INSTRUCTIONS, 2 * _MIN_INSTRUCTIONS).map(lambda n: 4 * n)
    far = st.integers(-(1 << bits - 2), (1 << bits - 2) - 1).map(lambda n: 2 * n)
    return _weighted((11, near), (1, far))


_operation = st.builds(
    encodings.operation, _one_of(encodings.OPERATIONS), _register, _register, _register
)
_shift = st.builds(
    encodings.shift, _one_of(encodings.SHIFTS), _register, _register, st.integers(0, 31)
)
_immediate = st.builds(
    encodings.immediate, _one_of(encodings.IMMEDIATES), _register, _register, _SIGNED_12_BITS
)
_upper = st.builds(
    encodings.upper,
    _one_of([encodings.LUI, encodings.AUIPC]),
    _register,
    st.integers(0, 0xFFFFF),
)
_loads = [
    st.builds(encodings.load, _one_of(kinds), _register, _one_of(_MEMORY_POINTERS), _offset(width))
    for width, kinds in encodings.LOADS.items()
]
_stores = [
    st.builds(encodings.store, _one_of(kinds), _one_of(_MEMORY_POINTERS), _register, _offset(width))
    for width, kinds in encodings.STORES.items()
]
_branch = st.builds(
    encodings.branch, _one_of(encodings.BRANCHES), _register, _register, _distance(13)
)
_jal = st.builds(encodings.jal, _register, _distance(21))
_jalr = st.builds(
    encodings.jalr, _register, _one_of(_CODE_POINTERS), _one_of([-8, -4, -3, 0, 1, 2, 4, 5, 8])
)
_fence = st.builds(encodings.fence, st.integers(0, 0xFFF))

# As often as it takes to meet all instructions of a kind.
_instruction = _weighted(
    (12, _operation),
    (2, _shift),
    (4, _immediate),
    (1, _upper),
    *[(1, strategy) for strategy in _loads + _stores],
    (3, _branch),
    (1, _jal),
    (1, _jalr),
    (1, _fence),
)
_end = _one_of([encodings.ECALL, encodings.EBREAK])
_body = st.lists(_instruction, min_size=_MIN_INSTRUCTIONS, max_size=_MAX_INSTRUCTIONS)

_registers = st.tuples(
    *[_memory_pointer for _ in _MEMORY_POINTERS],
    *[_code_pointer for _ in _CODE_POINTERS],
    *[_value for _ in range(_CODE_POINTERS.stop, 32)],
)
_pattern = st.binary(min_size=64, max_size=64)

programs: SearchStrategy[Program] = st.builds(
    Program,
    registers=_registers,
    instructions=st.builds(lambda body, end: (*body, end), _body, _end),
    pattern=_pattern,
)

# Words that encode something, those that nearly do, and any.
_word = st.one_of(
    _instruction,
    st.builds(lambda word, bit: word ^ 1 << bit, _instruction, st.integers(0, 31)),
    st.integers(0, 0xFFFFFFFF),
)
single_words: SearchStrategy[Program] = st.builds(
    Program, registers=_registers, instructions=st.tuples(_word), pattern=_pattern
)
