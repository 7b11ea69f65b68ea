# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: who builds the wheel again from the sdist, elsewhere and otherwise, gets the same bytes.

The build inside goes through the build backend, from an unpacked sdist in a folder of its own, with
nothing in any cache of results and a new output base, as another user, with another umask, time
zone, locale and number of jobs. The sandbox has no network but loopback: Bazel and downloads come
from the caches of the user. Results go to an nginx, of which the next build has them all.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cache_for_tests import cache_server, has_nginx, require_nginx
from wheel_difference import describe_difference

WHEEL = Path(os.environ["WHEEL"]).absolute()
SDIST = Path(os.environ["SDIST"]).absolute()
OTHER_USER = Path(__file__).with_name("other_user.py").absolute()

USER_ID = "54321"
UMASK = 0o077
# The sandbox of this test is around all actions of the build inside.
BAZEL_FLAGS = ["--jobs=3", "--spawn_strategy=local"]
HOOK = f"""
import os, sys
os.umask({UMASK})
sys.path[:0] = ["packaging/backend", "packaging/archive"]
import bazel_backend
hook, folder, output_base, *flags = sys.argv[1:]
settings = {{"bazel": flags, "bazel-startup": f"--output_base={{output_base}}"}}
print(getattr(bazel_backend, hook)(folder, settings))
"""


@dataclass(frozen=True)
class Somebody:
    """Another user, with a tree.

    Attributes:
        tree: the unpacked sdist.
        wheels: a folder for what the backend makes.
        output_base: where Bazel works.
        environment: all variables.
        flags: of Bazel.
    """

    tree: Path
    wheels: Path
    output_base: Path
    environment: dict[str, str]
    flags: list[str]

    def call(self, hook: str) -> tuple[Path, str]:
        """Calls a hook of the build backend; returns the wheel, and what was printed."""
        arguments = [hook, self.wheels, self.output_base, *self.flags]
        output = self.run(sys.executable, "-B", "-c", HOOK, *arguments)
        return self.wheels / output.splitlines()[-1], output

    def run(self, *command: str | Path) -> str:
        """Runs a command in the tree; returns what it printed."""
        outcome = subprocess.run(
            [sys.executable, "-B", OTHER_USER, USER_ID, *command],
            cwd=self.tree,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert outcome.returncode == 0, outcome.stdout
        return outcome.stdout


def warm_caches(home: Path) -> Path:
    """Makes a cache folder that has the Bazel and the downloads of the user, and nothing else."""
    cache = home / ".cache"
    (cache / "tt-nn").mkdir(parents=True)
    for name in ("bazel", "downloads"):
        kept = Path("~/.cache/tt-nn", name).expanduser()
        (cache / "tt-nn" / name).symlink_to(kept)
    return cache


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("somebody")


@pytest.fixture(scope="module")
def cache_flags(folder: Path) -> Iterator[list[str]]:
    """Flags of Bazel for the cache server; none where there is no nginx."""
    if not has_nginx():  # the wheel is built anew nevertheless
        yield []
        return
    with cache_server(folder / "cache") as port:
        yield [f"--remote_cache=http://127.0.0.1:{port}"]


@pytest.fixture(scope="module")
def somebody(folder: Path, cache_flags: list[str]) -> Somebody:
    with tarfile.open(SDIST) as archive:
        archive.extractall(folder / "another folder", filter="data")
    (tree,) = (folder / "another folder").iterdir()
    home = folder / "home"
    (folder / "wheels").mkdir()
    environment = {
        "HOME": str(home),
        "LC_ALL": "POSIX",
        "LOGNAME": "somebody",
        "PATH": os.environ["PATH"],
        "TZ": "Pacific/Kiritimati",
        "USER": "somebody",
        "XDG_CACHE_HOME": str(warm_caches(home)),
    }
    flags = BAZEL_FLAGS + cache_flags
    return Somebody(tree, folder / "wheels", folder / "output_base", environment, flags)


@pytest.fixture(scope="module")
def rebuilt(somebody: Somebody) -> Path:
    """The wheel that somebody else builds."""
    return somebody.call("build_wheel")[0]


def test_wheel_from_the_sdist_has_the_same_bytes(rebuilt: Path) -> None:
    assert rebuilt.name == WHEEL.name
    assert rebuilt.read_bytes() == WHEEL.read_bytes(), describe_difference(WHEEL, rebuilt)


def test_with_a_remote_cache_nothing_runs_and_an_editable_installation_is_whole(
    rebuilt: Path, somebody: Somebody, cache_flags: list[str]
) -> None:
    """All that an editable installation links to is there, though nothing was made here."""
    require_nginx()

    somebody.run("./bazelw", f"--output_base={somebody.output_base}", "clean")
    _, output = somebody.call("build_editable")

    reports = re.findall(r"\d+ process(?:es)?: (.*)\.", output)
    ran = {how for report in reports for how in re.findall(r"\d+ ([a-z -]+)", report)}
    assert "remote cache hit" in ran
    assert ran <= {"internal", "remote cache hit"}, output
    links = [path for path in (somebody.tree / ".editable").rglob("*") if path.is_symlink()]
    assert links
    assert [link for link in links if not link.exists()] == []
