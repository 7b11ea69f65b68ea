# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Holds a hart to what the oracle did, stop by stop."""

from __future__ import annotations

from tt_metal.sim.rv32.properties import hart_machine, reference
from tt_metal.sim.rv32.properties.hart_machine import HartMachine, TrapKind
from tt_metal.sim.rv32.properties.program import L1_SIZE, Program
from tt_metal.sim.rv32.properties.reference import Access, Execution

CODE = hart_machine.INSTRUCTION_MEMORY_BASE
LOCAL = hart_machine.LOCAL_MEMORY_BASE
_TRAPS = {
    reference.ILLEGAL_INSTRUCTION: TrapKind.ILLEGAL_INSTRUCTION,
    reference.BREAKPOINT: TrapKind.BREAKPOINT,
    reference.ENVIRONMENT_CALL: TrapKind.ENVIRONMENT_CALL,
}


def check(program: Program, *, stops: bool, limit: int = 96) -> set[str | TrapKind]:
    """Fails if the hart does anything else than the oracle.

    Args:
        program: what both execute.
        stops: look after each instruction, and not only at jumps and taken branches.
        limit: how many instructions may be executed.

    Returns:
        Mnemonics of the instructions that have been compared, and the trap, if there was one.
    """
    machine = program.machine(stops=stops)
    memories = {0: bytearray(program.l1), LOCAL: bytearray(program.local_memory)}
    execution = reference.execute(
        pc=machine.pc,
        registers=[0, *program.registers],
        code=(CODE, machine.instruction_memory),
        data={address: bytes(memory) for address, memory in memories.items()},
        limit=limit,
    )
    refusal = first_refusal(execution, len(machine.instruction_memory))
    seen: set[str | TrapKind] = set()
    done = 0
    trap = None
    while trap is None:
        trap = machine.run_to_jump()
        previous, done = done, machine.retired_instructions
        if done >= len(execution.steps):
            assert refusal is None, f"executed {done} instructions, but expected {refusal}"
            return seen
        for step in execution.steps[previous:done]:
            seen.add(disassembly_at(machine, step.pc).split()[0])
            apply(step.access, memories)
        compare(machine, execution, previous, memories)
        fine = (done, trap) == refusal or (trap is None and (not refusal or done <= refusal[0]))
        assert fine, (
            f"{disassembly_at(machine, machine.pc)}, after {done} instructions: "
            f"trap {trap}, but expected {refusal}"
        )
    return seen | {disassembly_at(machine, machine.pc).split()[0], trap}


def first_refusal(execution: Execution, code_size: int) -> tuple[int, TrapKind] | None:
    """Returns which instruction our hart must refuse, and why; None if it is beyond the limit."""
    following = [step.pc for step in execution.steps[1:]]
    for index, step in enumerate(execution.steps):
        kind = refusal_of_access(step.access, code_size) if step.access else None
        if kind is None and index < len(following):
            kind = refusal_of_jump(following[index], code_size)
        elif kind is None and execution.cause is not None:
            kind = _TRAPS[execution.cause]
        if kind is not None:
            return index, kind
    return None


def refusal_of_access(access: Access, code_size: int) -> TrapKind | None:
    """Returns what our hart must object to, which is stricter than the oracle."""
    if access.address % access.size != 0:
        return TrapKind.MISALIGNED_ADDRESS
    if access.address < hart_machine.L1_NULL_GUARD_SIZE:
        return TrapKind.NULL_POINTER
    if access.address < L1_SIZE or 0 <= access.address - LOCAL < hart_machine.LOCAL_MEMORY_SIZE:
        return None
    # Wherever the program ends, the memory goes on.
    if access.is_store and 0 <= access.address - CODE < hart_machine.INSTRUCTION_MEMORY_SIZE:
        return TrapKind.INSTRUCTION_MEMORY_WRITTEN
    return None if 0 <= access.address - CODE < code_size else TrapKind.OUT_OF_BOUNDS


def refusal_of_jump(target: int, code_size: int) -> TrapKind | None:
    """Returns what our hart must object to in an instruction that leads to `target`."""
    if target % 4 != 0:
        return TrapKind.MISALIGNED_ADDRESS
    return None if 0 <= target - CODE < code_size else TrapKind.OUT_OF_BOUNDS


def apply(access: Access | None, memories: dict[int, bytearray]) -> None:
    """Does a store that the oracle has done."""
    if access is None or not access.is_store:
        return
    base = LOCAL if access.address >= LOCAL else 0
    offset = access.address - base
    memories[base][offset : offset + access.size] = access.value.to_bytes(access.size, "little")


def compare(
    machine: HartMachine, execution: Execution, previous: int, memories: dict[int, bytearray]
) -> None:
    """Fails if program counter, registers or memories are not as expected.

    Args:
        machine: the hart.
        execution: what was to be executed.
        previous: how many instructions were done when this was last looked at.
        memories: expected contents by address.
    """
    done = machine.retired_instructions
    expected = execution.steps[done]
    executed = [disassembly_at(machine, step.pc) for step in execution.steps[previous:done]]
    after = f"after [{'; '.join(executed)}]"
    assert machine.pc == expected.pc, (
        f"{after}: pc = {machine.pc:#010x}, but expected {expected.pc:#010x}"
    )
    wrong = [
        f"x{index} = {found:#010x}, but expected {value:#010x}"
        for index, (found, value) in enumerate(
            zip(machine.registers, expected.registers, strict=True)
        )
        if found != value
    ]
    assert not wrong, f"{after}: {', '.join(wrong)}"
    assert machine.l1 == memories[0], f"{after}: L1 differs"
    assert machine.local_memory == memories[LOCAL], f"{after}: local memory differs"


def disassembly_at(machine: HartMachine, pc: int) -> str:
    """Returns the instruction at an address as text."""
    word = machine.instruction_memory[pc - CODE : pc - CODE + 4]
    return hart_machine.disassemble(int.from_bytes(word, "little"))
