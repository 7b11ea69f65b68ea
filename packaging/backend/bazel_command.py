# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Runs Bazel on a tree for a front end of Python packaging.

The front end's isolated environment is kept away from Bazel, as repository rules run the machine's
Python with its pip. A tree unpacked from an sdist lives for one installation only; its builds share
one output base in the user's cache folder, so that the next one is warm and none leaves gigabytes
behind.
"""

from __future__ import annotations

import fcntl
import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

Settings = Mapping[str, str | Sequence[str]] | None

# Lines that read well in the log of a front end; the links in the tree belong to its developer.
_BUILD_FLAGS = ["--color=no", "--curses=no", "--show_progress_rate_limit=5", "--symlink_prefix=/"]
# For questions, whose answers say all.
_QUIET = ["--noshow_progress", "--ui_event_filters=-info"]
# Variables by which front ends bend the Python that they start.
_ISOLATION = ["PYTHONHOME", "PYTHONNOUSERSITE", "PYTHONPATH", "VIRTUAL_ENV"]


class Bazel:
    """Bazel in a tree, from `with` to its end.

    Args:
        root: the tree.
        settings: `config_settings` of the front end.
        lasting: whether the outputs must outlive other builds.
    """

    def __init__(self, root: Path, settings: Settings, lasting: bool = False):
        self._root = root
        self._startup = _flags(settings, "bazel-startup")
        self._flags = _BUILD_FLAGS + _flags(settings, "bazel")
        self._shared: Path | None = None
        if (root / "PKG-INFO").is_file() and not lasting:
            self._shared = _cache_folder() / "sdist"

    def __enter__(self) -> Bazel:
        """Waits for builds of other trees that share the output base."""
        if self._shared:
            self._shared.mkdir(parents=True, exist_ok=True)
            # A second tree would end the server of the first.
            self._lock = open(self._shared / "lock", "w", encoding="utf-8")
            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                print("waiting for another build of an sdist", file=sys.stderr, flush=True)
                fcntl.flock(self._lock, fcntl.LOCK_EX)
            output_base = f"--output_base={self._shared / 'output_base'}"
            self._startup = [output_base, "--max_idle_secs=60", *self._startup]
        return self

    def __exit__(self, *_: object) -> None:
        """Lets the next one build."""
        if self._shared:
            self._lock.close()

    def build(self, target: str, output_group: str = "default") -> list[Path]:
        """Builds a target and returns its outputs.

        Raises:
            SystemExit: Bazel failed; it has said why.
        """
        with tempfile.TemporaryDirectory() as folder:
            events = Path(folder, "events.json")
            flags = [f"--output_groups={output_group}", f"--build_event_json_file={events}"]
            result = self._run(["build", *self._flags, *flags, target])
            if result.returncode:
                raise SystemExit(
                    f"Bazel could not build {target} (exit code {result.returncode}); "
                    "it says above why"
                )
            return _outputs(events.read_text(encoding="utf-8"))

    def output_names(self, target: str) -> list[str]:
        """Returns the names of the files that a target makes, without making them.

        Raises:
            SystemExit: Bazel failed; it has said why.
        """
        command = ["cquery", *self._flags, *_QUIET, "--output=files", target]
        result = self._run(command, stdout=subprocess.PIPE)
        if result.returncode:
            raise SystemExit(f"Bazel could not analyse {target}; it says above why")
        return [Path(line).name for line in result.stdout.split()]

    def has_target(self, target: str) -> bool:
        """Whether the graph has a target, given with package and name.

        Raises:
            SystemExit: Bazel cannot read the package; it has said why.
        """
        package = target.partition(":")[0]
        command = ["query", "--color=no", "--curses=no", *_QUIET, f"{package}:all"]
        result = self._run(command, stdout=subprocess.PIPE)
        if result.returncode:
            raise SystemExit(f"Bazel could not read {package}; it says above why")
        return target in result.stdout.split()

    def execution_root(self) -> Path:
        """Returns the folder that paths of outputs start from."""
        result = self._run(["info", *self._flags, "execution_root"], stdout=subprocess.PIPE)
        if result.returncode:
            raise SystemExit("Bazel could not tell its execution root; it says above why")
        return Path(result.stdout.strip())

    def _run(self, command: Sequence[str], **streams: int) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self._root / "bazelw"), *self._startup, *command],
            cwd=self._root,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
            **streams,
        )


def _flags(settings: Settings, key: str) -> list[str]:
    """Returns the flags under one key of `config_settings`.

    Raises:
        SystemExit: there is a key that nobody reads.
    """
    known = {"bazel", "bazel-startup"}
    for given, value in (settings or {}).items():
        if given not in known:
            raise SystemExit(
                f"config_settings: {given}={value!r} is unknown; "
                'known are bazel and bazel-startup, as in -C bazel="--jobs=4"'
            )
    values = (settings or {}).get(key, [])
    return [
        flag
        for value in ([values] if isinstance(values, str) else values)
        for flag in shlex.split(value)
    ]


def _cache_folder() -> Path:
    """The project's folder among the user's caches, by the XDG specification."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser(), "tt-nn")


def _environment() -> dict[str, str]:
    """The environment of the front end's caller: with the machine's Python first on PATH."""
    environment = {name: value for name, value in os.environ.items() if name not in _ISOLATION}
    python = os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)
    environment["PATH"] = os.pathsep.join([os.path.dirname(python), environment.get("PATH", "")])
    return environment


def _outputs(events: str) -> list[Path]:
    """Returns the files of the completed target, from Bazel's build event protocol."""
    sets: dict[str, Any] = {}
    wanted: list[str] = []
    for event in map(json.loads, events.splitlines()):
        if "namedSetOfFiles" in event:
            sets[event["id"]["namedSet"]["id"]] = event["namedSetOfFiles"]
        for group in event.get("completed", {}).get("outputGroup", []):
            wanted += [file_set["id"] for file_set in group.get("fileSets", [])]
    files: list[Path] = []
    while wanted:
        file_set = sets[wanted.pop()]
        files += [Path(unquote(urlsplit(file["uri"]).path)) for file in file_set.get("files", [])]
        wanted += [inner["id"] for inner in file_set.get("fileSets", [])]
    return files
