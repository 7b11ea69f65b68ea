# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: what git tracks of kernels is in the wheel, so that no kernel's target was forgotten."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path

# The kernel API, and operations' kernels; not what tests and examples bring with them.
KERNEL_SOURCE = re.compile(
    r"(tt_metal/kernels/(?!tests/)|ttnn/(.+/)?kernels/).*\.(cpp|def|h|hpp)", re.ASCII
)


def forgotten(tracked: Iterable[str], members: Iterable[str]) -> list[str]:
    """Returns the sources of kernels that are not among a wheel's members."""
    shipped = {member.removeprefix("ttnn/") for member in members}
    return [path for path in tracked if KERNEL_SOURCE.fullmatch(path) and path not in shipped]


def read_paths(variable: str, key: str | None = None) -> list[str]:
    """Reads the paths of a JSON list of objects, which may be the value of a key."""
    content = json.loads(Path(os.environ[variable]).read_text(encoding="utf-8"))
    return [entry["path"] for entry in (content[key] if key else content)]


def test_every_source_of_kernels_is_in_the_wheel() -> None:
    assert forgotten(read_paths("TRACKED_FILES"), read_paths("MANIFEST", "members")) == []


def test_a_forgotten_kernel_is_found() -> None:
    kernels = "ttnn/cpp/operations/sort/kernels"
    tracked = [f"{kernels}/sort.cpp", f"{kernels}/dataflow/read.h", f"{kernels}/BUILD.bazel"]

    assert forgotten(tracked, [f"ttnn/{kernels}/sort.cpp"]) == [f"{kernels}/dataflow/read.h"]


def test_both_homes_of_kernels_are_looked_at() -> None:
    found = list(filter(KERNEL_SOURCE.fullmatch, read_paths("TRACKED_FILES")))

    assert {path.partition("/")[0] for path in found} == {"tt_metal", "ttnn"}
