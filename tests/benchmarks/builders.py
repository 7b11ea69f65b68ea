# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The two ways to build a tree that are compared: by Bazel, and by a CMake project made from it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from tests.benchmarks import cmake_project
from tests.benchmarks.action_graph import ActionGraph


def run(command: list[str], folder: Path, environment: Mapping[str, str] | None = None) -> str:
    """Runs a command, quiet unless it fails, and returns what it printed.

    Raises:
      RuntimeError: the command failed; the message has its output.
    """
    outcome = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if outcome.returncode:
        output = outcome.stdout[-4000:] + outcome.stderr[-4000:]
        raise RuntimeError(f"{' '.join(command)} failed:\n{output}")
    return outcome.stdout


class BazelBuild:
    """A tree with an output base of its own, so that no other build's results or cache help.

    Args:
      tree: the work tree.
      output_base: folder for Bazel.
      jobs: how many commands run at once.
    """

    def __init__(self, tree: Path, output_base: Path, jobs: int) -> None:
        self._tree = tree
        self._start = ["./bazelw", f"--output_base={output_base}"]
        self._options = ["--disk_cache=", f"--jobs={jobs}"]

    def build(self, target: str = "//:wheel") -> None:
        """Builds a target."""
        run([*self._start, "build", *self._options, target], self._tree)

    def clean(self) -> None:
        """Forgets all that was built; compiler and libraries stay, as CMake's do."""
        run([*self._start, "clean"], self._tree)

    def shut_down(self) -> None:
        """Ends the server."""
        run([*self._start, "shutdown"], self._tree)

    def execution_root(self) -> Path:
        """Folder in which the commands run."""
        return Path(run([*self._start, "info", "execution_root"], self._tree).strip())

    def actions(self) -> ActionGraph:
        """All actions that lead to the wheel."""
        query = ["aquery", *self._options, "--output=jsonproto", "deps(//:wheel)"]
        return ActionGraph(json.loads(run([*self._start, *query], self._tree)))


class CMakeBuild:
    """The CMake project of a tree that Bazel has built.

    Args:
      bazel: the build it is made from.
      tree: the work tree.
      folder: where project and build go; made anew by each `clean`.
      jobs: how many commands run at once.
      cmake: the program.
      ninja: the program.
    """

    def __init__(
        self, bazel: BazelBuild, tree: Path, folder: Path, jobs: int, cmake: Path, ninja: Path
    ) -> None:
        self._root = bazel.execution_root()
        self._tree, self._folder, self._jobs = tree, folder, jobs
        self._ninja = ninja
        self._environment = {**os.environ, "PATH": f"{cmake.parent}:{os.environ['PATH']}"}
        graph = bazel.actions()
        wheel = graph.only("PyWheel")
        self._project = cmake_project.generate(graph, wheel, tree, folder / "build")
        links = (action for action in graph.actions if action.mnemonic == "CppLink")
        self._programs = PurePosixPath(next(links).arguments[0]).parent

    def clean(self) -> None:
        """Leaves the project as it is before its first configuration."""
        shutil.rmtree(self._folder, ignore_errors=True)
        cmake_project.lay_out(self._project, self._folder, self._root, self._tree)

    def configure(self) -> None:
        """Lets CMake write Ninja's file."""
        command = cmake_project.configure_command(
            self._root / self._programs, self._ninja, self._folder
        )
        run(command, self._folder, self._environment)

    def build(self) -> None:
        """Builds everything."""
        run([str(self._ninja), "-C", "build", f"-j{self._jobs}"], self._folder, self._environment)

    def sources(self) -> dict[str, int]:
        """Sources in the tree, each with the number of programs and libraries it goes into."""
        return {
            path: uses for path, uses in self._project.uses.items() if (self._tree / path).is_file()
        }
