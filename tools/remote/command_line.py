# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The commands that every server has: start, status, stop and prove."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from engines import say, user_cache
from programs import AssemblyError
from supervisor import Service, Supervisor


@dataclass(frozen=True)
class Server:
    """What differs between servers.

    Attributes:
        name: of the state folder.
        port: where it listens unless told otherwise.
        services: makes its processes from the engines' folder, the state folder and the port.
        flags: what Bazel is told to use it at a port.
        prove: shows with real builds that it does what it is for; given state, flags and targets.
    """

    name: str
    port: int
    services: Callable[[Path, Path, int], list[Service]]
    flags: Callable[[int], list[str]]
    prove: Callable[[Supervisor, list[str], list[str]], None]


def run(server: Server, ensure_engines: Callable[[], Path], arguments: Sequence[str]) -> int:
    """Runs one command; returns the exit status.

    Args:
        server: what to start or stop.
        ensure_engines: returns the folder with the engines.
        arguments: of the command line.
    """
    options = _parse(server, arguments)
    supervisor = Supervisor(options.state)
    try:
        if options.command == "status":
            return _status(supervisor, server)
        if options.command == "stop":
            if not supervisor.stop():
                say(f"no {server.name} server runs")
            return 0
        _start(server, ensure_engines(), supervisor, options.port)
        if options.command == "prove":
            server.prove(supervisor, server.flags(options.port), options.targets)
        else:
            say("use it with: " + " ".join(server.flags(options.port)))
    except AssemblyError as error:
        say(str(error))
        return 1
    return 0


def _start(server: Server, home: Path, supervisor: Supervisor, port: int) -> None:
    try:
        supervisor.start(server.services(home, supervisor.state, port))
    except AssemblyError:
        # All or nothing: half a server would be taken for one.
        supervisor.stop()
        raise


def _status(supervisor: Supervisor, server: Server) -> int:
    running = supervisor.running()
    for name, pid in running.items():
        print(f"{name}: process {pid}, log {supervisor.log(name)}")
    if not running:
        print(f"no {server.name} server runs")
    return 0 if running else 3


def _parse(server: Server, arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=server.name)
    parser.add_argument("command", choices=("start", "status", "stop", "prove"))
    parser.add_argument("targets", nargs="*", default=["//:wheel"], help="what `prove` builds")
    parser.add_argument("--port", type=int, default=server.port, help="default: %(default)s")
    parser.add_argument(
        "--state",
        type=Path,
        default=user_cache() / "remote" / server.name,
        help="folder of its files (default: %(default)s)",
    )
    options = parser.parse_intermixed_args(arguments)
    options.state = options.state.absolute()
    if not 0 < options.port < 65536:
        parser.error(f"argument --port: {options.port} is not between 1 and 65535")
    return options
