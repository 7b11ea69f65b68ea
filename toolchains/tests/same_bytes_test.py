# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The toolchain gives the same bytes wherever it lies and runs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

COMMANDS = json.loads(Path(os.environ["COMMANDS"]).read_text())
SOURCE = Path(os.environ["SOURCE"])
# The name of the file is in it, and this shows a date and a path unless the flags see to it.
TELLTALE = """
extern "C" const char* made() { return __FILE__ __DATE__ __TIME__ __TIMESTAMP__; }
"""


def build_in(root: Path) -> dict[str, bytes]:
    """Copies the whole toolchain below `root`, builds a library there and returns what came out."""
    # Runfiles have the repositories side by side where actions have them in external/.
    repositories = {
        word.split("external/", 1)[1].split("/")[0]
        for word in COMMANDS["link"]
        if "external/" in word
    }
    for repository in repositories:
        shutil.copytree(Path("..") / repository, root / "external" / repository)
    (root / "source.cpp").write_text(SOURCE.read_text() + TELLTALE)
    for step in ["compile", "link"]:
        subprocess.run(COMMANDS[step], cwd=root, env={}, check=True)
    return {name: (root / name).read_bytes() for name in ["source.o", "library.so"]}


@pytest.fixture(scope="module")
def roots(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two folders whose names differ in text, length and depth."""
    return [tmp_path_factory.mktemp("a"), tmp_path_factory.mktemp("another") / "and/deeper"]


def test_two_copies_of_the_toolchain_agree_in_every_byte(roots: list[Path]) -> None:
    first, second = (build_in(root) for root in roots)

    assert first.keys() == second.keys()
    for name, contents in first.items():
        assert contents == second[name], f"{name} depends on where it was made"
        assert not [root for root in roots if str(root).encode() in contents], (
            f"{name} tells where it was made"
        )
