# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Formulas into chains of steps: which value is in which slot, and when."""

from __future__ import annotations

import math
import struct

from ttnn._ttnn import DataType, SfpuChain, SfpuStep
from ttnn.operations.elementwise.value import INTEGERS, Number, RandomWords, Term, Value

# Operands of a step that are in no slot: tt_metal/hw/sfpu.h.
_SCALAR = 0xFF
_RANDOM = 0xFE
_WIDTHS = {DataType.UINT8: 8, DataType.UINT16: 16}


def compile_chain(result: Value, num_operands: int, seed: int | None = None) -> SfpuChain:
    """Returns the steps that compute a value of operands that are in slots 0, 1, ...

    Args:
        result: The value.
        num_operands: How many slots are taken at first.
        seed: Where random words start from.
    """
    return _Compiler(result, num_operands).chain(result, seed)


def scalar_bits(number: Number, lane: DataType) -> int:
    """Returns a number as a lane has it.

    Integers are truncated and cut to their width, as the device does it: -1 is all ones.

    Raises:
        ValueError: An integer is wanted and the number has none.
    """
    if lane not in INTEGERS:
        try:
            return int(struct.unpack("<I", struct.pack("<f", number))[0])
        except OverflowError:
            return 0x7F800000 if number > 0 else 0xFF800000
    if not math.isfinite(number):
        raise ValueError(f"scalar: {number}; there is no such {lane}")
    return int(int(number) & (1 << _WIDTHS.get(lane, 32)) - 1)


class _Compiler:
    """One formula on its way: slots that are taken, and how often each value is yet to be read."""

    def __init__(self, result: Value, num_operands: int):
        self._uses: dict[Value, int] = {}
        self._count_uses(result)
        self._slots: dict[Value, int] = {}
        self._free: list[int] = []
        self._num_slots = num_operands
        self._steps: list[SfpuStep] = []

    def chain(self, result: Value, seed: int | None) -> SfpuChain:
        slot = self._emit(result)
        return SfpuChain(self._steps, max(self._num_slots, 1), slot, seed)

    def _count_uses(self, value: Value) -> None:
        self._uses[value] = self._uses.get(value, 0) + 1
        if self._uses[value] == 1:
            for term in value.terms:
                if isinstance(term, Value):
                    self._count_uses(term)

    def _emit(self, value: Value) -> int:
        """Computes a value, unless it is there already; returns its slot."""
        if value not in self._slots:
            self._slots[value] = self._compute(value)
        return self._slots[value]

    def _compute(self, value: Value) -> int:
        if value.operand >= 0:
            return value.operand
        operands = [self._code(term) for term in value.terms]
        scalars = [
            scalar_bits(term, value.step_lane)
            for term in value.terms
            if isinstance(term, int | float)
        ]
        for term in value.terms:
            if isinstance(term, Value):
                self._release(term)
        out = self._take_slot()
        self._steps.append(SfpuStep(value.function, value.step_lane, operands, scalars, out))
        return out

    def _code(self, term: Term) -> int:
        if isinstance(term, Value):
            return self._emit(term)
        return _RANDOM if isinstance(term, RandomWords) else _SCALAR

    def _release(self, value: Value) -> None:
        self._uses[value] -= 1
        if self._uses[value] == 0:
            self._free.append(self._slots[value])

    def _take_slot(self) -> int:
        if self._free:
            return self._free.pop()
        self._num_slots += 1
        return self._num_slots - 1
