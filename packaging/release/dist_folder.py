# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The folder of a release: there with all its files, or not there."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from release.refusal import ReleaseRefused

CHECKSUMS = "SHA256SUMS"


def sha256_of(file: Path) -> str:
    """Hexadecimal digest of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def copy_into(folder: Path, files: Iterable[Path]) -> None:
    """Copies files, readable for all and writable for the owner.

    Raises:
      ReleaseRefused: two of them have one name.
    """
    for file in files:
        if (folder / file.name).exists():
            raise ReleaseRefused(
                f"two files of the release are called {file.name}; "
                "let one of their targets write another name."
            )
        shutil.copyfile(file, folder / file.name)


def checksum_line(file: Path) -> str:
    """Line of `sha256sum` for a file in the folder that it is checked in."""
    return f"{sha256_of(file)}  {file.name}\n"


def write_checksums(folder: Path) -> None:
    """Writes what `sha256sum --check` reads, over all files of a folder."""
    lines = map(checksum_line, sorted(folder.iterdir()))
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf-8")


@contextmanager
def whole_or_absent(folder: Path, replace: bool) -> Iterator[Path]:
    """Gives an empty folder that takes the place of `folder` when the block ends without an error.

    Raises:
      ReleaseRefused: `folder` exists already and `replace` is False, or it is something else.
    """
    if folder.exists() and not replace:
        raise ReleaseRefused(f"{folder} exists; remove it, or pass --replace or --output FOLDER.")
    if folder.exists() and not (folder / CHECKSUMS).is_file():
        raise ReleaseRefused(f"{folder} holds no release; only one that does is replaced.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Beside the place that it takes, as renaming does not cross file systems.
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as scratch:
        new = Path(scratch) / "new"
        new.mkdir()
        yield new
        if folder.exists():
            folder.rename(Path(scratch) / "old")
        new.rename(folder)
