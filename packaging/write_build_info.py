# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Writes the build info of a wheel: facts from the graph, and the revision of its sources."""

from __future__ import annotations

import argparse
import json
from pathlib import Path


def source_revision(status: str) -> str:
    """Returns the revision among the lines of Bazel's status file.

    Raises:
        ValueError: there is none, since .bazelrc does not name the script that finds it.
    """
    for line in status.splitlines():
        name, _, value = line.partition(" ")
        if name == "STABLE_SOURCE_REVISION":
            return value
    raise ValueError("no STABLE_SOURCE_REVISION: .bazelrc must name packaging/source_revision.sh")


def main() -> None:
    """Writes one file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=json.loads, required=True)
    parser.add_argument("--status", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    revision = source_revision(arguments.status.read_text(encoding="utf-8"))
    info = {"source_revision": revision, **arguments.facts}
    arguments.output.write_text(json.dumps(info, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
