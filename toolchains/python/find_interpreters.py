# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Prints where this machine may have an interpreter of one version, the likeliest place first.

Run by a repository rule before any package exists, so it needs the standard library alone.
Whoever asks tries each: what lies there may be broken, headless or a version manager's stub.
"""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path


def folders_of_version_managers(environ: Mapping[str, str], home: Path) -> list[Path]:
    """Where pyenv, uv and manylinux images keep one folder for each interpreter."""
    data = Path(environ.get("XDG_DATA_HOME") or home / ".local/share")
    return [
        Path(environ.get("PYENV_ROOT") or home / ".pyenv") / "versions",
        Path(environ.get("UV_PYTHON_INSTALL_DIR") or data / "uv/python"),
        Path("/opt/python"),
    ]


def managed_interpreters(folder: Path, version: str) -> Iterator[Path]:
    """The interpreters of a version in such a folder, the newest release first."""
    found = folder.glob(f"*/bin/python{version}")
    return iter(sorted(found, key=lambda program: _release(program.parents[1].name), reverse=True))


def _release(name: str) -> tuple[int, ...]:
    """The numbers in the name of a folder: 3.12.10 is newer than 3.12.9."""
    digits = "".join(c if c.isdigit() else " " for c in name)
    return tuple(int(number) for number in digits.split())


def find(version: str, environ: Mapping[str, str], home: Path) -> Iterator[Path]:
    """Yields candidates: on PATH, in the system's folders, at version managers."""
    program = f"python{version}"
    if on_path := shutil.which(program, path=environ.get("PATH", "")):
        yield Path(on_path)
    for folder in [Path("/usr/bin"), Path("/usr/local/bin")]:
        if (folder / program).is_file():
            yield folder / program
    for folder in folders_of_version_managers(environ, home):
        yield from managed_interpreters(folder, version)


def main() -> None:
    """Prints one path a line, without duplicates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("version", help="like 3.12")
    version = parser.parse_args().version
    for program in dict.fromkeys(find(version, os.environ, Path.home())):
        print(program)


if __name__ == "__main__":
    main()
