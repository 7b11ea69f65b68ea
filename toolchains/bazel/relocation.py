# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Makes unpacked packages run from where they lie rather than from the root of a system.

Every function takes `root`, where the files are now, and those that write absolute paths take
`home`, where the folder will be when it is finished.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from programs import AssemblyError, run_program

LIBRARIES = "usr/lib/x86_64-linux-gnu"
LOADER = f"{LIBRARIES}/ld-linux-x86-64.so.2"
CLASS_PATH = "usr/share/bazel/bazel_classpath_debian_depends.txt"

# The class path forgets these two jars: without them the server starts and never answers. The
# folder is ours: it holds the version, which the packaged server has not.
_FORGOTTEN = (
    "/usr/share/java/perfmark-api.jar",
    "/usr/share/java/perfmark-impl.jar",
    "/release",
)
# And it names these, which no package has and nothing asks for.
_IMAGINARY_JARS = frozenset(
    f"/usr/share/java/{jar}.jar"
    for jar in (
        "auto-value-gson-extension",
        "auto-value-gson-factory",
        "auto-value-gson-runtime",
        "netty-tcnative",
    )
)


def relink(root: Path) -> None:
    """Makes absolute symbolic links relative, so that they stay inside `root`."""
    for link in _symlinks(root):
        target = os.readlink(link)
        if target.startswith("/"):
            link.unlink()
            link.symlink_to(os.path.relpath(f"{root}{target}", link.parent))


def write_release(root: Path, version: str) -> None:
    """Tells server and wrapper which release this is; without it rules see an unknown version."""
    folder = root / "release"
    folder.mkdir()
    (folder / "build-data.properties").write_text(f"build.label={version}\n", encoding="utf-8")
    (folder / "version").write_text(f"bazel {version}\n", encoding="utf-8")


def rewrite_class_path(root: Path, home: Path) -> None:
    """Points the server's class path into `home`.

    Raises:
        AssemblyError: it names a jar that none of the packages brought.
    """
    file = root / CLASS_PATH
    listed = file.read_text(encoding="utf-8").split()
    jars = [jar for jar in listed if jar not in _IMAGINARY_JARS]
    jars += [jar for jar in _FORGOTTEN if jar not in jars]
    missing = [jar for jar in jars if not (root / jar.lstrip("/")).exists()]
    if missing:
        raise AssemblyError(f"no package brought {', '.join(missing)}, which Bazel asks for")
    file.write_text("".join(f"{home}{jar}\n" for jar in jars), encoding="utf-8")


def use_own_libraries(programs: Iterable[Path], patchelf: Path, home: Path) -> None:
    """Binds programs to the loader and libraries in `home`, newer than the machine's may be."""
    # An rpath, unlike a runpath, serves the libraries' own dependencies as well.
    rpath = ("--force-rpath", "--add-rpath", home / LIBRARIES)
    command = (patchelf, "--set-interpreter", home / LOADER, *rpath)
    for program in programs:
        run_program(
            [*command, program],
            failure=f"cannot bind {program.name} to its libraries",
        )


def check_libraries(root: Path, programs: Iterable[Path]) -> None:
    """Asks the loader, where it lies now, whether each program would find all its libraries.

    Raises:
        AssemblyError: names what is missing.
    """
    for program in programs:
        listing = run_program(
            [root / LOADER, "--library-path", root / LIBRARIES, "--list", program],
            failure=f"{program.name} cannot be loaded",
        )
        missing = [line.split()[0] for line in listing.splitlines() if "not found" in line]
        if missing:
            raise AssemblyError(f"no package brought {', '.join(missing)} for {program.name}")


def _symlinks(root: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(root):
        for name in folders + files:
            path = Path(folder, name)
            if path.is_symlink():
                yield path
