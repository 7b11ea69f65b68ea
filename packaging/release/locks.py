# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""What a build takes from others, read from the locks.

A lock of Python packages pins several files of one version, one for each platform; which of them a
machine takes is pip's choice. Each of them is listed, so that whichever was taken is there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from packageurl import PackageURL

_PIN = re.compile(r"(?P<name>[\w.-]+)(?:\[[^]]*\])?==(?P<version>[^\s;\\]+)")
_SHA256 = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True, order=True)
class LockedFile:
    """One file that a lock admits."""

    # Package URL, like `pkg:pypi/numpy@2.4.6`.
    uri: str
    sha256: str


def _python_packages(text: str) -> Iterator[LockedFile]:
    for line in text.replace("\\\n", " ").splitlines():
        if pin := _PIN.match(line):
            uri = PackageURL("pypi", name=pin["name"], version=pin["version"]).to_string()
            for digest in _SHA256.findall(line):
                yield LockedFile(uri, digest)


# What the tables of a JSON lock are called, and the type and namespace of their packages.
_TABLES = {"packages": ("deb", "debian"), "wheels": ("pypi", None)}


def _tables(node: object) -> Iterator[LockedFile]:
    if not isinstance(node, dict):
        return
    for name, value in node.items():
        if name not in _TABLES:
            yield from _tables(value)
            continue
        kind, namespace = _TABLES[name]
        for package, pin in value.items():
            uri = PackageURL(kind, namespace, package, pin["version"]).to_string()
            yield LockedFile(uri, pin["sha256"])


def _json_tables(text: str) -> Iterator[LockedFile]:
    return _tables(json.loads(text))


_READERS = {".json": _json_tables, ".lock": _python_packages}


def read_lock(lock: Path) -> list[LockedFile]:
    """Returns what a lock admits, sorted.

    Args:
      lock: `.lock` in pip's hash-checking format, or `.json` with tables of packages.

    Raises:
      ValueError: the lock has another form, or names nothing.
    """
    if lock.suffix not in _READERS:
        raise ValueError(f"{lock.name}: no reader for a lock that ends in {lock.suffix!r}")
    files = sorted(set(_READERS[lock.suffix](lock.read_text(encoding="utf-8"))))
    if not files:
        raise ValueError(f"{lock.name} locks nothing: its form has changed")
    return files
