# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Pins what the archive offers now for each root of the lock."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from pathlib import Path

from root_index import open_index
from root_lock import read_lock, write_lock


def main() -> None:
    """Rewrites the lock in the source tree."""
    tree = Path(os.environ["BUILD_WORKSPACE_DIRECTORY"])
    lock = tree / "third_party/debian/roots.lock.json"
    roots = read_lock(lock)
    for name, root in roots.items():
        print(f"asking {root.suite} for {name}", flush=True)
        with tempfile.TemporaryDirectory() as scratch:
            roots[name] = replace(root, packages=open_index(Path(scratch), root).resolve(root))
    write_lock(lock, roots)
    print(f"wrote {lock.name}")


if __name__ == "__main__":
    main()
