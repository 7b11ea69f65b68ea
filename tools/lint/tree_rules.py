# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Rules that hold for every file of the tree, each a function that yields what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from tools.source_tree.source_tree import Kind

MAX_LINES = 600
LONG_FILE_REASON = "Long file:"
LICENSE_LINES = (
    "SPDX-FileCopyrightText: The TT-NN Authors",
    "SPDX-License-Identifier: Apache-2.0",
)
# Folders named so collect what nobody found a name for.
NAMELESS_FOLDERS = frozenset({"common", "helpers", "misc", "utils"})
# Packages are named, and their clients know where they are. What is left are links for people:
# the licence's and other projects' homes, and names of schemas that look like addresses.
ALLOWED_HOSTS = frozenset({"github.com", "in-toto.io", "slsa.dev", "www.apache.org"})
# Last parts of hosts that are this machine or nobody's, by RFC 2606.
_NOWHERE = frozenset({"example", "invalid", "localhost", "test"})

# Somebody whose name has one letter is made up.
_MACHINE_PATH = re.compile(r"(?<![\w.}])/(?:root|work|home/\w{2,}|Users/\w{2,})/\w+")
# Without a scheme, where code looks otherwise: `object.build` is an attribute.
_HOST = re.compile(r"(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:org|com|net|io|dev)\b(?!\()")
_ADDRESS = re.compile(r"\b[a-z+]+://(?:[^\s/@]*@)?([\w.-]+)")


def check_license(path: PurePosixPath, text: str, kind: Kind) -> Iterator[str]:
    """Sources name copyright holder and licence in their first lines."""
    if kind is not Kind.OTHER and text:
        top = "\n".join(text.splitlines()[:4])
        for line in LICENSE_LINES:
            if line not in top:
                yield f"{path}: its first lines lack `{line}`"


def check_length(path: PurePosixPath, text: str, kind: Kind) -> Iterator[str]:
    """Sources are short, or say at their top why not."""
    lines = text.splitlines()
    if kind is not Kind.OTHER and len(lines) > MAX_LINES:
        if not any(LONG_FILE_REASON in line for line in lines[:20]):
            yield (
                f"{path}: {len(lines)} lines; split it by meaning, or say at its top "
                f"`{LONG_FILE_REASON} <reason>` (above {MAX_LINES})"
            )


def check_names(path: PurePosixPath, text: str, kind: Kind) -> Iterator[str]:
    """Folders are called by what they hold."""
    for folder in NAMELESS_FOLDERS.intersection(path.parts[:-1]):
        yield f"{path}: folder `{folder}` says nothing; name the thing"


def check_machine_paths(path: PurePosixPath, text: str, kind: Kind) -> Iterator[str]:
    """Nothing knows where somebody's home or clone is."""
    for number, line in enumerate(text.splitlines(), start=1):
        for match in _MACHINE_PATH.finditer(line):
            yield f"{path}:{number}: `{match[0]}` is a path of one machine"


def check_hosts(path: PurePosixPath, text: str, kind: Kind) -> Iterator[str]:
    """Nothing names a host: registries, mirrors and services are the machine's configuration."""
    for number, line in enumerate(text.splitlines(), start=1):
        hosts = {match[0] for match in _HOST.finditer(line)} | set(_hosts_of_addresses(line))
        for host in sorted(hosts - ALLOWED_HOSTS):
            yield f"{path}:{number}: host `{host}`; name the package or project instead"


def _hosts_of_addresses(line: str) -> Iterator[str]:
    for match in _ADDRESS.finditer(line):
        host = match[1].strip(".")
        last = host.rpartition(".")[2]
        if last.isalpha() and last not in _NOWHERE:
            yield host


RULES = (check_license, check_length, check_names, check_machine_paths, check_hosts)
