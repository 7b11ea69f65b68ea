# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Writes a source distribution, byte for byte reproducibly.

Its members are the tracked files, sorted; SOURCES, which names them, and SOURCE_REVISION, which
stand in for git in the unpacked archive; PKG-INFO. They have one fixed time, no owner, and mode
0755 for programs and 0644 for all else.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import tarfile
from pathlib import Path

# 1980-01-01: the time of the members of the wheels.
FIXED_TIME = 315532800


def add_member(archive: tarfile.TarFile, path: str, content: bytes, executable: bool) -> None:
    """Adds a file that tells nothing of who packed it."""
    member = tarfile.TarInfo(path)
    member.size = len(content)
    member.mtime = FIXED_TIME
    member.mode = 0o755 if executable else 0o644
    archive.addfile(member, io.BytesIO(content))


def write_archive(arguments: argparse.Namespace) -> None:
    """Packs the files below a folder of the archive's name."""
    folder = arguments.output.name.removesuffix(".tar.gz")
    tracked = json.loads(arguments.tracked_list.read_text(encoding="utf-8"))
    build_info = json.loads(arguments.build_info.read_text(encoding="utf-8"))
    written = {
        "SOURCES": "".join(f"{file['path']}\n" for file in tracked).encode(),
        "SOURCE_REVISION": f"{build_info['source_revision']}\n".encode(),
        "PKG-INFO": arguments.pkg_info.read_bytes(),
    }
    with (
        arguments.output.open("wb") as output,
        gzip.GzipFile("", "wb", fileobj=output, mtime=FIXED_TIME) as compressed,
        tarfile.open(fileobj=compressed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for file in tracked:
            content = (arguments.tracked_list.parent / file["link"]).read_bytes()
            add_member(archive, f"{folder}/{file['path']}", content, file["executable"])
        for name, content in written.items():
            add_member(archive, f"{folder}/{name}", content, False)


def main() -> None:
    """Writes one archive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tracked-list", type=Path, required=True)
    parser.add_argument("--build-info", type=Path, required=True)
    parser.add_argument("--pkg-info", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    write_archive(parser.parse_args())


if __name__ == "__main__":
    main()
