# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Kernels that do something wrong end with an error that names core, hart and cause."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tt_metal.kernels.tests import sim_chip
from tt_metal.kernels.tests.chip_program import COMPUTE_HARTS, CircularBuffer, Kernel, Program
from tt_metal.kernels.tests.sim_chip import Chip, DataFormat, ErrorKind, Hart

CORE = (3, 2)
TILE_SIZE = 2048
L1_END = 1464 * 1024
FREE_L1 = 0x10000


@pytest.fixture(scope="module")
def chip() -> Chip:
    """One chip for all: after an error it must run the next program."""
    return Chip()


def run(chip: Chip, name: str, args: Sequence[int] = (), hart: Hart = Hart.NCRISC) -> None:
    Program(
        [Kernel(name, [hart], {CORE: args})],
        [CircularBuffer(3, 4, TILE_SIZE, DataFormat.BFLOAT16)],
    ).run(chip)


def error_of(chip: Chip, name: str, args: Sequence[int] = ()) -> sim_chip.SimulationError:
    with pytest.raises(sim_chip.SimulationError) as caught:
        run(chip, name, args)
    error = caught.value
    assert error.core == CORE
    assert error.hart == Hart.NCRISC
    assert "(3,2)" in str(error)
    assert "NCRISC" in str(error)
    return error


def test_waiting_for_ever_is_a_deadlock(chip: Chip) -> None:
    error = error_of(chip, "deadlock", [3, 2])

    assert error.kind == ErrorKind.DEADLOCK
    assert "cb 3" in str(error)


def test_deadlock_of_compute_names_all_three_harts(chip: Chip) -> None:
    program = Program(
        [Kernel("deadlock_compute", COMPUTE_HARTS, {CORE: []})],
        [CircularBuffer(index, 2, TILE_SIZE, DataFormat.BFLOAT16) for index in (0, 16)],
    )

    with pytest.raises(sim_chip.SimulationError) as caught:
        program.run(chip)

    assert caught.value.kind == ErrorKind.DEADLOCK
    for hart in COMPUTE_HARTS:
        assert hart.name in str(caught.value)


@pytest.mark.parametrize("name", ["stray_store", "stray_load"])
@pytest.mark.parametrize("address", [0, 0xC, L1_END, 0x40000000, sim_chip.LOCAL_MEMORY_BASE - 4])
def test_address_that_is_no_memory(chip: Chip, name: str, address: int) -> None:
    error = error_of(chip, name, [address])

    assert error.kind == ErrorKind.TRAP
    assert f"0x{address:08x}" in str(error)


def test_instruction_memory_cannot_be_written(chip: Chip) -> None:
    error = error_of(chip, "stray_store", [sim_chip.INSTRUCTION_MEMORY[0]])

    assert error.kind == ErrorKind.TRAP


@pytest.mark.parametrize("address", [sim_chip.L1_UNRESERVED_BASE, L1_END - 4])
def test_ends_of_l1_belong_to_it(chip: Chip, address: int) -> None:
    run(chip, "stray_load", [address])


@pytest.mark.parametrize("address", [0x10, 0x2000, sim_chip.L1_UNRESERVED_BASE - 4])
def test_what_the_host_left_cannot_be_written(chip: Chip, address: int) -> None:
    error = error_of(chip, "stray_store", [address])

    assert error.kind == ErrorKind.RESERVED_MEMORY
    assert f"0x{address:08x}" in str(error)


def test_argument_that_was_not_given(chip: Chip) -> None:
    error = error_of(chip, "deadlock", [3])

    assert error.kind == ErrorKind.ARGUMENT
    assert "run-time argument 1 is read, but the kernel was given 1" in str(error)


@pytest.mark.parametrize("address", [0, FREE_L1, sim_chip.INSTRUCTION_MEMORY[0] + 0xFF00])
def test_jump_to_where_no_code_is(chip: Chip, address: int) -> None:
    assert error_of(chip, "stray_jump", [address]).kind == ErrorKind.TRAP


def test_word_that_is_no_instruction(chip: Chip) -> None:
    error = error_of(chip, "illegal_instruction")

    assert error.kind == ErrorKind.TRAP
    assert "kernel_main" in str(error)


def test_assertion(chip: Chip) -> None:
    run(chip, "failed_assertion", [0])

    error = error_of(chip, "failed_assertion", [1])

    assert error.kind == ErrorKind.ASSERTION
    assert "failed_assertion.cpp:13: get_arg_val<uint32_t>(0) == 0" in str(error)


def test_endless_loop_ends_with_its_budget(chip: Chip) -> None:
    chip.set_semaphore(CORE, 0, 0)
    chip.set_instruction_budget(100_000)
    try:
        with pytest.raises(sim_chip.SimulationError) as caught:
            run(chip, "endless_loop")
    finally:
        chip.set_instruction_budget(0)

    assert caught.value.kind == ErrorKind.INSTRUCTION_BUDGET


def transfer(
    chip: Chip, *, is_write=0, node=None, far=0, near=FREE_L1, size=64, is_awaited=1
) -> list:
    x, y = chip.dram_noc(0) if node is None else node
    return [is_write, x, y, far, near, size, is_awaited]


@pytest.mark.parametrize("is_write", [0, 1], ids=["read", "write"])
def test_transfer_that_keeps_the_rules(chip: Chip, is_write: int) -> None:
    run(chip, "noc_transfer", transfer(chip, is_write=is_write))


@pytest.mark.parametrize("is_write", [0, 1], ids=["read", "write"])
@pytest.mark.parametrize(
    "wrong",
    [
        {"is_awaited": 0},
        {"node": (63, 63)},
        {"far": 0xFFFFFFC0},
        {"near": L1_END - 32},
        {"near": 0},
        {"far": 8},
        {"near": FREE_L1 + 8},
    ],
    ids=str,
)
def test_transfer_that_breaks_a_rule(chip: Chip, is_write: int, wrong: dict) -> None:
    error = error_of(chip, "noc_transfer", transfer(chip, is_write=is_write, **wrong))

    assert error.kind == ErrorKind.NOC


def test_dram_is_read_at_32_and_written_at_16(chip: Chip) -> None:
    run(chip, "noc_transfer", transfer(chip, is_write=1, far=16))

    assert error_of(chip, "noc_transfer", transfer(chip, far=16)).kind == ErrorKind.NOC
