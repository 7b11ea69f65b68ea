# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Makes the wheel of another version, right in itself, out of a built one."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from wheel_archive import record, write_archive
from wheel_filename import parse_wheel_filename

# As long as the real one, so that size does not tell stale bytecode from fresh.
VERSION = "9.9.9"


def write_other_version(
    wheel: Path, folder: Path, *, change: Mapping[str, bytes | None] | None = None
) -> Path:
    """Writes the wheel of version 9.9.9 into a folder.

    Args:
        wheel: what it is made of.
        folder: where to put it.
        change: members that have another content, or that there are none of where it is None.

    Returns:
        Its path.
    """
    name = parse_wheel_filename(wheel.name)
    old, new = (f"ttnn-{version}.dist-info/" for version in (name.version, VERSION))
    with zipfile.ZipFile(wheel) as archive:
        contents = {member: archive.read(member) for member in archive.namelist()}
    contents.pop(f"{old}RECORD")
    for member in ("ttnn/_version.py", f"{old}METADATA"):
        assert name.version.encode() in contents[member], f"{member} does not say the version"
        contents[member] = contents[member].replace(name.version.encode(), VERSION.encode())
    changed = {**contents, **(change or {})}
    members = {
        member.replace(old, new): content
        for member, content in changed.items()
        if content is not None
    }
    members[f"{new}RECORD"] = record(members, f"{new}RECORD")
    target = folder / wheel.name.replace(f"-{name.version}-", f"-{VERSION}-")
    write_archive(target, members)
    return target
