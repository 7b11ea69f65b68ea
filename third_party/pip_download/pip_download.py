# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Brings the wheel of one locked requirement: from the user's cache folder, else through pip.

What pip brought is kept under a key of everything that its choice depends on, so that a new output
base needs neither network nor index. A kept file counts only while its hash is one of the lock's.
Files appear in the cache whole, by a rename, so any number of processes may use it at once.

Run by repository rules before any package exists, so it needs the standard library and pip alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

# The choice is made by hash: nothing about the index, the user or the network matters to it.
PIP_DOWNLOAD = [
    *("-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--require-hashes"),
    "--disable-pip-version-check",
]
READ_SIZE = 1 << 20


def cache_folder(environment: Mapping[str, str]) -> Path:
    """Where a user's downloads are kept, following the XDG base directory specification."""
    cache = environment.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    return Path(cache, "tt-nn", "downloads")


def key_of_choice(requirements: str, pip_arguments: Sequence[str]) -> str:
    """A name for which file pip chooses: by the lock, the arguments and the interpreter."""
    interpreter = [
        platform.python_version(),
        sysconfig.get_config_var("SOABI"),
        sysconfig.get_platform(),
        platform.libc_ver(),
    ]
    choice = json.dumps([requirements, list(pip_arguments), interpreter])
    return hashlib.sha256(choice.encode()).hexdigest()[:32]


def sha256_of(file: Path) -> str:
    """Hash of a file's content."""
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while block := stream.read(READ_SIZE):
            digest.update(block)
    return digest.hexdigest()


def take_kept(entry: Path, hashes: set[str], destination: Path) -> bool:
    """Copies the kept wheel into `destination`, if there is one and the lock names its hash."""
    try:
        for kept in entry.glob("*.whl"):
            # The copy is what is checked: the kept file may be replaced meanwhile.
            copy = Path(shutil.copyfile(kept, destination / kept.name))
            if sha256_of(copy) in hashes:
                return True
            copy.unlink()
    except OSError as error:
        print(f"{entry} cannot be read, so pip is asked: {error}", file=sys.stderr)
    return False


def keep(entry: Path, wheel: Path) -> None:
    """Keeps a wheel; where that is impossible, the next output base will download it again."""
    try:
        entry.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=entry) as unfinished:
            copy = shutil.copyfile(wheel, Path(unfinished, wheel.name))
            os.replace(copy, entry / wheel.name)
    except OSError as error:
        print(f"{wheel.name} is not kept for the next output base: {error}", file=sys.stderr)


def main() -> int:
    """Entry point; the exit code is pip's. No wheel comes when no requirement holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requirements", type=Path, required=True)
    parser.add_argument("--destination", type=Path, required=True, help="folder for the wheel")
    arguments, pip_arguments = parser.parse_known_args()

    requirements = arguments.requirements.read_text(encoding="utf-8")
    hashes = set(re.findall(r"--hash=sha256:([0-9a-f]{64})", requirements))
    entry = cache_folder(os.environ) / key_of_choice(requirements, pip_arguments)
    arguments.destination.mkdir(exist_ok=True)
    if take_kept(entry, hashes, arguments.destination):
        return 0
    result = subprocess.run(
        [
            *(sys.executable, *PIP_DOWNLOAD, *pip_arguments),
            f"--requirement={arguments.requirements}",
            f"--dest={arguments.destination}",
        ],
        check=False,
    )
    if result.returncode == 0:
        for wheel in arguments.destination.glob("*.whl"):
            keep(entry, wheel)
    return result.returncode


if __name__ == "__main__":
    sys.exit(main())
