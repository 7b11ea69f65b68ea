# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""What a glibc sysroot adds to libraries guards jumps and returns, and hides nothing of glibc."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from elf import Elf

AR = Path(os.environ["AR"]).absolute()
SYSROOTS = [Path(root) for root in os.environ["SYSROOTS"].split()]
# They begin programs; glibc's code of that age has no marks.
START_OF_PROGRAMS = {"crt1.o", "Scrt1.o"}
GUARDS = {"EM_X86_64": {"IBT", "SHSTK"}, "EM_AARCH64": {"BTI", "PAC"}}


@pytest.fixture(params=SYSROOTS, ids=lambda root: root.parent.name.rpartition("+")[2])
def sysroot(request: pytest.FixtureRequest) -> Path:
    """Each sysroot of a system with glibc."""
    return request.param


def members(archive: Path, folder: Path) -> list[Path]:
    """Unpacks a static library."""
    folder.mkdir()
    subprocess.run([AR, "x", archive.absolute()], cwd=folder, env={}, check=True)
    return sorted(folder.iterdir())


def test_every_object_guards_jumps_and_returns(sysroot: Path, tmp_path: Path) -> None:
    objects = [file for file in sysroot.rglob("*.o") if file.name not in START_OF_PROGRAMS]
    for archive in sysroot.rglob("*.a"):
        objects += members(archive, tmp_path / archive.name)

    elves = [Elf(file) for file in objects]
    guarded = [elf.control_flow() >= GUARDS[elf.file["e_machine"]] for elf in elves]

    assert len(objects) > len(list(sysroot.rglob("*.a")))
    assert [f.name for f, is_guarded in zip(objects, guarded, strict=True) if not is_guarded] == []


def test_builtins_define_nothing_that_glibc_has(sysroot: Path, tmp_path: Path) -> None:
    (archive,) = sysroot.rglob("libclang_rt.builtins.a")
    builtins = set().union(
        *(Elf(member).defined() for member in members(archive, tmp_path / "builtins"))
    )
    stubs = [file for file in (sysroot / "usr/lib").glob("*.so*") if file.name != "libc.so"]
    glibc = set().union(*(Elf(stub).exports() for stub in stubs))

    assert {"memcpy", "__stack_chk_fail", "sin"} <= glibc
    assert {"__udivti3", "__trunctfdf2"} <= builtins
    assert builtins & glibc == set()
