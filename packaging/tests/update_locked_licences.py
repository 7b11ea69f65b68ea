# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Writes down the licence of each locked distribution, as pip reads it from an index.

A distribution that this machine cannot get, or that says nothing, keeps the line that it has.
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
        if subprocess.run(command, check=False).returncode:
            return None
        return json.loads(report.read_text(encoding="utf-8"))["install"][0]["metadata"]


def main() -> None:
    """Asks for each distribution that the tree locks."""
    root = Path(os.environ["BUILD_WORKSPACE_DIRECTORY"])
    table = root / TABLE
    rows = locked_licences.read_table(table.read_text(encoding="utf-8"))
    pinned = locked_licences.pinned(root)
    for name, requirement in pinned.items():
        if metadata := metadata_of(requirement):
            try:
                rows[name] = locked_licences.expression_of(metadata)
            except ValueError as error:
                print(f"{error}; keeping `{rows.get(name, 'nothing')}`", file=sys.stderr)
    kept = {name: rows[name] for name in sorted(pinned) if name in rows}
    table.write_text("".join(f"{name}: {row}\n" for name, row in kept.items()), encoding="utf-8")
    print(f"wrote {TABLE}; `git diff` shows what to review")


if __name__ == "__main__":
    main()
