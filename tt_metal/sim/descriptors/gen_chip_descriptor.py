# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Turns the description of a chip (YAML) into a C++ function that returns its ChipDescriptor.

Usage: gen_chip_descriptor.py DESCRIPTION.yaml OUTPUT.cpp
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

_TEMPLATE = """\
// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0
// Generated from {source}.

#include "tt_metal/sim/chip_descriptor.hpp"

namespace tt::sim {{

const ChipDescriptor& {name}() {{
    static const ChipDescriptor descriptor{{
        .name = "{name}",
        .worker_grid = {{{columns}, {rows}}},
        .worker_noc_x = {noc_x},
        .worker_noc_y = {noc_y},
        .l1_size_bytes = {l1_size_bytes},
        .num_circular_buffers = {num_circular_buffers},
        .dram_channels = {dram_channels},
        .dram_banks = {dram_banks},
        .dram_bank_size_bytes = {dram_bank_size_bytes},
        .l1_alignment_bytes = {l1_alignment_bytes},
        .dram_read_alignment_bytes = {dram_read_alignment_bytes},
        .dram_write_alignment_bytes = {dram_write_alignment_bytes},
        .clock_mhz = {clock_mhz},
    }};
    return descriptor;
}}

}}  // namespace tt::sim
"""


def _braced(value: Any) -> str:
    """Nested lists as a C++ initialiser."""
    if isinstance(value, list):
        return "{" + ", ".join(map(_braced, value)) + "}"
    return str(value)


def _banks(dram: dict[str, Any]) -> list[list[Any]]:
    """Every bank as [channel, endpoint, base offset]; raises ValueError if they do not fit."""
    count, size = dram["banks_per_channel"], dram["bank_size_bytes"]
    room = dram["channel_size_bytes"]
    if count * size > room:
        raise ValueError(f"{count} banks of {size} bytes exceed a channel's {room} bytes")
    return [
        [channel, endpoints[bank % len(endpoints)], bank * size]
        for channel, endpoints in enumerate(dram["channels"])
        for bank in range(count)
    ]


def generate(description: dict[str, Any], source: str) -> str:
    """The C++ source for one chip; raises KeyError for what `description` lacks."""
    workers, dram, alignment = (description[key] for key in ("workers", "dram", "alignment_bytes"))
    return _TEMPLATE.format(
        source=source,
        name=description["name"],
        columns=len(workers["noc_x"]),
        rows=len(workers["noc_y"]),
        noc_x=_braced(workers["noc_x"]),
        noc_y=_braced(workers["noc_y"]),
        l1_size_bytes=workers["l1_size_bytes"],
        num_circular_buffers=workers["num_circular_buffers"],
        dram_channels=_braced([[dram["channel_size_bytes"], ends] for ends in dram["channels"]]),
        dram_banks=_braced(_banks(dram)),
        dram_bank_size_bytes=dram["bank_size_bytes"],
        l1_alignment_bytes=alignment["l1"],
        dram_read_alignment_bytes=alignment["dram_read"],
        dram_write_alignment_bytes=alignment["dram_write"],
        clock_mhz=description["clock_mhz"],
    )


def main() -> None:
    """Generates the file that the command line names."""
    source, output = map(Path, sys.argv[1:])
    description = yaml.safe_load(source.read_text(encoding="utf-8"))
    output.write_text(generate(description, source.name), encoding="utf-8")


if __name__ == "__main__":
    main()
