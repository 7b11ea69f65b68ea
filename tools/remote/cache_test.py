# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import cache
import pytest
from cache_for_tests import cache_server
from command_line import Server, run


def test_only_root_names_the_user_for_nginx(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.getuid", lambda: 1000)

    assert "user " not in cache.configuration(8980)


@pytest.mark.parametrize("port", ["0", "65536", "-1"])
def test_a_port_out_of_range_is_refused(
    port: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server = Server("cache", 8980, lambda *_: [], cache.flags, lambda *_: None)

    with pytest.raises(SystemExit):
        run(server, lambda: tmp_path, ["start", f"--port={port}", f"--state={tmp_path}"])
    assert f"--port: {port} is not between 1 and 65535" in capsys.readouterr().err


def test_status_and_stop_say_that_nothing_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server = Server("cache", 8980, lambda *_: [], cache.flags, lambda *_: None)

    assert run(server, lambda: tmp_path, ["status", f"--state={tmp_path}"]) == 3
    assert run(server, lambda: tmp_path, ["stop", f"--state={tmp_path}"]) == 0
    output = capsys.readouterr()
    assert "no cache server runs" in output.out
    assert "no cache server runs" in output.err


@pytest.fixture
def nginx(tmp_path: Path) -> Iterator[str]:
    """Address of a cache with nothing in it."""
    with cache_server(tmp_path / "state") as port:
        yield f"http://127.0.0.1:{port}"


def request(url: str, data: bytes | None = None) -> tuple[int, bytes]:
    """Puts `data`, or gets what is there; returns status and content."""
    try:
        method = "GET" if data is None else "PUT"
        with urllib.request.urlopen(urllib.request.Request(url, data, method=method)) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, b""


@pytest.mark.parametrize("kind", ["ac", "cas"])
def test_nginx_keeps_what_is_put_under_a_hash(nginx: str, kind: str) -> None:
    url = f"{nginx}/{kind}/{'0123456789abcdef' * 4}"

    assert request(url) == (404, b"")
    assert request(url, b"object code")[0] == 201
    assert request(url) == (200, b"object code")


def test_nginx_refuses_what_is_no_hash(nginx: str) -> None:
    assert request(f"{nginx}/cas/passwords", b"x")[0] in (404, 405)
    assert request(f"{nginx}/cas/passwords") == (404, b"")


def test_targets_may_follow_options(tmp_path: Path) -> None:
    proved: list[str] = []
    server = Server(
        "cache", 8980, lambda *_: [], cache.flags, lambda *given: proved.extend(given[2])
    )

    assert run(server, lambda: tmp_path, ["prove", f"--state={tmp_path}", "//a", "//b"]) == 0
    assert proved == ["//a", "//b"]
