# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Prints, as JSON, what a build must know of the interpreter running this, and copies its headers.

Run by a repository rule before any package exists, so it needs the standard library alone.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import sysconfig
from pathlib import Path

OLDEST_VERSION = (3, 10)


class UnusableInterpreterError(Exception):
    """The interpreter cannot serve as a toolchain; the message says what to install."""


def require_supported_version(version: tuple[int, int]) -> None:
    """Refuses interpreters older than the oldest that the project supports."""
    if version < OLDEST_VERSION:
        found, oldest = (".".join(map(str, v)) for v in (version, OLDEST_VERSION))
        raise UnusableInterpreterError(
            f"{sys.executable} is Python {found}; "
            f"Python {oldest} or newer is needed on PATH as python3"
        )


def base_executable() -> Path:
    """The real interpreter, also when this one was entered through a virtual environment."""
    return Path(os.path.realpath(getattr(sys, "_base_executable", "") or sys.executable))


def copy_headers(include_dir: Path, platform_config: Path, destination: Path) -> None:
    """Copies `include_dir`, with `platform_config` as its pyconfig.h.

    Distributions may keep the real pyconfig.h in a folder per architecture and put a dispatcher in
    its place, which only works with the host's include folders on the path.
    """
    if not (include_dir / "Python.h").is_file():
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise UnusableInterpreterError(
            f"{base_executable()} has no headers (no Python.h in {include_dir}): "
            f"install python{version}-dev (Debian, Ubuntu), python{version}-devel (Fedora, RHEL), "
            "or put a Python with headers first on PATH"
        )
    shutil.copytree(include_dir, destination, dirs_exist_ok=True)
    shutil.copyfile(platform_config, destination / "pyconfig.h")


def shared_library() -> str:
    """Path of libpython, for programs that embed the interpreter; empty where there is none."""
    if not sysconfig.get_config_var("Py_ENABLE_SHARED"):
        return ""
    library = Path(sysconfig.get_config_var("LIBDIR"), sysconfig.get_config_var("INSTSONAME"))
    return str(library) if library.is_file() else ""


def interpreter_facts() -> dict[str, str]:
    """What build files and rules need to know of this interpreter."""
    major, minor = sys.version_info[:2]
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    return {
        "executable": str(base_executable()),
        "version": f"{major}.{minor}",
        "tag": f"cp{major}{minor}",
        "extension_suffix": suffix,
        "shared_library": shared_library(),
    }


def main() -> int:
    """Entry point; the message of an unusable interpreter goes to standard error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copy-headers", type=Path, required=True, metavar="DIR")
    arguments = parser.parse_args()
    try:
        require_supported_version(sys.version_info[:2])
        copy_headers(
            Path(sysconfig.get_path("include")),
            Path(sysconfig.get_config_h_filename()),
            arguments.copy_headers,
        )
    except UnusableInterpreterError as error:
        print(error, file=sys.stderr)
        return 1
    json.dump(interpreter_facts(), sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
