# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""An interpreter for a root file system that has none: the one inside frozen programs.

freeze-core carries CPython linked into a program for glibc 2.17 and later, and the extension
modules of the standard library. Its pure modules are those of the Python that runs this.
"""

from __future__ import annotations

import shutil
import sysconfig
import zipfile
from pathlib import Path

_MAIN = Path(__file__).with_name("__init__python.py")


def make_frozen_python(freeze_core: Path, folder: Path) -> Path:
    """Makes the interpreter from freeze-core's wheel in `folder` and returns its path there."""
    with zipfile.ZipFile(freeze_core) as wheel:
        # Beside them lie the libraries that they need.
        wheel.extractall(folder, [n for n in wheel.namelist() if n.startswith("freeze_core")])
    package = folder / "freeze_core"
    (frozen,) = (package / "bases").glob("console-cpython-*")
    # The program looks for `lib` beside itself, and in there for the module with its name.
    lib = package / "lib"
    python = frozen.rename(package / "python")
    python.chmod(0o755)
    shutil.copy(_MAIN, lib)
    # CPython 3.10 takes from there what later ones have inside.
    shutil.copy(package / "initscripts/__startup__.py", lib)
    (lib / "BUILD_CONSTANTS.py").touch()
    shutil.copytree(folder / "freeze_core.libs", lib, dirs_exist_ok=True)
    shutil.copytree(
        sysconfig.get_path("stdlib"),
        lib,
        ignore=shutil.ignore_patterns("__pycache__", "lib-dynload", "site-packages", "test"),
        dirs_exist_ok=True,
    )
    return python
