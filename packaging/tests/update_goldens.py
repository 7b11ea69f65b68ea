# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Writes the approved texts anew from what is built now; `git diff` shows what to review."""

from __future__ import annotations

import json
import os
from pathlib import Path

import binary_contract
import member_classes

FOLDER = Path("packaging/tests/golden")


def write(name: str, text: str) -> None:
    """Writes one text into the work tree."""
    path = Path(os.environ["BUILD_WORKSPACE_DIRECTORY"]) / FOLDER / name
    path.write_text(text, encoding="utf-8")
    print(f"wrote {FOLDER / name}")


def main() -> None:
    """Writes all of them; any wheel of a processor gives the contract of all."""
    manifest = json.loads(Path(os.environ["MANIFEST"]).read_text(encoding="utf-8"))
    members = [(member["path"], member["component"]) for member in manifest["members"]]
    write("member_classes.txt", member_classes.describe(members))
    wheels = {path.stem.split("_", 3)[-1]: path for path in map(Path, os.environ["WHEEL"].split())}
    for cpu, wheel in sorted(wheels.items()):
        write(f"binary_contract.{cpu}.txt", binary_contract.describe_wheel(wheel))


if __name__ == "__main__":
    main()
