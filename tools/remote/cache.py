# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Starts and stops a remote cache: nginx, whose WebDAV is all that Bazel's HTTP protocol asks for.

./bazelw run //tools/remote:cache -- start|status|stop|prove
"""

from __future__ import annotations

import getpass
import grp
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import engines
import proof
from command_line import Server, run
from supervisor import Service

DEFAULT_PORT = 8980

_CONFIGURATION = """\
daemon off;
{user}
pid nginx.pid;
worker_processes auto;
error_log stderr warn;
events {{ worker_connections 1024; }}
http {{
    access_log access.log;
    client_body_temp_path partial;
    proxy_temp_path partial;
    fastcgi_temp_path partial;
    uwsgi_temp_path partial;
    scgi_temp_path partial;
    server {{
        listen 127.0.0.1:{port};
        root blobs;
        # Results of actions and contents, each named by its sha256: anything else is a mistake.
        location ~ "^/(ac|cas)/[0-9a-f]{{64}}$" {{
            dav_methods PUT;
            create_full_put_path on;
            client_max_body_size 0;
            access_log access.log;
        }}
        location / {{ return 404; }}
    }}
}}
"""


def configuration(port: int) -> str:
    """Returns the configuration of nginx, whose relative paths begin at the state folder."""
    # Started by root it would work as `nobody`, who may not write here.
    is_root = os.getuid() == 0
    user = f"user {getpass.getuser()} {grp.getgrgid(os.getgid()).gr_name};" if is_root else ""
    return _CONFIGURATION.format(port=port, user=user)


def services(home: Path, state: Path, port: int) -> list[Service]:
    """Returns the one process of the cache, with its configuration written into `state`."""
    for folder in ("blobs", "partial"):
        (state / folder).mkdir(parents=True, exist_ok=True)
    (state / "nginx.conf").write_text(configuration(port), encoding="utf-8")
    command = [str(home / "usr/sbin/nginx"), "-p", str(state), "-c", "nginx.conf", "-e", "stderr"]
    return [Service("nginx", command, port=port)]


def flags(port: int) -> list[str]:
    """Returns what Bazel is told to use this cache and no other."""
    return [f"--remote_cache=http://127.0.0.1:{port}", "--disk_cache="]


def main(arguments: Sequence[str]) -> int:
    """Runs the command line; returns the exit status."""
    server = Server("cache", DEFAULT_PORT, services, flags, proof.of_cache)
    return run(server, engines.ensure, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
