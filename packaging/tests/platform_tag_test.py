# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: the platform tag is true. Read from the binaries, with auditwheel as a second opinion."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from elftools.elf.elffile import ELFFile
from wheel_filename import parse_wheel_filename

# What a manylinux wheel may need of the system, of the list in PEP 600: glibc's own libraries. The
# C++ library is linked in.
ALLOWED_LIBRARIES = {
    "ld-linux-aarch64.so.1",
    "ld-linux-x86-64.so.2",
    "libc.so.6",
    "libdl.so.2",
    "libm.so.6",
    "libpthread.so.0",
    "librt.so.1",
}


@pytest.fixture
def extensions(archive: zipfile.ZipFile) -> dict[str, ELFFile]:
    """The shared objects of the wheel, by name."""
    names = [n for n in archive.namelist() if n.endswith(".so")]
    assert names
    return {name: ELFFile(io.BytesIO(archive.read(name))) for name in names}


def needed_versions(elf: ELFFile) -> set[str]:
    """Returns the symbol versions that an object asks of its libraries."""
    section = elf.get_section_by_name(".gnu.version_r")
    return {aux.name for _, versions in section.iter_versions() for aux in versions}


def dynamic_strings(elf: ELFFile, tag: str) -> list[str]:
    """Returns the strings of one kind of dynamic entry."""
    attribute = {"DT_NEEDED": "needed", "DT_RPATH": "rpath", "DT_RUNPATH": "runpath"}[tag]
    entries = elf.get_section_by_name(".dynamic").iter_tags(tag)
    return [getattr(entry, attribute) for entry in entries]


def test_no_symbol_is_newer_than_the_tag(wheel: Path, extensions: dict[str, ELFFile]) -> None:
    (platform,) = parse_wheel_filename(wheel.name).platform_tags
    promised = tuple(int(n) for n in re.match(r"manylinux_(\d+)_(\d+)_", platform).groups())

    for name, elf in extensions.items():
        for version in needed_versions(elf):
            kind, _, number = version.partition("_")
            assert kind == "GLIBC", f"{name} needs {version}"
            assert tuple(int(n) for n in number.split("."))[:2] <= promised, f"{name}: {version}"


def test_only_the_c_library_is_needed(extensions: dict[str, ELFFile]) -> None:
    for name, elf in extensions.items():
        assert set(dynamic_strings(elf, "DT_NEEDED")) <= ALLOWED_LIBRARIES, name


def test_no_object_looks_for_libraries_elsewhere(extensions: dict[str, ELFFile]) -> None:
    for name, elf in extensions.items():
        paths = dynamic_strings(elf, "DT_RPATH") + dynamic_strings(elf, "DT_RUNPATH")
        assert set(paths) <= {"$ORIGIN"}, name


def test_only_the_module_entry_is_exported(extensions: dict[str, ELFFile]) -> None:
    for name, elf in extensions.items():
        module = Path(name).name.split(".")[0]
        exported = {
            symbol.name
            for symbol in elf.get_section_by_name(".dynsym").iter_symbols()
            if symbol["st_shndx"] != "SHN_UNDEF" and symbol["st_info"]["bind"] != "STB_LOCAL"
        }
        assert exported == {f"PyInit_{module}"}


def test_auditwheel_agrees(wheel: Path) -> None:
    (platform,) = parse_wheel_filename(wheel.name).platform_tags

    report = subprocess.run(
        [sys.executable, "-m", "auditwheel", "show", str(wheel)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert report.returncode == 0, report.stderr
    allowed = re.findall(r"manylinux_\d+_\d+_\w+", report.stdout)
    assert platform in allowed or _oldest(allowed) <= _oldest([platform]), report.stdout


def _oldest(platforms: list[str]) -> tuple[int, int]:
    """Returns the lowest glibc version among manylinux platform tags."""
    return min(
        (int(major), int(minor))
        for major, minor in re.findall(r"manylinux_(\d+)_(\d+)_", " ".join(platforms))
    )


def test_no_path_of_the_build_is_left_in_any_member(archive: zipfile.ZipFile) -> None:
    for name in archive.namelist():
        for trace in (b"/execroot/", b"/sandbox/", b"bazel-out/", b"/home/", b"/root/", b"/tmp/"):
            assert trace not in archive.read(name), f"{name} holds {trace.decode()}"
