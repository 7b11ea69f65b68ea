# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Writes down the licence of each newly locked distribution, as pip reads it from an index.

A version that has a line keeps it: what was published does not change. One that this machine cannot
get, or that says nothing, gets none.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import locked_licences

TABLE = Path("packaging/tests/golden/locked_licences.txt")


def metadata_of(requirement: str) -> dict | None:
    """Returns the core metadata of a pinned distribution, or None if the index has none for us."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--no-deps"]
        command += ["--ignore-installed", "--report", str(report), requirement]
        # Some versions are for Pythons that are newer than this one.
        newest = ["--python-version=3.14", "--only-binary=:all:", f"--target={folder}/target"]
        for options in ([], newest):
            if subprocess.run([*command, *options], check=False).returncode == 0:
                return json.loads(report.read_text(encoding="utf-8"))["install"][0]["metadata"]
        return None


def main() -> None:
    """Asks for each distribution that the tree locks and the table lacks."""
    root = Path(os.environ["BUILD_WORKSPACE_DIRECTORY"])
    table = root / TABLE
    rows = locked_licences.read_table(table.read_text(encoding="utf-8"))
    pinned = locked_licences.pinned(root)
    for requirement in sorted(pinned - set(rows)):
        if metadata := metadata_of(requirement):
            try:
                rows[requirement] = locked_licences.expression_of(metadata)
            except ValueError as error:
                print(error, file=sys.stderr)
    lines = [f"{requirement}: {rows[requirement]}\n" for requirement in sorted(pinned & set(rows))]
    table.write_text("".join(lines), encoding="utf-8")
    print(f"wrote {TABLE}; `git diff` shows what to review")


if __name__ == "__main__":
    main()
