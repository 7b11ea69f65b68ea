# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""A folder that is either complete or absent, however many make it and whenever they die."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from programs import AssemblyError

_UNFINISHED = ".unfinished-"


def publish(home: Path, assemble: Callable[[Path], None], on_wait: Callable[[], None]) -> bool:
    """Has `assemble` fill a folder and gives it the name `home` when it is complete.

    Of several processes one assembles and the others wait for it. What a killed one left behind is
    removed by the next.

    Args:
        home: where the folder shall be; its parents are created.
        assemble: fills the empty folder it is given.
        on_wait: called once if another process is at work.

    Returns:
        Whether this call made the folder; False if it was there.

    Raises:
        AssemblyError: the folder cannot be written.
    """
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        with _locked(home.parent / ".lock", on_wait):
            if home.exists():
                return False
            _remove_leftovers(home.parent)
            unfinished = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=home.parent))
            try:
                assemble(unfinished)
                # mkdtemp is private to the user, and nothing in here is a secret.
                unfinished.chmod(0o755)
                unfinished.rename(home)
            finally:
                shutil.rmtree(unfinished, ignore_errors=True)
        return True
    except OSError as error:
        raise AssemblyError(
            f"cannot write {home}: {error}. Name another cache folder in XDG_CACHE_HOME"
        ) from error


@contextmanager
def _locked(file: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Holds an exclusive lock, which the kernel takes back from a process that dies."""
    with open(file, "w", encoding="utf-8") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            on_wait()
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _remove_leftovers(folder: Path) -> None:
    """Removes unfinished folders; to be called with the lock held, when nobody works in one."""
    for entry in os.scandir(folder):
        if entry.name.startswith(_UNFINISHED):
            shutil.rmtree(entry.path, ignore_errors=True)
