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
from pathlib import Path, PurePosixPath
from typing import Any

from core_metadata import read_metadata
from packaging.licenses import canonicalize_license_expression
from wheel_archive import record, write_archive


def wheel_description(tag: str) -> bytes:
    """Returns the WHEEL file of a platform wheel with one tag."""
    return (
        f"Wheel-Version: 1.0\nGenerator: ttnn-py-wheel\nRoot-Is-Purelib: false\nTag: {tag}\n"
    ).encode()


def license_files(manifest: Mapping[str, Any]) -> list[PurePosixPath]:
    """Returns the licence texts as METADATA names them: relative to their folder."""
    marker = ".dist-info/licenses/"
    paths = (member["path"].partition(marker)[2] for member in manifest["members"])
    return [PurePosixPath(path) for path in paths if path]


def wheel_contents(manifest: Mapping[str, Any], pyproject: Path) -> dict[str, bytes]:
    """Returns the members in the manifest's order, the last of them RECORD."""
    metadata = read_metadata(pyproject, manifest["version"])
    metadata.license = canonicalize_license_expression(manifest["license"])
    metadata.license_files = license_files(manifest)
    written = {
        "METADATA": bytes(metadata.as_rfc822()),
        "WHEEL": wheel_description(manifest["tag"]),
    }
    contents: dict[str, bytes] = {}
    for member in manifest["members"]:
        path = member["path"]
        name = path.rpartition("/")[2]
        if member["file"]:
            contents[path] = Path(member["file"]).read_bytes()
        elif name in written:
            contents[path] = written[name]
        else:
            contents[path] = record(contents, path)
    return contents


def main() -> None:
    """Writes one wheel."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--manifest", type=Path, required=True)
    parser.add_argument("--pyproject", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()

    manifest = json.loads(arguments.manifest.read_text(encoding="utf-8"))
    write_archive(arguments.output, wheel_contents(manifest, arguments.pyproject))


if __name__ == "__main__":
    main()
