# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The lock: which packages each root is made from."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """One version of a package and the hash of its file."""

    version: str
    sha256: str


@dataclass(frozen=True)
class Root:
    """A folder of unpacked packages."""

    suite: str
    architecture: str
    # Packages with all that they depend on, and packages by themselves.
    wanted: tuple[str, ...]
    alone: tuple[str, ...] = ()
    # A program which is made to run from the folder, with the loader and the libraries in it.
    program: str = ""
    packages: dict[str, Package] = field(default_factory=dict)


def read_lock(file: Path) -> dict[str, Root]:
    """Reads the roots by their names."""
    roots = {}
    for name, entry in json.loads(file.read_text(encoding="utf-8")).items():
        packages = {package: Package(**pin) for package, pin in entry.pop("packages").items()}
        lists = {key: tuple(entry.pop(key)) for key in ("wanted", "alone")}
        roots[name] = Root(**entry, **lists, packages=packages)
    return roots


def write_lock(file: Path, roots: dict[str, Root]) -> None:
    """Writes the roots, packages sorted by name."""
    entries = {name: asdict(root) for name, root in sorted(roots.items())}
    for entry in entries.values():
        entry["packages"] = dict(sorted(entry["packages"].items()))
    file.write_text(json.dumps(entries, indent=1) + "\n", encoding="utf-8")
