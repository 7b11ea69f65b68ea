# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: tree, wheel and editable installation have the same files of the package."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from editable_installation import install_editable

WHEEL = Path("packaging/tests/three_ways/wheel.site-packages")
TREE = Path("ttnn")


def files(root: Path) -> dict[str, str]:
    """Hash of each file of the package below a folder."""
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (root / "ttnn").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def editable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install_editable(tmp_path_factory.mktemp("installation"))


def test_wheel_has_the_files_of_the_tree() -> None:
    assert files(WHEEL) == files(TREE)


def test_editable_installation_has_the_files_of_the_tree(editable: Path) -> None:
    assert files(editable) == files(TREE)


def test_files_of_every_kind_are_compared() -> None:
    suffixes = {Path(path).suffix for path in files(TREE)}

    assert suffixes >= {".elf", ".py", ".pyi", ".so", ".typed"}
