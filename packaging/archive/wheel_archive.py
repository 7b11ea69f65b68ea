# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""A wheel's archive: one fixed time, mode 0755 for loadable ELF objects and 0644 for all else."""

from __future__ import annotations

import base64
import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path

# The earliest time that a zip archive can express.
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
COMPRESSION_LEVEL = 9


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
