# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""A program in Bazel's place, for tests: notes how it was called, and answers as it was told."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_PROGRAM = """\
#!{python}
import json, os, pathlib, sys
root = pathlib.Path(__file__).parent
answers = json.loads((root / "answers.json").read_text())
command = next(word for word in sys.argv[1:] if not word.startswith("-"))
call = {{"arguments": sys.argv[1:], "environment": dict(os.environ)}}
with open(root / "calls.json", "a") as calls:
    calls.write(json.dumps(call) + chr(10))
flag = "--build_event_json_file="
(events,) = [a.partition("=")[2] for a in sys.argv if a.startswith(flag)] or [""]
if events:
    (group,) = [a.partition("=")[2] for a in sys.argv if a.startswith("--output_groups=")]
    wanted = sys.argv[-1] + ("" if group == "default" else " " + group)
    uri = pathlib.Path(answers["outputs"][wanted]).as_uri()
    pathlib.Path(events).write_text(chr(10).join(map(json.dumps, [
        {{"id": {{"namedSet": {{"id": "0"}}}}, "namedSetOfFiles": {{"files": [{{"uri": uri}}]}}}},
        {{"id": {{"targetCompleted": {{}}}},
          "completed": {{"outputGroup": [{{"fileSets": [{{"id": "0"}}]}}]}}}},
    ])))
print(answers["printed"].get(command, ""))
sys.exit(answers["exit_codes"].get(command, 0))
"""


class StandIn:
    """`bazelw` of a tree, replaced.

    Args:
        tree: the root of the tree.
    """

    def __init__(self, tree: Path):
        self._tree = tree
        self.answer({})
        (tree / "bazelw").write_text(_PROGRAM.format(python=sys.executable), encoding="utf-8")
        (tree / "bazelw").chmod(0o755)

    def answer(
        self,
        outputs: Mapping[str, Path],
        printed: Mapping[str, str] | None = None,
        exit_codes: Mapping[str, int] | None = None,
    ) -> None:
        """Says what each target's output is, what commands print, and how they end.

        Args:
            outputs: one file by the label of its target, and of other output groups by
                `<label> <group>`.
            printed: text by command; a command that is not named prints nothing.
            exit_codes: exit code by command; a command that is not named succeeds.
        """
        answers = {
            "outputs": {label: str(file) for label, file in outputs.items()},
            "printed": printed or {},
            "exit_codes": exit_codes or {},
        }
        (self._tree / "answers.json").write_text(json.dumps(answers), encoding="utf-8")

    def calls(self) -> list[dict[str, Any]]:
        """Arguments and environment of each call."""
        calls = self._tree / "calls.json"
        if not calls.exists():
            return []
        return [json.loads(line) for line in calls.read_text(encoding="utf-8").splitlines()]
