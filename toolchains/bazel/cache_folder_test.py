# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from cache_folder import publish
from programs import AssemblyError


def _never() -> None:
    raise AssertionError("nobody else was at work")


def _fill(folder: Path) -> None:
    (folder / "content").write_text("complete")


def test_the_folder_appears_with_its_parents(tmp_path: Path) -> None:
    home = tmp_path / "deep/down/key"

    assert publish(home, _fill, _never)

    assert (home / "content").read_text() == "complete"
    assert not publish(home, _fill, _never)


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        _fill(folder)
        raise AssemblyError("no network")

    with pytest.raises(AssemblyError, match="no network"):
        publish(tmp_path / "key", fail, _never)

    assert os.listdir(tmp_path) == [".lock"]


def test_of_two_at_once_one_assembles_and_the_other_waits(tmp_path: Path) -> None:
    home = tmp_path / "key"
    is_assembling, is_awaited = threading.Event(), threading.Event()
    made = {}

    def assemble_slowly(folder: Path) -> None:
        is_assembling.set()
        assert is_awaited.wait(timeout=30)
        assert not home.exists()
        _fill(folder)

    first = threading.Thread(
        target=lambda: made.update(first=publish(home, assemble_slowly, _never))
    )
    first.start()
    assert is_assembling.wait(timeout=30)
    made["second"] = publish(home, _fill, on_wait=is_awaited.set)
    first.join(timeout=30)

    assert made == {"first": True, "second": False}
    assert is_awaited.is_set()


def test_what_a_killed_process_left_is_removed(tmp_path: Path) -> None:
    home = tmp_path / "key"
    script = f"""
import time
from pathlib import Path
from cache_folder import publish
def assemble(folder):
    (folder / "half").touch()
    print("half", flush=True)
    time.sleep(600)
publish(Path({str(home)!r}), assemble, lambda: None)
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"half\n"
        process.send_signal(signal.SIGKILL)
    assert any(tmp_path.glob(".unfinished-*/half"))

    assert publish(home, _fill, _never)

    assert sorted(os.listdir(tmp_path)) == [".lock", "key"]


def test_a_cache_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(AssemblyError, match=r"cannot write .*/file/key.*XDG_CACHE_HOME"):
        publish(tmp_path / "file/key", _fill, _never)
