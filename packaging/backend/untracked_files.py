# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Warns of files that somebody may take for a part of the distribution."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_MOST = 20


def warn_of_untracked_files(root: Path) -> None:
    """Names the files of a clone that git neither tracks nor ignores; elsewhere there are none."""
    if not (root / ".git").exists():
        return
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--others", "--exclude-standard"]
    try:
        listing = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return  # what needs git says so itself
    files = listing.stdout.split("\0")[:-1]
    if files:
        more = f" and {len(files) - _MOST} more" if len(files) > _MOST else ""
        print(
            "warning: git does not track these files, so neither the sdist nor a wheel that is "
            f"built from it has them: {', '.join(files[:_MOST])}{more}. "
            "`git add` what belongs to the distribution",
            file=sys.stderr,
            flush=True,
        )
