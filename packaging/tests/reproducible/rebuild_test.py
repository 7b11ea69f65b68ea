# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: who builds the wheel again from the sdist, elsewhere and otherwise, gets the same bytes.

The build inside goes through the build backend, from an unpacked sdist in a folder of its own, with
no action cache and a new output base, as another user, with another umask, time zone, locale and
number of jobs. The sandbox has no network: Bazel and downloads come from the caches of the user.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from wheel_difference import describe_difference

WHEEL = Path(os.environ["WHEEL"]).absolute()
SDIST = Path(os.environ["SDIST"]).absolute()
OTHER_USER = Path(__file__).with_name("other_user.py").absolute()

USER_ID = "54321"
UMASK = 0o077
# The sandbox of this test is around all actions of the build inside.
BAZEL_FLAGS = ["--jobs=3", "--spawn_strategy=local"]
BUILD = f"""
import os, sys
os.umask({UMASK})
sys.path[:0] = ["packaging/backend", "packaging/archive"]
import bazel_backend
print(bazel_backend.build_wheel(sys.argv[1], {{"bazel": {BAZEL_FLAGS}}}))
"""


def warm_caches(home: Path) -> Path:
    """Makes a cache folder that has the Bazel and the downloads of the user, and nothing else."""
    cache = home / ".cache"
    (cache / "tt-nn").mkdir(parents=True)
    for name in ("bazel", "downloads"):
        kept = Path("~/.cache/tt-nn", name).expanduser()
        (cache / "tt-nn" / name).symlink_to(kept)
    return cache


@pytest.fixture
def rebuilt(tmp_path: Path) -> Path:
    """The wheel that somebody else builds."""
    with tarfile.open(SDIST) as archive:
        archive.extractall(tmp_path / "another folder", filter="data")
    (tree,) = (tmp_path / "another folder").iterdir()
    home = tmp_path / "home"
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    environment = {
        "HOME": str(home),
        "LC_ALL": "POSIX",
        "LOGNAME": "somebody",
        "PATH": os.environ["PATH"],
        "TZ": "Pacific/Kiritimati",
        "USER": "somebody",
        "XDG_CACHE_HOME": str(warm_caches(home)),
    }
    outcome = subprocess.run(
        [sys.executable, "-B", OTHER_USER, USER_ID, sys.executable, "-B", "-c", BUILD, wheels],
        cwd=tree,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stdout
    return wheels / outcome.stdout.splitlines()[-1]


def test_wheel_from_the_sdist_has_the_same_bytes(rebuilt: Path) -> None:
    assert rebuilt.name == WHEEL.name
    assert rebuilt.read_bytes() == WHEEL.read_bytes(), describe_difference(WHEEL, rebuilt)
