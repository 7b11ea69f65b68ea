# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Python with nothing around it but what was installed; a run that writes a file fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Installation:
    """What a user has.

    Attributes:
        folder: where it was installed.
        python: the interpreter.
        variables: what the environment has beyond PATH.
    """

    folder: Path
    python: Path
    variables: Mapping[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """PATH: no folder but the interpreter's."""
        return str(self.python.parent)

    def run(self, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Runs Python in a folder; without HOME, unless it is among the variables.

        Raises:
            AssertionError: something in the installation or in the folder was touched.
        """
        before = _state(self.folder) | _state(cwd)
        outcome = subprocess.run(
            [str(self.python), *arguments],
            cwd=cwd,
            env={"PATH": self.path, "PYTHONWARNINGS": "error", **self.variables},
            capture_output=True,
            text=True,
            check=False,
        )
        after = _state(self.folder) | _state(cwd)
        touched = [str(path) for path, state in after.items() if before.get(path) != state]
        assert touched == [], f"the run wrote to {touched}"
        return outcome

    def output(self, cwd: Path, *arguments: str) -> str:
        """Like `run`, of what must succeed; returns what is printed."""
        outcome = self.run(cwd, *arguments)
        assert outcome.returncode == 0, outcome.stdout + outcome.stderr
        return outcome.stdout

    @property
    def site_packages(self) -> Path:
        """Where a virtual environment has its packages."""
        (folder,) = self.folder.glob("lib/python*/site-packages")
        return folder

    def make_read_only(self) -> None:
        """Takes every write permission; it is to be changed no more."""
        for path in [self.folder, *self.folder.rglob("*")]:
            if not path.is_symlink():
                path.chmod(path.stat().st_mode & ~0o222)


def _state(folder: Path) -> dict[Path, tuple[int, int]]:
    """Size and time of everything below; a folder's changes with files that come and go."""
    return {
        path: (status.st_size, status.st_mtime_ns)
        for path in [folder, *folder.rglob("*")]
        for status in [path.lstat()]
    }


def pip(python: Path, *arguments: str, variables: Mapping[str, str] | None = None) -> None:
    """Runs pip for an interpreter, without index and cache."""
    options = ["--python", str(python), "--no-cache-dir", "--disable-pip-version-check", "--quiet"]
    subprocess.run(
        [sys.executable, "-m", "pip", *options, *arguments],
        env={**os.environ, "PIP_NO_INDEX": "1", **(variables or {})},
        check=True,
    )


def environment_with_numpy(folder: Path) -> Installation:
    """Makes a virtual environment that has all that TT-NN requires, but not TT-NN."""
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin/python"
    pip(python, "install", "--no-deps", str(Path(os.environ["NUMPY_WHEEL"]).absolute()))
    return Installation(folder, python)


def copy_of(environment: Installation, folder: Path) -> Installation:
    """Copies a virtual environment by links, since unpacking NumPy takes long."""
    shutil.copytree(environment.folder, folder, symlinks=True, copy_function=os.link)
    return Installation(folder, folder / "bin/python")
