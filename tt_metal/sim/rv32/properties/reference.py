# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The oracle: QEMU's RISC-V, as Unicorn packs it, which writes down all that it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from unicorn import riscv_const, unicorn_const
from unicorn.unicorn_py3 import Uc, UcError

_REGISTERS = [riscv_const.UC_RISCV_REG_X0 + index for index in range(32)]
_PAGE_SIZE = 4096
_MASK = 0xFFFFFFFF
# No program counter is odd.
_NEVER = 1
_STORES = {
    unicorn_const.UC_MEM_WRITE,
    unicorn_const.UC_MEM_WRITE_UNMAPPED,
    unicorn_const.UC_MEM_WRITE_PROT,
}
_FETCHES = {unicorn_const.UC_MEM_FETCH_UNMAPPED, unicorn_const.UC_MEM_FETCH_PROT}

# Causes as in The RISC-V Instruction Set Manual, Volume II, table of mcause.
ILLEGAL_INSTRUCTION = 2
BREAKPOINT = 3
ENVIRONMENT_CALL = 8


@dataclass(frozen=True)
class Access:
    """A load or a store."""

    is_store: bool
    address: int
    size: int
    value: int  # of a store


@dataclass
class Step:
    """The state before an instruction, and the access that the instruction made or tried."""

    pc: int
    registers: list[int]
    access: Access | None = None


@dataclass
class Execution:
    """What the oracle did.

    Attributes:
        steps: one for each instruction; the last one may not have been executed.
        cause: why the last one was not executed, unless its access says it.
    """

    steps: list[Step] = field(default_factory=list)
    cause: int | None = None


def execute(
    *,
    pc: int,
    registers: list[int],
    code: tuple[int, bytes],
    data: Mapping[int, bytes],
    limit: int,
) -> Execution:
    """Executes instructions until one is refused, or control leaves the code, or `limit` are done.

    Args:
        pc: where to begin.
        registers: values of x0 to x31.
        code: address and contents of the memory to execute and read.
        data: contents of the memories to read and write, by address; whole pages.
        limit: maximal number of instructions.
    """
    emulator = Uc(unicorn_const.UC_ARCH_RISCV, unicorn_const.UC_MODE_RISCV32)
    # The one that has no floating point numbers: rv32imac.
    emulator.ctl_set_cpu_model(riscv_const.UC_CPU_RISCV32_SIFIVE_E31)
    base, text = code
    executable = unicorn_const.UC_PROT_READ | unicorn_const.UC_PROT_EXEC
    emulator.mem_map(base, -(-len(text) // _PAGE_SIZE) * _PAGE_SIZE, executable)
    emulator.mem_write(base, text)
    for address, contents in data.items():
        writable = unicorn_const.UC_PROT_READ | unicorn_const.UC_PROT_WRITE
        emulator.mem_map(address, len(contents), writable)
        emulator.mem_write(address, contents)
    for name, value in zip(_REGISTERS, registers, strict=True):
        emulator.reg_write(name, value)
    return _Recorder(emulator, limit).run(pc)


class _Recorder:
    """Hooks that write down what an emulator does."""

    def __init__(self, emulator: Uc, limit: int) -> None:
        self._emulator = emulator
        self._limit = limit
        self._execution = Execution()
        emulator.hook_add(unicorn_const.UC_HOOK_CODE, self._before_instruction)
        accesses = unicorn_const.UC_HOOK_MEM_READ | unicorn_const.UC_HOOK_MEM_WRITE
        emulator.hook_add(accesses, self._at_access)
        emulator.hook_add(unicorn_const.UC_HOOK_MEM_INVALID, self._at_access)
        emulator.hook_add(unicorn_const.UC_HOOK_INTR, self._at_exception)

    def run(self, pc: int) -> Execution:
        try:
            self._emulator.emu_start(pc, _NEVER)
        except UcError as error:
            # It knows ebreak, but has no hook for it.
            if error.errno == unicorn_const.UC_ERR_INSN_INVALID:
                self._execution.cause = BREAKPOINT
        return self._execution

    def _add_step(self, pc: int) -> None:
        registers = [value & _MASK for value in self._emulator.reg_read_batch(_REGISTERS)]
        self._execution.steps.append(Step(pc, registers))

    def _before_instruction(self, emulator: Uc, pc: int, _size: int, _: object) -> None:
        self._add_step(pc)
        # Unlike ours, this hart has compressed instructions, so any even address will do for it.
        if len(self._execution.steps) > self._limit or pc % 4 != 0:
            emulator.emu_stop()

    def _at_access(self, _: Uc, kind: int, address: int, size: int, value: int, __: object) -> bool:
        if kind in _FETCHES:
            self._add_step(address)
        elif self._execution.steps[-1].access is None:  # else the same one, in parts
            value &= (1 << 8 * size) - 1
            self._execution.steps[-1].access = Access(kind in _STORES, address, size, value)
        return False

    def _at_exception(self, emulator: Uc, cause: int, _: object) -> None:
        self._execution.cause = cause
        emulator.emu_stop()
