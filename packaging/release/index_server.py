# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""A package index on the loopback, for a test: serves a folder and takes every upload into it.

A process of its own, as the server's libraries change how the process that imports them imports.
Prints its address as first line.
"""

from __future__ import annotations

import sys
from pathlib import Path
from wsgiref.simple_server import make_server

import pypiserver


def main() -> None:
    """Serves until it is killed."""
    application = pypiserver.app(
        roots=[Path(sys.argv[1])], password_file=".", authenticate=[], disable_fallback=True
    )
    # The system chooses a free port.
    server = make_server("127.0.0.1", 0, application)
    print(f"http://127.0.0.1:{server.server_port}/", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
