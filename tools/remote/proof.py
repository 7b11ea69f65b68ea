# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Real builds against a server, in output bases of their own, and what Bazel says of each."""

from __future__ import annotations

import json
import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engines import say
from programs import AssemblyError
from supervisor import Supervisor, clean_environment

# What no machine had to compute: results from a server, and Bazel's own bookkeeping.
_NOT_COMPUTED = ("remote cache hit", "disk cache hit", "internal", "total")


@dataclass(frozen=True)
class Victim:
    """A process that is killed while it works.

    Attributes:
        name: of the process.
        staging: a folder that has something in it as long as the process runs an action.
    """

    name: str
    staging: Path

    def kill_at_work(self, supervisor: Supervisor, over: threading.Event) -> None:
        """Waits until it works and kills it, unless all is `over` before."""
        while not over.wait(0.1):
            if self.staging.is_dir() and any(self.staging.iterdir()):
                supervisor.kill(self.name)
                say(f"killed {self.name} amid an action")
                return


@dataclass(frozen=True)
class Build:
    """What Bazel reports of one build.

    Attributes:
        spawns: number of actions by who ran them, as in "remote cache hit" or "linux-sandbox".
        outputs: sha256 of each file that the targets gave, by name.
        seconds: wall time.
    """

    spawns: Mapping[str, int]
    outputs: Mapping[str, str]
    seconds: float

    def computed(self) -> dict[str, int]:
        """Returns the actions that some machine really ran, by who ran them."""
        return {who: n for who, n in self.spawns.items() if who not in _NOT_COMPUTED and n}

    def __str__(self) -> str:
        """Returns one line for people."""
        spawns = ", ".join(f"{n} {who}" for who, n in sorted(self.spawns.items()))
        return f"{self.seconds:.0f} s; actions: {spawns}"


def read_events(file: Path) -> tuple[dict[str, int], dict[str, str]]:
    """Returns spawns and outputs out of a file of build events, one JSON object a line."""
    spawns: dict[str, int] = {}
    outputs: dict[str, str] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        event = json.loads(line)
        for output in event.get("namedSetOfFiles", {}).get("files", []):
            outputs[output["name"]] = output.get("digest", "")
        for runner in event.get("buildMetrics", {}).get("actionSummary", {}).get("runnerCount", []):
            spawns[runner["name"]] = int(runner["count"])
    return spawns, outputs


class Workspace:
    """The tree that is built, with output bases that are thrown away."""

    def __init__(self, root: Path, folder: Path) -> None:
        """Takes the tree's root and an own folder for output bases."""
        self.root = root
        self._folder = folder

    def command(self, name: str, verb: str, arguments: Sequence[str]) -> list[str]:
        """Returns the command line of Bazel in the output base called `name`."""
        base = f"--output_base={self._folder / name}"
        return [str(self.root / "bazelw"), base, verb, *arguments]

    def build(self, name: str, verb: str, arguments: Sequence[str]) -> Build:
        """Builds from nothing in the output base called `name`.

        Raises:
            AssemblyError: the build failed.
        """
        events = self._folder / f"{name}.events.json"
        self._folder.mkdir(parents=True, exist_ok=True)
        self.run(name, "clean", [])
        start = time.monotonic()
        self.run(name, verb, [f"--build_event_json_file={events}", *arguments])
        spawns, outputs = read_events(events)
        return Build(spawns, outputs, time.monotonic() - start)

    def run(self, name: str, verb: str, arguments: Sequence[str]) -> None:
        """Runs one command of Bazel."""
        command = self.command(name, verb, arguments)
        if subprocess.run(command, cwd=self.root, env=clean_environment(), check=False).returncode:
            raise AssemblyError(f"failed: {' '.join(command)}")


def of_cache(supervisor: Supervisor, flags: list[str], targets: list[str]) -> None:
    """A second output base builds `targets` and runs nothing: everything comes from the cache.

    Raises:
        AssemblyError: a build failed, or the second one ran something.
    """
    workspace = Workspace(_tree(), supervisor.state / "proof")
    first = workspace.build("first", "build", [*flags, *targets])
    say(f"first output base: {first}")
    second = workspace.build("second", "build", [*flags, *targets])
    say(f"second output base: {second}")
    if second.computed() or not second.spawns.get("remote cache hit"):
        raise AssemblyError(f"not all came from the cache; these ran: {second.computed()}")
    _same_outputs(first, second)
    say("proved: nothing ran for the second output base, and its outputs have the same bytes")


def of_execution(
    supervisor: Supervisor, flags: list[str], targets: list[str], victim: Victim
) -> None:
    """Workers build `targets` to the same bytes as this machine, though one is killed at work.

    Raises:
        AssemblyError: a build failed, something ran elsewhere than on a worker, or bytes differ.
    """
    workspace = Workspace(_tree(), supervisor.state / "proof")
    local = workspace.build("local", "build", targets)
    say(f"this machine: {local}")
    over = threading.Event()
    killer = threading.Thread(target=victim.kill_at_work, args=(supervisor, over))
    killer.start()
    try:
        remote = workspace.build("remote", "build", [*flags, *targets])
    finally:
        over.set()
        killer.join()
    say(f"workers: {remote}")
    if set(remote.computed()) != {"remote"}:
        raise AssemblyError(f"not all ran on workers: {remote.computed()}")
    _same_outputs(local, remote)
    if victim.name in supervisor.running():
        raise AssemblyError(
            f"{victim.name} had nothing to do, as results are known: stop the server, remove "
            f"{supervisor.state} and prove again"
        )
    say("proved: workers alone built the same bytes, and the loss of one did no harm")


def _same_outputs(one: Build, other: Build) -> None:
    if not one.outputs or not all(one.outputs.values()):
        raise AssemblyError("Bazel reported no outputs, or none of their hashes")
    if one.outputs != other.outputs:
        differing = sorted(dict(one.outputs.items() ^ other.outputs.items()))
        raise AssemblyError(f"outputs differ: {', '.join(differing)}")


def _tree() -> Path:
    if "BUILD_WORKSPACE_DIRECTORY" not in os.environ:
        raise AssemblyError("a proof builds the tree: run it by ./bazelw run //tools/remote:...")
    return Path(os.environ["BUILD_WORKSPACE_DIRECTORY"])
