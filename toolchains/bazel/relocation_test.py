# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

from pathlib import Path

import pytest
import relocation
from programs import AssemblyError


def test_absolute_links_become_relative_and_others_stay(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "usr/lib").mkdir(parents=True)
    (root / "usr/bin").mkdir()
    (root / "usr/lib/real.so").write_text("library")
    (root / "usr/lib/relative.so").symlink_to("real.so")
    (root / "usr/bin/file").symlink_to("/usr/lib/real.so")
    (root / "libraries").symlink_to("/usr/lib")

    relocation.relink(root)

    assert (root / "usr/bin/file").readlink() == Path("../lib/real.so")
    assert (root / "libraries").readlink() == Path("usr/lib")
    assert (root / "usr/lib/relative.so").readlink() == Path("real.so")
    assert (root / "usr/bin/file").read_text() == "library"


def _class_path(root: Path, listed: list[str], present: list[str]) -> Path:
    for jar in [*present, "perfmark-api", "perfmark-impl"]:
        file = root / f"usr/share/java/{jar}.jar"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    file = root / relocation.CLASS_PATH
    file.parent.mkdir(parents=True)
    file.write_text("".join(f"/usr/share/java/{jar}.jar\n" for jar in listed))
    relocation.write_release(root, "7.7.1")
    return file


def test_class_path_points_home_and_is_complete(tmp_path: Path) -> None:
    file = _class_path(tmp_path, ["guava", "netty-tcnative", "gson"], ["guava", "gson"])

    relocation.rewrite_class_path(tmp_path, Path("/home/x"))

    assert file.read_text().splitlines() == [
        f"/home/x/usr/share/java/{jar}.jar"
        for jar in ("guava", "gson", "perfmark-api", "perfmark-impl")
    ] + ["/home/x/release"]
    assert (tmp_path / "release/build-data.properties").read_text() == "build.label=7.7.1\n"


def test_class_path_with_a_jar_of_no_package_is_refused(tmp_path: Path) -> None:
    _class_path(tmp_path, ["guava", "brand-new"], ["guava"])

    with pytest.raises(AssemblyError, match=r"no package brought /usr/share/java/brand-new\.jar"):
        relocation.rewrite_class_path(tmp_path, Path("/home/x"))


def test_a_missing_library_is_named(tmp_path: Path) -> None:
    loader = tmp_path / relocation.LOADER
    loader.parent.mkdir(parents=True)
    loader.write_text(
        "#!/bin/sh\necho 'liba.so.1 => /x/liba.so.1'\necho 'libb.so.2 => not found'\n"
    )
    loader.chmod(0o755)

    with pytest.raises(AssemblyError, match=r"no package brought libb\.so\.2 for bazel"):
        relocation.check_libraries(tmp_path, [tmp_path / "bazel"])
