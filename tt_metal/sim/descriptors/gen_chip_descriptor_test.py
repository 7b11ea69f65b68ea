# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from typing import Any

import pytest

from tt_metal.sim.descriptors.gen_chip_descriptor import generate


@pytest.fixture
def description() -> dict[str, Any]:
    return {
        "name": "toy",
        "clock_mhz": 7,
        "workers": {
            "noc_x": [1, 2],
            "noc_y": [5],
            "l1_size_bytes": 4096,
            "num_circular_buffers": 3,
        },
        "dram": {
            "channel_size_bytes": 200,
            "banks_per_channel": 2,
            "bank_size_bytes": 100,
            "channels": [[[0, 0], [0, 1]], [[3, 0]]],
        },
        "alignment_bytes": {"l1": 16, "dram_read": 32, "dram_write": 8},
    }


def test_every_field_reaches_the_source(description: dict[str, Any]) -> None:
    source = generate(description, "toy.yaml")

    for line in (
        "const ChipDescriptor& toy() {",
        '.name = "toy",',
        ".worker_grid = {2, 1},",
        ".worker_noc_x = {1, 2},",
        ".worker_noc_y = {5},",
        ".l1_size_bytes = 4096,",
        ".num_circular_buffers = 3,",
        ".dram_channels = {{200, {{0, 0}, {0, 1}}}, {200, {{3, 0}}}},",
        ".dram_bank_size_bytes = 100,",
        ".l1_alignment_bytes = 16,",
        ".dram_read_alignment_bytes = 32,",
        ".dram_write_alignment_bytes = 8,",
        ".clock_mhz = 7,",
    ):
        assert line in source


def test_banks_of_a_channel_take_turns_among_its_endpoints(description: dict[str, Any]) -> None:
    source = generate(description, "toy.yaml")

    banks = "{{0, {0, 0}, 0}, {0, {0, 1}, 100}, {1, {3, 0}, 0}, {1, {3, 0}, 100}}"
    assert f".dram_banks = {banks}," in source


def test_banks_that_exceed_their_channel_are_refused(description: dict[str, Any]) -> None:
    description["dram"]["bank_size_bytes"] = 101

    with pytest.raises(ValueError, match="2 banks of 101 bytes exceed a channel's 200 bytes"):
        generate(description, "toy.yaml")


def test_what_is_missing_is_named(description: dict[str, Any]) -> None:
    del description["workers"]["l1_size_bytes"]

    with pytest.raises(KeyError, match="l1_size_bytes"):
        generate(description, "toy.yaml")
