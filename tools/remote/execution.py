# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Starts and stops remote execution on this machine: BuildGrid, its database, and two workers.

./bazelw run //tools/remote:execution -- start|status|stop|prove
"""

from __future__ import annotations

import os
import re
import shlex
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import engines
import proof
from command_line import Server, run
from proof import Victim
from supervisor import Service, Supervisor

DEFAULT_PORT = 8981
WORKERS = ("worker-1", "worker-2")

_BAZELRC = Path(__file__).absolute().parents[2] / ".bazelrc"

# BuildGrid as a module: the scripts of its virtual environment name the folder it was made in.
_BUILDGRID = "import sys; from buildgrid.server.app import cli; sys.argv[0] = 'bgd'; cli.main()"

_CONFIGURATION = """\
server:
  - !channel
    address: 127.0.0.1:{port}
    insecure-mode: true
description: Remote execution of TT-NN on one machine
authorization:
  method: none
storages:
  - !disk-storage &storage
    path: {state}/blobs
connections:
  - !sql-connection &sql
    connection-string: {database}
caches:
  - !lru-action-cache &action-cache
    storage: *storage
    max-cached-refs: 100000
    cache-failed-actions: false
schedulers:
  - !sql-scheduler &scheduler
    sql: *sql
    storage: *storage
    action-cache: *action-cache
    poll-interval: 0.2
    # Seconds until the work of a silent worker is given to another.
    bot-session-keepalive-timeout: 20
instances:
  - name: ''
    services:
      - !action-cache
        cache: *action-cache
      - !execution
        scheduler: *scheduler
      - !bots
        scheduler: *scheduler
      - !cas
        storage: *storage
      - !bytestream
        storage: *storage
# Also the limit of requests at a time: Bazel sends a hundred uploads a connection.
thread-pool-size: 800
"""


def services(home: Path, state: Path, port: int) -> list[Service]:
    """Returns the processes in order of their start, with their files written into `state`."""
    for folder in ("blobs", *WORKERS):
        (state / folder).mkdir(parents=True, exist_ok=True)
    database = f"postgresql+psycopg2://buildgrid@/postgres?host={state}"
    configuration = state / "buildgrid.yml"
    configuration.write_text(
        _CONFIGURATION.format(port=port, state=state, database=database), encoding="utf-8"
    )
    buildgrid = [str(home / "python/bin/python"), "-c", _BUILDGRID]
    migrate = [*buildgrid, "migrate", "apply", database]
    start = [*buildgrid, "server", "start", str(configuration)]
    return [
        _database(home, state),
        Service(
            "buildgrid",
            ["sh", "-c", f"{shlex.join(migrate)} && exec {shlex.join(start)}"],
            port=port,
        ),
        *(
            Service(f"{name}-store", store(home, state / name, port), socket=_socket(state / name))
            for name in WORKERS
        ),
        *(Service(name, worker(home, state / name, port)) for name in WORKERS),
    ]


def store(home: Path, folder: Path, port: int) -> list[str]:
    """Returns the command that keeps a worker's inputs, for it to link to instead of fetching."""
    return [
        *(str(home / "usr/bin/buildbox-casd"), f"--cas-remote=http://127.0.0.1:{port}"),
        *(f"--bind=unix:{_socket(folder)}", "--quota-high=20G", str(folder / "store")),
    ]


def worker(home: Path, folder: Path, port: int) -> list[str]:
    """Returns the command of a worker that sees no compiler of the host."""
    return [
        *blindfold(home),
        *(str(home / "usr/bin/buildbox-worker"), f"--bots-remote=http://127.0.0.1:{port}"),
        f"--buildbox-run={home / 'usr/bin/buildbox-run-hosttools'}",
        f"--cas-remote=unix:{_socket(folder)}",
        "--runner-arg=--staging-mode=copy-or-link",
        *("--platform", "OSFamily=linux", "--max-wait-time=10", folder.name),
    ]


def blindfold(home: Path) -> list[str]:
    """Returns what to put before a command for it to see no compiler or header of the host."""
    hidden = without(blocked_paths(_BAZELRC.read_text(encoding="utf-8")))
    return [str(home / "usr/bin/bwrap"), "--dev-bind", "/", "/", *hidden]


def blocked_paths(bazelrc: str) -> list[Path]:
    """Returns what --config=paranoid hides from local actions: workers shall not see it either."""
    return [
        Path(path)
        for path in re.findall(r"^build:paranoid --sandbox_block_path=(.*)", bazelrc, re.M)
    ]


def without(paths: Iterable[Path]) -> list[str]:
    """Returns bubblewrap's arguments that put nothing in the place of folders and programs."""
    arguments = []
    for path in paths:
        if path.is_dir():
            arguments += ["--tmpfs", str(path)]
        elif path.exists():
            # A mount follows links, and several may lead to one program.
            arguments += ["--ro-bind", "/dev/null", os.path.realpath(path)]
    return arguments


def flags(port: int) -> list[str]:
    """Returns what Bazel is told to execute here."""
    return ["--config=remote", f"--remote_executor=grpc://127.0.0.1:{port}", "--disk_cache="]


def prove(supervisor: Supervisor, flags: list[str], targets: list[str]) -> None:
    """Proves that workers build the same bytes, though the first is killed amid an action."""
    staging = supervisor.state / WORKERS[0] / "store/cas/staging"
    proof.of_execution(supervisor, flags, targets, Victim(WORKERS[0], staging))


def _socket(folder: Path) -> Path:
    return folder / "store.socket"


def _database(home: Path, state: Path) -> Service:
    """The queue of BuildGrid, made anew at each start: it holds nothing that outlives a build."""
    (programs,) = home.glob("usr/lib/postgresql/*/bin")
    data, socket = state / "database", state / ".s.PGSQL.5432"
    make = [
        *(programs / "initdb", "-D", data, "--username=buildgrid"),
        *("--auth=trust", "--locale=C", "--encoding=UTF8", "--no-sync"),
    ]
    # Listens in the state folder alone.
    serve = [programs / "postgres", "-D", data, "-k", state, "-c", "listen_addresses="]
    serve += ["-c", "fsync=off"]
    remove, make, serve = (
        shlex.join(map(str, command)) for command in (["rm", "-rf", data, socket], make, serve)
    )
    # PostgreSQL refuses to run as root, so it gets a user namespace where it is somebody else.
    sandbox = ["--dev-bind", "/", "/", "--unshare-user", "--uid", "1000", "--gid", "1000"]
    command = ["sh", "-c", f"{remove} && {make} && exec {serve}"]
    return Service("database", [str(home / "usr/bin/bwrap"), *sandbox, *command], socket=socket)


def main(arguments: Sequence[str]) -> int:
    """Runs the command line; returns the exit status."""
    server = Server("execution", DEFAULT_PORT, services, flags, prove)
    return run(server, engines.ensure, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
