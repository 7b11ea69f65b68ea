# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: all is compiled once for each processor, and for each interpreter only the bindings."""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from pathlib import Path

import pytest

Compilation = tuple[str, str]
BINDINGS = "ttnn/bindings/"
# Where sources lie that the build makes.
OUTPUTS = re.compile("^bazel-out/[^/]+/bin/")


@pytest.fixture(scope="module")
def by_processor() -> dict[str, list[set[Compilation]]]:
    """For each processor what its wheels are compiled from, each source with its object."""
    wheels = json.loads(Path(os.environ["COMPILATIONS"]).read_text(encoding="utf-8"))
    processors = defaultdict(list)
    for name, pairs in wheels.items():
        cpu = name.removesuffix(".whl").partition("-manylinux_")[2].split("_", 2)[2]
        processors[cpu].append({(OUTPUTS.sub("", source), made) for source, made in pairs})
    return processors


def test_wheels_of_both_processors_are_compared(
    by_processor: dict[str, list[set[Compilation]]],
) -> None:
    assert by_processor.keys() == {"aarch64", "x86_64"}
    assert all(len(wheels) > 1 for wheels in by_processor.values())


def test_wheels_of_a_processor_share_all_but_the_bindings(
    by_processor: dict[str, list[set[Compilation]]],
) -> None:
    for wheels in by_processor.values():
        apart = {source for source, _ in set.union(*wheels) - set.intersection(*wheels)}

        assert apart
        assert {source for source in apart if not source.startswith(BINDINGS)} == set()


def test_what_is_shared_is_the_core(by_processor: dict[str, list[set[Compilation]]]) -> None:
    for wheels in by_processor.values():
        sources = {source for source, _ in set.intersection(*wheels)}

        assert any(source.startswith("tt_metal/sim/") for source in sources)
        assert any(source.startswith("ttnn/cpp/") for source in sources)
