# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Transfers among cores: multicast, and reads that are awaited apart."""

from __future__ import annotations

import numpy as np
import pytest

from tt_metal.kernels.tests.chip_program import Core, Kernel, Program
from tt_metal.kernels.tests.sim_chip import Chip, ErrorKind, Hart, SimulationError

NUM_BLOCKS = 5
BLOCK_SIZE = 4096
FROM, TO, SUM = 0x20000, 0x30000, 0x40000


@pytest.fixture
def chip() -> Chip:
    return Chip()


def words(chip: Chip, core: Core, address: int, count: int) -> list[int]:
    return np.frombuffer(chip.read_l1(core, address, 4 * count), np.uint32).tolist()


def rectangle(first: Core, last: Core) -> list[Core]:
    return [(x, y) for y in range(first[1], last[1] + 1) for x in range(first[0], last[0] + 1)]


def multicast(
    chip: Chip, sender: Core, first: Core, last: Core, *, with_sender: bool, num_dests: int
) -> list[Core]:
    """Sends blocks to a rectangle; returns the cores that take them."""
    receivers = [core for core in rectangle(first, last) if core != sender]
    send = [*chip.worker_noc(first), *chip.worker_noc(last), num_dests, len(receivers)]
    send += [with_sender, FROM, TO, BLOCK_SIZE, NUM_BLOCKS]
    receive = [*chip.worker_noc(sender), TO, NUM_BLOCKS, SUM]
    Program(
        [
            Kernel("multicast_sender", [Hart.BRISC], {sender: send}),
            Kernel("multicast_receiver", [Hart.NCRISC], dict.fromkeys(receivers, receive)),
        ],
        semaphores={0: 0, 1: 0},
    ).run(chip)
    return receivers + [sender] * with_sender


@pytest.mark.parametrize("sender", [(1, 1), (0, 0)], ids=["sender_inside", "sender_outside"])
@pytest.mark.parametrize("corners", [((1, 1), (3, 2)), ((1, 0), (1, 7))], ids=str)
def test_every_core_of_the_rectangle_gets_every_block(
    chip: Chip, sender: Core, corners: tuple[Core, Core]
) -> None:
    payload = np.random.default_rng(0).bytes(BLOCK_SIZE)
    chip.write_l1(sender, FROM, payload)
    others = [core for core in rectangle(*corners) if core != sender]

    receivers = multicast(chip, sender, *corners, with_sender=False, num_dests=len(others))

    for core in receivers:
        assert words(chip, core, SUM, 1) == [sum(100 + i for i in range(NUM_BLOCKS))]
        assert chip.read_l1(core, TO + 4, BLOCK_SIZE - 4) == payload[4:]
    assert chip.read_l1(sender, TO, BLOCK_SIZE) == bytes(BLOCK_SIZE)


def test_sender_gets_what_it_sends_if_it_says_so(chip: Chip) -> None:
    payload = np.random.default_rng(0).bytes(BLOCK_SIZE)
    chip.write_l1((1, 1), FROM, payload)

    receivers = multicast(chip, (1, 1), (0, 0), (2, 2), with_sender=True, num_dests=9)

    assert len(receivers) == 9
    for core in receivers:
        assert chip.read_l1(core, TO + 4, BLOCK_SIZE - 4) == payload[4:]


def test_corners_may_come_in_either_order(chip: Chip) -> None:
    receivers = multicast(chip, (0, 0), (1, 1), (2, 3), with_sender=False, num_dests=6)
    sums = [words(chip, core, SUM, 1) for core in receivers]

    Program(
        [
            Kernel(
                "multicast_sender",
                [Hart.BRISC],
                {
                    (0, 0): [
                        *chip.worker_noc((2, 3)),
                        *chip.worker_noc((1, 1)),
                        *[6, 0, 0, FROM, TO, BLOCK_SIZE, 1],
                    ]
                },
            )
        ],
        semaphores={0: 0, 1: 0},
    ).run(chip)

    assert sums == [[510]] * 6
    for core in receivers:
        assert words(chip, core, TO, 1) == [100]


@pytest.mark.parametrize("num_dests", [5, 9])
def test_number_of_receivers_must_be_right(chip: Chip, num_dests: int) -> None:
    with pytest.raises(SimulationError, match=f"num_dests is {num_dests}, but 8 cores") as caught:
        multicast(chip, (1, 1), (0, 0), (2, 2), with_sender=False, num_dests=num_dests)

    assert caught.value.kind == ErrorKind.NOC
    assert caught.value.core == (1, 1)


def test_reads_are_awaited_by_their_number(chip: Chip) -> None:
    far = (4, 5)
    for i in range(3):
        chip.write_l1(far, FROM + 32 * i, np.uint32(70 + i).tobytes())

    args = [*chip.worker_noc(far), FROM, TO, SUM]
    Program([Kernel("reads", [Hart.NCRISC], {(0, 0): args})]).run(chip)

    assert words(chip, (0, 0), SUM, 4) == [0, 70, 71, 72]
