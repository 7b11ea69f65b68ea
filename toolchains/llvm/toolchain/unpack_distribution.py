# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Unpacks the ziglang wheel into the layout of an LLVM distribution.

Usage: unpack_distribution.py <wheel> <destination> <LLVM major version>
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

# Other systems' C libraries and tools for Zig programmers: half of the wheel's 19000 files.
UNUSED = tuple(
    f"ziglang/lib/{name}"
    for name in [
        "build-web/",
        "compiler/",
        "docs/",
        "init/",
        "libc/darwin/",
        "libc/freebsd/",
        "libc/mingw/",
        "libc/musl/",
        "libc/netbsd/",
        "libc/openbsd/",
        "libc/wasi/",
        "libtsan/",
        "lldb/",
    ]
)
# glibc's for the host, the C library's for the device.
C_HEADERS = ("-linux-gnu/", "-linux-any/", "generic-glibc/", "riscv32-linux-musl/", "generic-musl/")


def destination_of(member: str, major: str) -> str | None:
    """Where a file of the wheel goes, relative to the distribution's root; None to leave it out."""
    if member == "ziglang/zig":
        return "bin/zig"
    if ".dist-info/licenses/" in member:
        return "share/licenses/" + member.split("/licenses/", 1)[1]
    if not member.startswith("ziglang/lib/") or member.startswith(UNUSED):
        return None
    relative = member[len("ziglang/lib/") :]
    if relative.startswith("include/"):
        return f"lib/clang/{major}/{relative}"
    if relative.startswith("libc/include/"):
        system = relative.split("/")[2] + "/"
        if not system.endswith(C_HEADERS):
            return None
    return f"share/zig/{relative}"


def unpack(wheel: Path, root: Path, major: str) -> None:
    """Writes the wheel's files below `root`."""
    made = set()
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.namelist():
            relative = destination_of(member, major)
            if relative is None or member.endswith("/"):
                continue
            target = root / relative
            if target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                made.add(target.parent)
            target.write_bytes(archive.read(member))
    (root / "bin/zig").chmod(0o755)
    # Zig looks for the compiler's headers among its own files.
    (root / "share/zig/include").symlink_to(f"../../lib/clang/{major}/include")


if __name__ == "__main__":
    unpack(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
