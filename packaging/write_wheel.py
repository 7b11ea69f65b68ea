# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Writes a wheel from files that the build graph names, byte for byte reproducibly.

The archive holds its members sorted by name, with one fixed time, mode 0755 for loadable ELF
objects and 0644 for all else, and the dist-info last, as the wheel specification recommends.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import tomli
from packaging.version import Version
from pyproject_metadata import StandardMetadata

# The earliest time that a zip archive can express.
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
COMPRESSION_LEVEL = 9


def read_metadata(pyproject: Path, version: str) -> StandardMetadata:
    """Returns the core metadata that the `[project]` table of `pyproject` describes."""
    metadata = StandardMetadata.from_pyproject(
        tomli.loads(pyproject.read_text(encoding="utf-8")), project_dir=pyproject.parent
    )
    metadata.version = Version(version)
    metadata.dynamic = []
    metadata.metadata_version = "2.4"
    return metadata


def wheel_description(tag: str) -> bytes:
    """Returns the WHEEL file of a platform wheel with one tag."""
    return (
        f"Wheel-Version: 1.0\nGenerator: ttnn-py-wheel\nRoot-Is-Purelib: false\nTag: {tag}\n"
    ).encode()


def record(contents: Mapping[str, bytes], record_path: str) -> bytes:
    """Returns the RECORD file: path, hash and size of each member, in the archive's order."""
    lines = []
    for path, content in contents.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        lines.append(f"{path},sha256={digest},{len(content)}\n")
    lines.append(f"{record_path},,\n")
    return "".join(lines).encode()


def member_mode(path: str) -> int:
    """Returns the Unix mode of a member: shared objects are executable, as linkers write them."""
    return 0o755 if path.endswith(".so") else 0o644


def write_archive(output: Path, contents: Mapping[str, bytes]) -> None:
    """Writes the members in the order given."""
    with zipfile.ZipFile(output, "w") as archive:
        for path, content in contents.items():
            info = zipfile.ZipInfo(path, FIXED_TIME)
            info.create_system = 3  # Unix, wherever the build runs
            info.external_attr = (0o100000 | member_mode(path)) << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content, compresslevel=COMPRESSION_LEVEL)


def read_members(arguments: Iterable[str]) -> dict[str, bytes]:
    """Reads `path-in-wheel=file` arguments.

    Raises:
        ValueError: two files claim one path.
    """
    members: dict[str, bytes] = {}
    for argument in arguments:
        path, _, file = argument.partition("=")
        if path in members:
            raise ValueError(f"two files claim {path} in the wheel; the second is {file}")
        members[path] = Path(file).read_bytes()
    return dict(sorted(members.items()))


def main() -> None:
    """Writes one wheel."""
    parser = argparse.ArgumentParser(description=__doc__, fromfile_prefix_chars="@")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--tag", required=True)
    parser.add_argument("--pyproject", type=Path, required=True)
    parser.add_argument("--member", action="append", default=[])
    arguments = parser.parse_args()

    distribution = "-".join(arguments.output.name.split("-")[:2])
    dist_info = f"{distribution}.dist-info"
    contents = read_members(arguments.member)
    metadata = read_metadata(arguments.pyproject, arguments.version)
    contents[f"{dist_info}/METADATA"] = bytes(metadata.as_rfc822())
    contents[f"{dist_info}/WHEEL"] = wheel_description(arguments.tag)
    for path in sorted(metadata.license_files or []):
        contents[f"{dist_info}/licenses/{path}"] = (arguments.pyproject.parent / path).read_bytes()
    record_path = f"{dist_info}/RECORD"
    contents[record_path] = record(contents, record_path)
    write_archive(arguments.output, contents)


if __name__ == "__main__":
    main()
