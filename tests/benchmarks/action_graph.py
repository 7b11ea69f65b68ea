# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The actions of a Bazel build, read from `bazel aquery --output=jsonproto`."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Action:
    """One command. Paths are relative to Bazel's folder of execution."""

    mnemonic: str
    arguments: tuple[str, ...]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


class ActionGraph:
    """Which action makes a file.

    Args:
      query: the parsed JSON of the query.
    """

    def __init__(self, query: Mapping[str, Any]) -> None:
        self._fragments = {row["id"]: row for row in query["pathFragments"]}
        self._artifacts = {row["id"]: row["pathFragmentId"] for row in query["artifacts"]}
        self._sets = {row["id"]: row for row in query["depSetOfFiles"]}
        # Sets share their parts, so that each is flattened once.
        self._files_of_set = functools.cache(self._flatten)
        self.actions = tuple(map(self._action, query["actions"]))
        self._producers = {path: action for action in self.actions for path in action.outputs}

    def producer(self, path: str) -> Action | None:
        """The action that makes a file, links followed; None for a source."""
        action = self._producers.get(path)
        if action is not None and action.mnemonic == "Symlink" and action.inputs:
            return self.producer(action.inputs[0])
        return action

    def only(self, mnemonic: str) -> Action:
        """The one action of this kind.

        Raises:
          ValueError: there is none, or more than one.
        """
        found = [action for action in self.actions if action.mnemonic == mnemonic]
        if len(found) != 1:
            raise ValueError(
                f"{len(found)} actions are {mnemonic}; query a target with exactly one"
            )
        return found[0]

    def _action(self, row: Mapping[str, Any]) -> Action:
        inputs = [path for key in row.get("inputDepSetIds", ()) for path in self._files_of_set(key)]
        return Action(
            mnemonic=row["mnemonic"],
            arguments=tuple(row.get("arguments", ())),
            inputs=tuple(dict.fromkeys(inputs)),
            outputs=tuple(self._path(self._artifacts[key]) for key in row["outputIds"]),
        )

    def _path(self, fragment: int) -> str:
        row = self._fragments[fragment]
        parent = row.get("parentId")
        return f"{self._path(parent)}/{row['label']}" if parent else row["label"]

    def _flatten(self, key: int) -> tuple[str, ...]:
        row = self._sets[key]
        files = [self._path(self._artifacts[file]) for file in row.get("directArtifactIds", ())]
        for part in row.get("transitiveDepSetIds", ()):
            files += self._files_of_set(part)
        return tuple(dict.fromkeys(files))
