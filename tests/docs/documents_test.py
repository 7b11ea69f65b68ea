# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Runs the Python that the documents show, and checks that their commands name targets."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

DOCUMENTS = [
    Path("README.md"),
    Path("CONTRIBUTING.md"),
    Path("docs/architecture.md"),
    Path("docs/remote_build.md"),
]
PYTHON_BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
BAZEL_TARGET = re.compile(r"\./bazelw (?:build|run|test) (//[\w/.:-]+)")


def python_blocks() -> list[tuple[str, str]]:
    """Returns (where, source) of each Python block."""
    return [
        (f"{document}:{index}", source)
        for document in DOCUMENTS
        for index, source in enumerate(PYTHON_BLOCK.findall(document.read_text(encoding="utf-8")))
    ]


@pytest.mark.parametrize(
    "source", [pytest.param(source, id=where) for where, source in python_blocks()]
)
def test_shown_python_runs(source: str) -> None:
    exec(compile(source, "document", "exec"), {"__name__": "document"})


def test_the_readme_shows_python() -> None:
    assert PYTHON_BLOCK.search(Path("README.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_shown_targets_exist(document: Path) -> None:
    existing = os.environ["SHOWN_TARGETS"].split()

    for shown in BAZEL_TARGET.findall(document.read_text(encoding="utf-8")):
        assert shown.endswith("...") or shown in existing, f"{document} shows {shown}"
