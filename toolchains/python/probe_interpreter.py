# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Prints, as JSON, what a build must know of the interpreter running this, and copies its headers.

Run by a repository rule before any package exists, so it needs the standard library alone.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import sys
import sysconfig
import zlib
from pathlib import Path

OLDEST_VERSION = (3, 10)


class UnusableInterpreterError(Exception):
    """The interpreter cannot serve as a toolchain; the message says what to install."""


def require_supported_version(version: tuple[int, int], wanted: str) -> None:
    """Refuses interpreters older than the project supports, and others than the wanted one."""
    if version < OLDEST_VERSION:
        found, oldest = (".".join(map(str, v)) for v in (version, OLDEST_VERSION))
        raise UnusableInterpreterError(
            f"{sys.executable} is Python {found}; "
            f"Python {oldest} or newer is needed on PATH as python3"
        )
    if wanted and wanted != ".".join(map(str, version)):
        raise UnusableInterpreterError(f"{sys.executable} is not Python {wanted}")


def require_plain_build(implementation: str, abi_flags: str) -> None:
    """Refuses what a wheel for CPython is not for: PyPy, free-threaded and debug builds."""
    if implementation != "cpython" or abi_flags:
        build = f"{implementation} {abi_flags}".strip()
        raise UnusableInterpreterError(f"{sys.executable} is {build}, not a plain CPython")


def base_executable() -> Path:
    """The real interpreter, also when this one was entered through a virtual environment."""
    return Path(os.path.realpath(getattr(sys, "_base_executable", "") or sys.executable))


def copy_headers(include_dir: Path, destination: Path) -> None:
    """Copies `include_dir` but for pyconfig.h, which depends on the processor."""
    if not (include_dir / "Python.h").is_file():
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise UnusableInterpreterError(
            f"{base_executable()} has no headers (no Python.h in {include_dir}): "
            f"install python{version}-dev (Debian, Ubuntu), python{version}-devel (Fedora, RHEL), "
            "or put a Python with headers first on PATH"
        )
    without_config = shutil.ignore_patterns("pyconfig.h")
    shutil.copytree(include_dir, destination, ignore=without_config, dirs_exist_ok=True)


def config_of_the_platform(config: Path, multiarch: str) -> Path:
    """The file behind a pyconfig.h that only dispatches by processor, as Debian's does."""
    dispatched = config.parents[1] / multiarch / config.parent.name / config.name
    return dispatched if multiarch and dispatched.is_file() else config


def write_configs(platform_config: Path, destination: Path) -> None:
    """Writes pyconfig.h for each processor, into a folder of its name.

    On 64-bit Linux these differ only in which assembly CPython's own sources may use: sizes,
    alignments and the C library's functions are the same.
    """
    text = platform_config.read_text(encoding="utf-8")
    without_x86 = re.sub(
        r"^#define (HAVE_GCC_ASM_FOR_X\d+) 1$", r"/* #undef \1 */", text, flags=re.M
    )
    for processor, config in {"aarch64": without_x86, "x86_64": text}.items():
        folder = destination / processor
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "pyconfig.h").write_text(config, encoding="utf-8")


def shared_library() -> str:
    """Path of libpython, for programs that embed the interpreter; empty where there is none."""
    if not sysconfig.get_config_var("Py_ENABLE_SHARED"):
        return ""
    library = Path(sysconfig.get_config_var("LIBDIR"), sysconfig.get_config_var("INSTSONAME"))
    return str(library) if library.is_file() else ""


def zlib_library() -> str:
    """Path of the zlib that is loaded; empty where it is a part of the interpreter."""
    lines = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    paths = sorted({line.split(maxsplit=5)[-1] for line in lines})
    return next((path for path in paths if Path(path).name.startswith("libz.so")), "")


def interpreter_facts() -> dict[str, str]:
    """What build files and rules need to know of this interpreter."""
    major, minor = sys.version_info[:2]
    return {
        "executable": str(base_executable()),
        "version": f"{major}.{minor}",
        "tag": f"cp{major}{minor}",
        "shared_library": shared_library(),
        # What archives are compressed by, which the machine may replace under the same interpreter.
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "zlib_library": zlib_library(),
    }


def main() -> int:
    """Entry point; the message of an unusable interpreter goes to standard error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--headers", type=Path, required=True, help="folder for the headers")
    parser.add_argument("--configs", type=Path, required=True, help="folder for pyconfig.h's")
    parser.add_argument("--version", default="", help="the version that it must be, like 3.12")
    arguments = parser.parse_args()
    try:
        require_supported_version(sys.version_info[:2], arguments.version)
        require_plain_build(sys.implementation.name, sys.abiflags)
        copy_headers(Path(sysconfig.get_path("include")), arguments.headers)
        config = config_of_the_platform(
            Path(sysconfig.get_config_h_filename()), sysconfig.get_config_var("MULTIARCH") or ""
        )
        write_configs(config, arguments.configs)
    except UnusableInterpreterError as error:
        print(error, file=sys.stderr)
        return 1
    json.dump(interpreter_facts(), sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
