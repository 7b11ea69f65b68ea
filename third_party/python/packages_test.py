# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The locked packages work and are the ones of the lock."""

from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path

import ml_dtypes
import numpy
import pytest
from packaging.requirements import Requirement

FOLDER = Path("third_party/python")


def locked_requirements() -> list[Requirement]:
    text = (FOLDER / "requirements.lock").read_text()
    lines = re.findall(r"^(\S.*==.*?) \\$", text, flags=re.MULTILINE)
    return [Requirement(line) for line in lines]


def test_numpy_computes() -> None:
    matrix = numpy.arange(6, dtype=numpy.float64).reshape(2, 3)

    assert (matrix @ matrix.T).tolist() == [[5, 14], [14, 50]]


def test_native_extension_of_a_package_loads() -> None:
    assert float(numpy.float32(1 + 2**-9).astype(ml_dtypes.bfloat16)) == 1.0


@pytest.mark.parametrize("distribution", ["numpy", "ml-dtypes", "pytest", "hypothesis"])
def test_imported_version_is_the_locked_one(distribution: str) -> None:
    locked = {
        requirement.name: str(requirement.specifier).removeprefix("==")
        for requirement in locked_requirements()
        if requirement.marker is None or requirement.marker.evaluate()
    }

    assert importlib.metadata.version(distribution) == locked[distribution]


def test_every_wanted_package_is_locked() -> None:
    text = (FOLDER / "requirements.in").read_text()
    wanted = {Requirement(line).name for line in text.splitlines() if line and line[0] != "#"}

    assert {name.replace("_", "-") for name in wanted} <= {r.name for r in locked_requirements()}


def test_every_locked_package_has_a_hash() -> None:
    lock = (FOLDER / "requirements.lock").read_text()

    entries = re.split(r"^(?=\S)", lock, flags=re.MULTILINE)
    assert [entry for entry in entries if "==" in entry and "--hash=sha256:" not in entry] == []
