# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Writes a wheel from the manifest that the build graph gives, byte for byte reproducibly.

The manifest has the members sorted by name, and the dist-info last, as the wheel specification
recommends.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wheel_archive import record, write_archive


def wheel_description(tag: str) -> bytes:
    """Returns the WHEEL file of a platform wheel with one tag."""
    return (
        f"Wheel-Version: 1.0\nGenerator: ttnn-py-wheel\nRoot-Is-Purelib: false\nTag: {tag}\n"
    ).encode()


def wheel_contents(manifest: Mapping[str, Any]) -> dict[str, bytes]:
    """Returns the members in the manifest's order, the last of them RECORD."""
    contents: dict[str, bytes] = {}
    for member in manifest["members"]:
        path = member["path"]
        if member["file"]:
            contents[path] = Path(member["file"]).read_bytes()
        elif path.endswith("/WHEEL"):
            contents[path] = wheel_description(manifest["tag"])
        else:
            contents[path] = record(contents, path)
    return contents


def main() -> None:
    """Writes one wheel."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--manifest", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()

    manifest = json.loads(arguments.manifest.read_text(encoding="utf-8"))
    write_archive(arguments.output, wheel_contents(manifest))


if __name__ == "__main__":
    main()
