# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Rewrites every source file of the tree in the house's layout."""

from __future__ import annotations

import sys

from tools.format.formatters import FORMATTERS, run
from tools.source_tree import source_tree


def main() -> int:
    """Runs all formatters, also after one has failed on a file that it cannot parse."""
    root = source_tree.workspace_root()
    files = source_tree.files_by_kind(root)
    failures = 0
    for formatter in FORMATTERS:
        result = run(formatter, formatter.fix, root, files)
        if result.returncode:
            failures += 1
            print(f"{formatter.name} failed:\n{result.stdout}", file=sys.stderr)
    return min(failures, 1)


if __name__ == "__main__":
    sys.exit(main())
