# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from programs import AssemblyError
from supervisor import Service, Supervisor, start_time

SLEEP = Service("sleeper", ["sleep", "300"])


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[Supervisor]:
    supervisor = Supervisor(tmp_path / "state")
    yield supervisor
    supervisor.stop(patience=0)


def test_what_is_started_runs_until_it_is_stopped(supervisor: Supervisor) -> None:
    supervisor.start([SLEEP])
    pid = supervisor.running()["sleeper"]

    assert supervisor.stop() == ["sleeper"]
    assert supervisor.running() == {}
    assert start_time(pid) is None


def test_a_second_start_starts_nothing(supervisor: Supervisor) -> None:
    supervisor.start([SLEEP])
    running = supervisor.running()

    supervisor.start([SLEEP])

    assert supervisor.running() == running


def test_a_killed_process_is_started_anew(supervisor: Supervisor) -> None:
    supervisor.start([SLEEP])
    supervisor.kill("sleeper")

    assert supervisor.running() == {}
    supervisor.start([SLEEP])
    assert "sleeper" in supervisor.running()


def test_a_record_whose_id_belongs_to_another_process_is_stale(supervisor: Supervisor) -> None:
    supervisor.state.mkdir()
    record = {"sleeper": [os.getpid(), 1]}
    (supervisor.state / "processes.json").write_text(json.dumps(record))

    assert supervisor.running() == {}
    assert supervisor.stop() == []


def test_a_port_in_use_is_named(supervisor: Supervisor) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(AssemblyError, match=rf"port {port}, wanted for web, is in use"):
            supervisor.start([Service("web", ["true"], port=port)])


def test_a_process_that_ends_at_once_shows_its_last_words(supervisor: Supervisor) -> None:
    service = Service("web", ["sh", "-c", "echo no such setting; exit 3"], port=1)

    with pytest.raises(AssemblyError, match=r"web ended with status 3(.|\n)*no such setting"):
        supervisor.start([service])


def test_a_socket_with_too_long_a_path_is_refused(supervisor: Supervisor, tmp_path: Path) -> None:
    service = Service("silent", ["sleep", "300"], socket=tmp_path / ("x" * 108))

    with pytest.raises(AssemblyError, match="name a shorter folder with --state"):
        supervisor.start([service])


def test_a_process_that_is_never_ready_is_reported(supervisor: Supervisor) -> None:
    service = Service("silent", ["sleep", "300"], socket=Path("/nowhere/socket"))

    with pytest.raises(AssemblyError, match="silent was not ready after 0 s"):
        supervisor.start([service], timeout=0.2)
