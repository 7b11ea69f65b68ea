# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Prints, as JSON, which files of a tree are its source: those that git tracks.

An unpacked sdist has no git; there SOURCES names them. Run by a repository rule before any package
exists, so it needs the standard library alone.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any


class UnlistedTreeError(Exception):
    """Nothing says which files belong to the tree; the message says what to do."""


def run_git(root: Path, *arguments: str) -> str:
    """Runs git in a tree that may belong to another user.

    Raises:
        UnlistedTreeError: git is missing or fails.
    """
    try:
        return subprocess.run(
            ["git", "-c", "safe.directory=*", *arguments],
            cwd=root,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        reason = getattr(error, "stderr", None) or error
        raise UnlistedTreeError(
            f"the sdist has the files that git tracks, but git cannot list {root}: {reason}"
        ) from error


def list_files(root: Path) -> tuple[Path, list[str]]:
    """Returns the file that changes with the list, and the list.

    Raises:
        UnlistedTreeError: `root` is neither a clone nor an unpacked sdist.
    """
    sources = root / "SOURCES"
    if sources.is_file():
        return sources, sources.read_text(encoding="utf-8").splitlines()
    if not (root / ".git").exists():
        raise UnlistedTreeError(
            f"the sdist has the files that git tracks, or that SOURCES names in an unpacked sdist; "
            f"{root} has neither .git nor SOURCES: use a clone"
        )
    index = run_git(root, "rev-parse", "--git-path", "index").strip()
    return root / index, run_git(root, "ls-files", "-z").split("\0")[:-1]


def describe(root: Path) -> dict[str, Any]:
    """Returns what the repository rule and the writer of the sdist must know."""
    index, paths = list_files(root)
    present = [path for path in sorted(paths) if (root / path).is_file()]
    return {
        "index": str(index),
        "files": [
            {
                "path": path,
                "link": f"links/{number}",
                "executable": os.access(root / path, os.X_OK),
            }
            for number, path in enumerate(present)
        ],
    }


def main() -> int:
    """Entry point."""
    try:
        json.dump(describe(Path(sys.argv[1])), sys.stdout)
    except UnlistedTreeError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
