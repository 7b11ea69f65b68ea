# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""What is executed by both: a few instructions, and what registers and memories hold before."""

from __future__ import annotations

from dataclasses import dataclass

from tt_metal.sim.rv32.properties import encodings
from tt_metal.sim.rv32.properties.hart_machine import (
    INSTRUCTION_MEMORY_BASE,
    LOCAL_MEMORY_SIZE,
    HartMachine,
)

# Whole pages of the oracle; a hart reaches the last two by another way than those below.
L1_SIZE = 6 * 4096
# Where the first instruction is: before it are those that set registers, two for each and a jump.
BODY = INSTRUCTION_MEMORY_BASE + 4 * (2 * 31 + 1)
# A hart stops at jumps; this one leads where it would go anyway.
STOP = encodings.jal(0, 4)


@dataclass(frozen=True)
class Program:
    """Instructions with all that they find.

    Args:
        registers: values of x1 to x31.
        instructions: words; none of them custom.
        pattern: fills the writable memories, over and over; its size divides theirs.
    """

    registers: tuple[int, ...]
    instructions: tuple[int, ...]
    pattern: bytes

    @property
    def l1(self) -> bytes:
        """Contents of L1."""
        return self.pattern * (L1_SIZE // len(self.pattern))

    @property
    def local_memory(self) -> bytes:
        """Contents of the local memory."""
        return self.pattern * (LOCAL_MEMORY_SIZE // len(self.pattern))

    def machine(self, *, stops: bool) -> HartMachine:
        """Returns a hart that is about to execute the first instruction.

        Args:
            stops: put a jump behind each instruction, so that a hart can be looked at there.
        """
        between = [STOP] if stops else []
        body = [word for instruction in self.instructions for word in (instruction, *between)]
        return HartMachine(
            registers=(0, *self.registers),
            body=(*body, encodings.EBREAK),
            l1=self.l1,
            local_memory=self.local_memory,
        )
