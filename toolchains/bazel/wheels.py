# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Python wheels through pip as the machine has it configured, as plain archives of files."""

from __future__ import annotations

import hashlib
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from package_lock import Pin
from programs import run_program

_PIP_DOWNLOAD = (
    *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
    # Nothing of a wheel is imported here, so the Python that it is for does not matter.
    *("--no-deps", "--only-binary=:all:", "--ignore-requires-python"),
)


def require_pip() -> None:
    """Raises AssemblyError when this Python has no pip."""
    run_program(
        [sys.executable, "-m", "pip", "--version"],
        failure="Python's pip is needed (Debian: the package python3-pip)",
    )


def download(pins: Mapping[str, Pin], folder: Path) -> dict[str, Path]:
    """Downloads the pinned wheels into `folder`; pip refuses any file with another hash."""
    folder.mkdir()
    requirements = folder / "requirements.txt"
    requirements.write_text(
        "".join(
            f"{name}=={pin.version} --hash=sha256:{pin.sha256}\n" for name, pin in pins.items()
        ),
        encoding="utf-8",
    )
    run_program(
        [*_PIP_DOWNLOAD, "--require-hashes", "--dest", folder, "--requirement", requirements],
        failure="pip cannot download the pinned wheels from the index it is configured for",
    )
    return {name: next(folder.glob(f"{name}-*.whl")) for name in pins}


def newest(name: str, folder: Path) -> Pin:
    """Downloads the newest wheel for this machine and returns its pin."""
    folder.mkdir()
    run_program([*_PIP_DOWNLOAD, "--dest", folder, name], failure=f"pip cannot download {name}")
    wheel = next(folder.glob("*.whl"))
    return Pin(wheel.name.split("-")[1], hashlib.sha256(wheel.read_bytes()).hexdigest())


def unpack(wheel: Path, folder: Path) -> None:
    """Unpacks with the files' modes, which zipfile alone forgets."""
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.infolist():
            path = archive.extract(member, folder)
            mode = member.external_attr >> 16 & 0o777
            if mode and not member.is_dir():
                Path(path).chmod(mode | 0o600)
