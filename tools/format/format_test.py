# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Every source file of the tree has the house's layout, and formatters notice when one has not."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from tools.format.formatters import FORMATTERS, Formatter, run
from tools.source_tree import source_tree
from tools.source_tree.source_tree import Kind

UGLY = {
    "buildifier": ("BUILD.bazel", "filegroup(name='a',srcs=['b'])\n"),
    "clang-format": ("ugly.cpp", "int  main( ){return 0;}\n"),
    "ruff imports": ("ugly.py", "import sys\nimport os\n"),
    "ruff format": ("ugly.py", "x  =  'a'\n"),
}

each_formatter = pytest.mark.parametrize("formatter", FORMATTERS, ids=lambda f: f.name)


@each_formatter
def test_tree_is_formatted(formatter: Formatter) -> None:
    root = source_tree.workspace_root()

    result = run(formatter, formatter.check, root, source_tree.files_by_kind(root))

    assert result.returncode == 0, f"{result.stdout}\nrepair with: ./bazelw run //tools:format"


@each_formatter
def test_formatter_finds_and_repairs_an_ugly_file(formatter: Formatter, tmp_path: Path) -> None:
    name, text = UGLY[formatter.name]
    (tmp_path / name).write_text(text)
    files: dict[Kind, list[PurePosixPath]] = {formatter.kind: [PurePosixPath(name)]}

    found = run(formatter, formatter.check, tmp_path, files)
    repair = run(formatter, formatter.fix, tmp_path, files)
    after = run(formatter, formatter.check, tmp_path, files)

    assert found.returncode != 0
    assert name in found.stdout
    assert repair.returncode == 0
    assert after.returncode == 0
