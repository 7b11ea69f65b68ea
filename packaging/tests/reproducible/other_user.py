# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Runs a command as a user whom the machine does not know.

Usage: other_user.py <id> <command> [<argument> ...]

A user namespace gives the caller that id, so no privilege is needed and files stay the caller's.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

CLONE_NEWUSER = 0x10000000


def become(identity: int) -> None:
    """Takes on an id as user and as group, for this process and its children."""
    user, group = os.geteuid(), os.getegid()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWUSER) != 0:
        reason = os.strerror(ctypes.get_errno())
        sys.exit(f"this machine lets nobody make a user namespace ({reason}), as sandboxes need it")
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{identity} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{identity} {group} 1")


if __name__ == "__main__":
    become(int(sys.argv[1]))
    os.execvp(sys.argv[2], sys.argv[2:])
