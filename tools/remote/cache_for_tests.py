# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""A cache server that lives as long as a test, of the nginx that the build graph brings."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import cache
import pytest
from supervisor import Supervisor


def has_nginx() -> bool:
    """Whether this machine's archive had it: an optional package, which no test may depend on."""
    return (_nginx() / "usr/sbin/nginx").exists()


def require_nginx() -> None:
    """Skips the test where there is none, as on a machine whose archive carries another version."""
    if not has_nginx():
        pytest.skip("no nginx: `./bazelw build @debian_nginx//:root` says why")


def _nginx() -> Path:
    return Path(os.environ["NGINX"]).absolute()


@contextmanager
def cache_server(state: Path) -> Iterator[int]:
    """Yields the port of a cache with nothing in it, whose files are in `state`.

    Where the archive of the machine has no nginx, the test is skipped.
    """
    require_nginx()
    home = _nginx()
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    supervisor = Supervisor(state)
    supervisor.start(cache.services(home, state, port))
    try:
        yield port
    finally:
        supervisor.stop()
