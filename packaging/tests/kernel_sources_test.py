# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: kernels' sources in the wheel compile from it alone, by the compiler of `ttnn[jit]`.

Each source and each header is compiled by itself, as what a kernel that somebody writes includes
first. A source that ships as programs, too, is compiled for the harts of these; another file for
any hart that takes it, since its name does not say for which it is.
"""

from __future__ import annotations

import os
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

COMPILER = Path(os.path.abspath(os.environ["TT_METAL_KERNEL_COMPILER"]))
LIBRARIES = COMPILER.parents[1] / "share/zig"
DEVICE = Path("tt_metal/jit/device")


@pytest.fixture(scope="session")
def root(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package from an unpacked wheel, which is the root of the runtime."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder / "ttnn"


def sources() -> list[str]:
    """What kernels are compiled from, below the package; a wheel holds no other C++."""
    with zipfile.ZipFile(os.environ["WHEEL"]) as archive:
        names = [name.removeprefix("ttnn/") for name in archive.namelist()]
    return [name for name in names if name.endswith((".cpp", ".h", ".hpp"))]


def all_harts(root: Path) -> list[str]:
    """The harts that the wheel has flags for."""
    files = (root / DEVICE).glob("*RISC*_flags.txt")
    return sorted(file.name.removesuffix("_flags.txt").lower() for file in files)


def harts_of(root: Path, source: Path) -> list[str]:
    """The harts that run a source, by the programs `<stem>.<hart>.elf` that the wheel has of it."""
    if source.suffix != ".cpp":
        return []  # a header may have the name of a kernel
    return [path.name.split(".")[-2] for path in root.glob(f"kernels/**/{source.stem}.*.elf")]


def lines(root: Path, name: str) -> list[str]:
    """What a file for the compiler says, as the runtime reads it."""
    text = (root / DEVICE / f"{name}.txt").read_text(encoding="utf-8")
    return text.replace("{compiler}", str(LIBRARIES)).replace("{root}", str(root)).splitlines()


def flags(root: Path, hart: str) -> list[str]:
    """The compiler's flags as the runtime has them."""
    folders = [f"-I{root / folder}" for folder in lines(root, "include_folders")]
    return lines(root, "compiler_flags") + lines(root, f"{hart.upper()}_flags") + folders


def compile_for(root: Path, source: Path, hart: str, dependencies: Path) -> str:
    """Returns the compiler's errors; the files that it read are in `dependencies`."""
    task = ["-DKERNEL_BUILD", "-fsyntax-only", "-w"]
    task += ["-MD", "-MF", str(dependencies), "-MT", "kernel"]
    outcome = subprocess.run(
        [COMPILER, "clang", *flags(root, hart), *task, "-include", source, "-x", "c++", "-"],
        env={},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return f"for {hart}: {outcome.stderr}" if outcome.returncode else ""


def foreign_files(root: Path, dependencies: Path, source: Path) -> list[str]:
    """The files read that come neither from the wheel nor with the compiler."""
    names = dependencies.read_text(encoding="utf-8").replace("\\\n", " ").split()[1:]
    paths = [Path(os.path.normpath(name)) for name in names]
    return [
        f"reads {path}"
        for path in paths
        if not any(path.is_relative_to(folder) for folder in (root, LIBRARIES, source))
    ]


def complaints(root: Path, source: Path, folder: Path) -> Iterator[str]:
    """What is wrong with a source; `folder` is a place for the compiler's list of files."""
    dependencies = folder / "dependencies.d"
    harts = harts_of(root, source)
    errors = []
    for hart in harts or all_harts(root):
        error = compile_for(root, source, hart, dependencies)
        if error:
            errors.append(error)
            continue
        yield from foreign_files(root, dependencies, source)
        if not harts:
            return
    yield from errors


@pytest.mark.parametrize("source", sources())
def test_source_compiles_from_the_wheel_alone(root: Path, tmp_path: Path, source: str) -> None:
    assert list(complaints(root, root / source, tmp_path)) == []


def test_kernels_are_compiled_for_the_harts_of_their_programs(root: Path) -> None:
    programs = {path.name.split(".")[0] for path in root.glob("kernels/**/*.elf")}
    compiled = {Path(source).stem for source in sources() if harts_of(root, Path(source))}

    assert programs
    assert compiled == programs, "a program has no source of its name in the wheel"


def test_a_header_that_the_wheel_lacks_is_noticed(root: Path, tmp_path: Path) -> None:
    source = tmp_path / "kernel.cpp"
    source.write_text('#include "api/dataflow/forgotten.h"\n', encoding="utf-8")

    found = list(complaints(root, source, tmp_path))

    assert len(found) == len(all_harts(root)) == 5
    assert all("'api/dataflow/forgotten.h' file not found" in wrong for wrong in found)


def test_a_header_of_the_machine_is_noticed(root: Path, tmp_path: Path) -> None:
    header, source = tmp_path / "of_the_machine.h", tmp_path / "kernel.cpp"
    header.touch()
    source.write_text(f'#include "{header}"\n', encoding="utf-8")

    assert list(complaints(root, source, tmp_path)) == [f"reads {header}"]
