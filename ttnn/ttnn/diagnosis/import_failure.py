# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Turns a failed import of the package into a message that says what to do."""

from __future__ import annotations

import os
import sysconfig
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def extensions(package: Path = _PACKAGE) -> list[str]:
    """The names of the extension modules in a package folder; one is for one interpreter."""
    return sorted(file.name for file in package.glob("_ttnn.*.so"))


def explain(
    error: ImportError,
    package: Path = _PACKAGE,
    otherwise: str = "`python -m ttnn doctor` looks for the reason",
) -> str:
    """Says why the package cannot be imported and what helps, or `otherwise` looks further."""
    archive = next((p for p in package.parents if p.is_file()), None)
    if archive:
        return (
            f"ttnn cannot be imported from inside {archive}: it holds native code and kernels, "
            f"which must be files. Install it: pip install {archive}"
        )
    there = extensions(package)
    wanted = f"_ttnn{sysconfig.get_config_var('EXT_SUFFIX')}"
    if wanted not in there:
        found = f"there is {', '.join(there)}" if there else "there is none at all"
        return (
            f"{package} has no extension module for this Python ({wanted}), {found}: "
            "install the wheel of this Python with its own pip "
            "(python -m pip install --force-reinstall ttnn)"
        )
    link = package / wanted
    if not link.exists():
        return (
            f"{link} leads to {os.readlink(link)}, which is not there: "
            "python -m pip install -e the source tree again"
        )
    return f"{error}. {otherwise}"
