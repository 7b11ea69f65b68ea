# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Tells which target put a file into the wheel, and through which dependencies."""

from __future__ import annotations

import argparse
import difflib
import fnmatch
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

MOST_SHOWN = 20


def find_members(members: Sequence[Mapping[str, Any]], pattern: str) -> list[Mapping[str, Any]]:
    """Returns the members whose path, or the end of it after a slash, is or matches `pattern`."""
    return [
        member
        for member in members
        if fnmatch.fnmatchcase(member["path"], pattern)
        or fnmatch.fnmatchcase(member["path"], "*/" + pattern)
    ]


def no_such_member(members: Sequence[Mapping[str, Any]], pattern: str) -> str:
    """Returns the message for a path that is not in the wheel."""
    paths = [m["path"] for m in members]
    near = difflib.get_close_matches(pattern, paths, n=3, cutoff=0.5)
    hint = f"; close: {', '.join(near)}" if near else ""
    return f"nothing in the wheel is called {pattern}{hint}"


def dependency_path(workspace: Path, wheel: str, target: str) -> list[str]:
    """Asks Bazel for one chain of dependencies from the wheel to a target."""
    result = subprocess.run(
        [
            workspace / "bazelw",
            "cquery",
            "--noshow_progress",
            "--ui_event_filters=-info",
            "--output=starlark",
            "--starlark:expr=str(target.label).replace('@@//', '//')",
            f'somepath({wheel}, "{target}")',
        ],
        cwd=workspace,
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        raise SystemExit(f"bazel cquery failed:\n{result.stderr}")
    return result.stdout.split()


def main() -> int:
    """Prints what is known of the members that a path or pattern names."""
    parser = argparse.ArgumentParser(prog="why_in_wheel", description=__doc__)
    parser.add_argument("path", help="path in the wheel, its end, or a pattern like '*.elf'")
    pattern = parser.parse_args().path

    manifest = json.loads(Path(os.environ["MANIFEST"]).read_text(encoding="utf-8"))
    members = find_members(manifest["members"], pattern)
    if not members:
        print(no_such_member(manifest["members"], pattern), file=sys.stderr)
        return 1
    for member in members[:MOST_SHOWN]:
        print(
            f"{member['path']}\n  component  {member['component']}\n  target     {member['target']}"
        )
    if len(members) > MOST_SHOWN:
        print(f"... and {len(members) - MOST_SHOWN} more")
    workspace = os.environ.get("BUILD_WORKSPACE_DIRECTORY")
    if len(members) == 1 and workspace:
        chain = dependency_path(Path(workspace), os.environ["WHEEL_TARGET"], members[0]["target"])
        print("  because    " + "\n             -> ".join(chain))
    return 0


if __name__ == "__main__":
    sys.exit(main())
