# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Programs and libraries for the host need glibc 2.28 and nothing else, and are hardened."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

import pytest
from elf import Elf

PROGRAM = Path(os.environ["PROGRAM"])
PLUGIN = Path(os.environ["PLUGIN"])
GLIBC_FLOOR = (2, 28)
GLIBC_LIBRARIES = {
    "ld-linux-x86-64.so.2",
    "libc.so.6",
    "libdl.so.2",
    "libm.so.6",
    "libpthread.so.0",
    "librt.so.1",
}
DF_1_NOW = 0x1
DF_1_PIE = 0x08000000
# Folders of a build: none of them means anything on the machine that runs the file.
BUILD_PATHS = [
    b"/home/",
    b"/root/",
    b"/tmp/",
    b"/proc/self/cwd",
    b"_bazel_",
    b"execroot",
    b"sandbox/",
]


@pytest.fixture(params=[PROGRAM, PLUGIN], ids=["program", "plugin"])
def elf(request: pytest.FixtureRequest) -> Elf:
    """Each kind of file that the host toolchain links."""
    return Elf(request.param)


def test_needs_only_libraries_of_glibc(elf: Elf) -> None:
    needed = set(elf.dynamic("DT_NEEDED"))

    assert "libc.so.6" in needed
    assert needed <= GLIBC_LIBRARIES


def test_asks_for_no_newer_glibc_than_the_floor(elf: Elf) -> None:
    versions = set().union(*elf.required_versions().values())

    assert versions, "a linked file without symbol versions was not linked against glibc"
    for version in versions:
        prefix, _, number = version.partition("_")
        assert prefix == "GLIBC", f"{version} is not a version of glibc's"
        assert tuple(map(int, number.split("."))) <= GLIBC_FLOOR


def test_has_no_search_path_for_libraries(elf: Elf) -> None:
    assert elf.dynamic("DT_RPATH") == []
    assert elf.dynamic("DT_RUNPATH") == []


def test_is_read_only_after_start_and_has_no_executable_stack(elf: Elf) -> None:
    (stack,) = elf.segments("PT_GNU_STACK")
    (flags,) = elf.dynamic("DT_FLAGS_1")

    assert elf.segments("PT_GNU_RELRO")
    assert flags & DF_1_NOW
    assert not stack["p_flags"] & 1
    assert not [s for s in elf.segments("PT_LOAD") if s["p_flags"] & 3 == 3], "writable code"


def test_guards_buffers_on_the_stack(elf: Elf) -> None:
    assert "__stack_chk_fail" in elf.symbols()


def test_calls_with_known_sizes_are_checked(elf: Elf) -> None:
    assert "__vsnprintf_chk" in elf.symbols()


def test_holds_no_path_of_the_build(elf: Elf) -> None:
    assert [path for path in BUILD_PATHS if path in elf.bytes] == []


def test_program_is_position_independent() -> None:
    elf = Elf(PROGRAM)

    assert elf.file["e_machine"] == "EM_X86_64"
    assert elf.dynamic("DT_FLAGS_1")[0] & DF_1_PIE


def test_plugin_exports_nothing_of_the_cxx_runtime() -> None:
    elf = Elf(PLUGIN)

    assert elf.exports() == {"plugin_length_of"}


def test_plugin_guards_jumps_and_returns() -> None:
    elf = Elf(PLUGIN)

    assert elf.control_flow() == {"IBT", "SHSTK"}


def test_plugin_works_in_a_foreign_process() -> None:
    plugin = ctypes.CDLL(str(PLUGIN.resolve()))

    assert plugin.plugin_length_of(b"tensor") == 6
    assert plugin.plugin_length_of(b"quark") == -1
