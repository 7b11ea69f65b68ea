# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The one error of the bootstrap, and the running of other programs in its terms."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence


class AssemblyError(Exception):
    """Bazel cannot be assembled; the message says why, in words for the person at the terminal."""


def require_program(name: str, purpose: str) -> None:
    """Raises AssemblyError when `name` is not on PATH."""
    if shutil.which(name) is None:
        raise AssemblyError(f"`{name}` is not on this system; it is needed to {purpose}")


def run_program(
    command: Sequence[str | os.PathLike[str]],
    *,
    failure: str,
    env: Mapping[str, str] | None = None,
    cwd: str | os.PathLike[str] | None = None,
    on_line: Callable[[str], None] | None = None,
) -> str:
    """Runs `command` and returns what it printed, stderr included.

    Args:
        command: program and arguments.
        failure: what could not be done, for the error's first line.
        env: variables to add to the environment.
        cwd: folder to run in.
        on_line: called with each line as it comes.

    Raises:
        AssemblyError: the program ended with a status other than 0; carries its last lines.
    """
    lines = []
    # Messages are read by on_line and by people who ask for help: one language for both.
    environment = {**os.environ, "LC_ALL": "C.UTF-8", **(env or {})}
    with subprocess.Popen(
        command,
        cwd=cwd,
        env=environment,
        errors="replace",
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            for line in process.stdout or ():
                lines.append(line)
                if on_line:
                    on_line(line)
        except BaseException:
            process.kill()
            raise
    if process.returncode != 0:
        tail = "".join(f"    {line}" for line in lines[-12:]).rstrip()
        raise AssemblyError(f"{failure}; `{command[0]}` said:\n{tail}")
    return "".join(lines)
