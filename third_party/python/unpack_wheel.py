# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Unpacks the wheel of a folder for use from a build graph, and prints what it requires as JSON.

Layout: `site/` is what goes on sys.path, `bin/` holds native programs. Wrappers for console scripts
are not made, as they would name the interpreter by an absolute path: run them with `python -m`.

Run by a repository rule before any package exists, so it needs the standard library and pip alone.
"""

from __future__ import annotations

import argparse
import compileall
import email.parser
import json
import re
import shutil
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from pip._vendor.packaging.requirements import Requirement

_EXECUTABLE_BITS = 0o111


def destination_of(member: str) -> PurePosixPath | None:
    """Where a file of a wheel goes, None for files that a build has no use for.

    Raises:
      ValueError: the member would be written outside the destination.
    """
    path = PurePosixPath(member)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"wheel member {member!r} points outside the wheel")
    if not path.parts[0].endswith(".data"):
        return "site" / path
    scheme, rest = path.parts[1], path.parts[2:]
    if scheme in ("purelib", "platlib"):
        return PurePosixPath("site", *rest)
    if scheme == "scripts":
        return PurePosixPath("bin", *rest)
    return None


def extract(wheel: Path, root: Path) -> None:
    """Writes the members of `wheel` under `root`, programs with their executable bit."""
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.infolist():
            destination = None if member.is_dir() else destination_of(member.filename)
            if destination is None:
                continue
            target = root / destination
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(member) as source, target.open("wb") as out:
                shutil.copyfileobj(source, out)
            mode = member.external_attr >> 16
            if destination.parts[0] == "bin" or mode & _EXECUTABLE_BITS:
                target.chmod(0o755)


def compile_bytecode(site: Path) -> None:
    """Compiles once what every test would compile again in its sandbox.

    The result holds neither times nor paths of this machine.
    """
    compileall.compile_dir(
        site,
        quiet=2,
        stripdir=site,
        invalidation_mode=compileall.py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )


def required_distributions(requirements: Iterable[str], extras: Iterable[str]) -> list[str]:
    """Normalized names of the requirements that hold for this interpreter and `extras`."""
    environments = [{"extra": extra} for extra in ("", *extras)]
    holding = {
        re.sub(r"[-_.]+", "_", requirement.name).lower()
        for requirement in map(Requirement, requirements)
        if requirement.marker is None or any(map(requirement.marker.evaluate, environments))
    }
    return sorted(holding)


def read_requirements(site: Path) -> list[str]:
    """The Requires-Dist lines of the one distribution in `site`."""
    (metadata,) = site.glob("*.dist-info/METADATA")
    return email.parser.Parser().parsestr(metadata.read_text("utf-8")).get_all("Requires-Dist", [])


def main() -> int:
    """Unpacks the wheel of the first folder, if it holds one, into the second."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheel_dir", type=Path)
    parser.add_argument("destination", type=Path)
    parser.add_argument("--extra", action="append", default=[], help="wanted extra")
    arguments = parser.parse_args()

    required: list[str] = []
    for wheel in arguments.wheel_dir.glob("*.whl"):
        extract(wheel, arguments.destination)
        compile_bytecode(arguments.destination / "site")
        requirements = read_requirements(arguments.destination / "site")
        required = required_distributions(requirements, arguments.extra)
    json.dump(required, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
