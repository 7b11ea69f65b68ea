# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Processes that outlive the command which starts them: started in order, stopped in reverse."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from engines import say
from programs import AssemblyError

_LONGEST_SOCKET_PATH = 107


@dataclass(frozen=True)
class Service:
    """One process of a server.

    Attributes:
        name: in messages and as the name of the log.
        command: what to run.
        port: of loopback, where it will answer; None if it listens nowhere.
        socket: a Unix socket where it will answer, likewise.
        env: variables to add to the environment.
    """

    name: str
    command: Sequence[str]
    port: int | None = None
    socket: Path | None = None
    env: Mapping[str, str] = field(default_factory=dict)


class Supervisor:
    """Keeps the processes of one server by pid files in a state folder."""

    def __init__(self, state: Path) -> None:
        """Takes `state`, which is created when something is started."""
        self.state = state
        self._record = state / "processes.json"
        # Started by this very process, which must also bury them.
        self._children: dict[int, subprocess.Popen[bytes]] = {}

    def running(self) -> dict[str, int]:
        """Returns the process ids of what was started and lives, by name, in order of their start.

        A recorded id that now belongs to another process, say after a reboot, does not count.
        """
        if not self._record.exists():
            return {}
        recorded = json.loads(self._record.read_text(encoding="utf-8"))
        return {name: pid for name, (pid, start) in recorded.items() if start_time(pid) == start}

    def start(self, services: Sequence[Service], timeout: float = 60) -> None:
        """Starts what does not run yet, each when the one before is ready within `timeout` seconds.

        Raises:
            AssemblyError: a port is taken, or a process ended or was not ready in time.
        """
        self.state.mkdir(parents=True, exist_ok=True)
        for service in services:
            running = self.running()
            if service.name in running:
                say(f"{service.name} runs already (process {running[service.name]})")
                continue
            if service.port is not None and answers(service.port):
                raise AssemblyError(
                    f"port {service.port}, wanted for {service.name}, is in use by another: "
                    "end that, or choose another with --port"
                )
            if service.socket and len(os.fsencode(service.socket)) > _LONGEST_SOCKET_PATH:
                raise AssemblyError(
                    f"{service.socket} is too long for a socket, which may have "
                    f"{_LONGEST_SOCKET_PATH} bytes: name a shorter folder with --state"
                )
            process = self._launch(service)
            self._await(service, process, timeout)
            say(f"{service.name} runs (process {process.pid})")

    def stop(self, patience: float = 10) -> list[str]:
        """Ends all processes, the last first, by force after `patience` seconds; returns names."""
        running = self.running()
        for name, pid in reversed(running.items()):
            started = start_time(pid)
            _signal_group(pid, signal.SIGTERM)
            deadline = time.monotonic() + patience
            while start_time(pid) == started and time.monotonic() < deadline:
                time.sleep(0.05)
            self._end(pid)
            say(f"{name} stopped")
        self._record.unlink(missing_ok=True)
        return list(running)

    def kill(self, name: str) -> None:
        """Ends one process at once, as a machine that loses its power would."""
        self._end(self.running()[name])

    def log(self, name: str) -> Path:
        """Returns the file with what the process called `name` prints."""
        return self.state / f"{name}.log"

    def _end(self, pid: int) -> None:
        _signal_group(pid, signal.SIGKILL)
        child = self._children.pop(pid, None)
        if child:
            child.wait()

    def _launch(self, service: Service) -> subprocess.Popen[bytes]:
        with self.log(service.name).open("wb") as log:
            process = subprocess.Popen(
                service.command,
                cwd=self.state,
                env={**clean_environment(), **service.env},
                start_new_session=True,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                stdout=log,
            )
        self._children[process.pid] = process
        record = {name: (pid, start_time(pid)) for name, pid in self.running().items()}
        record[service.name] = (process.pid, start_time(process.pid))
        unfinished = self._record.with_suffix(".unfinished")
        unfinished.write_text(json.dumps(record), encoding="utf-8")
        unfinished.replace(self._record)
        return process

    def _await(self, service: Service, process: subprocess.Popen[bytes], timeout: float) -> None:
        deadline = time.monotonic() + timeout
        while not _is_ready(service):
            failure = ""
            if process.poll() is not None:
                failure = f"ended with status {process.returncode}"
            elif time.monotonic() > deadline:
                failure = f"was not ready after {timeout:.0f} s"
            if failure:
                log = self.log(service.name)
                tail = "\n    ".join(log.read_text(errors="replace").splitlines()[-12:])
                raise AssemblyError(f"{service.name} {failure}; {log} ends with:\n    {tail}")
            time.sleep(0.1)


def start_time(pid: int) -> int | None:
    """Returns when a process began, in ticks since the boot; None if it ended."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    fields = stat.rpartition(")")[2].split()
    return None if fields[0] == "Z" else int(fields[19])


def answers(port: int) -> bool:
    """Whether something listens on the port of loopback."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def clean_environment() -> dict[str, str]:
    """Returns the environment without what Bazel adds for the program that it runs."""
    foreign = ("PYTHON", "RUNFILES", "BAZEL", "BUILD_", "JAVA_RUNFILES", "TEST_")
    return {name: value for name, value in os.environ.items() if not name.startswith(foreign)}


def _is_ready(service: Service) -> bool:
    if service.port is not None:
        return answers(service.port)
    if service.socket is not None:
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(service.socket)) == 0
    return True


def _signal_group(pid: int, number: signal.Signals) -> None:
    # The whole session, so that no worker of a server stays behind.
    try:
        os.killpg(pid, number)
    except ProcessLookupError:
        pass
