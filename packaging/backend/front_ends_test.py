# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: the front ends get the very bytes that Bazel made, by the commands that the README shows.

They call the real backend in a tree with a program in Bazel's place, which hands over a wheel that
Bazel has made before; `//packaging/tests/reproducible` has Bazel itself behind the backend.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest
from bazel_stand_in import StandIn
from pyproject_hooks import BuildBackendHookCaller

WHEEL, MANIFEST, METADATA, UV, README = (
    Path(os.environ[name]).absolute() for name in ("WHEEL", "MANIFEST", "METADATA", "UV", "README")
)
WHEELS_OF_FRONT_ENDS = os.environ["FRONT_ENDS"].split()
SECTION = "## From source with pip, build or uv"
COMMANDS = re.findall(
    r"^((?:pip|python|uv) .*?)\s*(?:#.*)?$",
    README.read_text(encoding="utf-8").partition(SECTION)[2].partition("\n## ")[0],
    flags=re.MULTILINE,
)


def copy_tree(folder: Path) -> StandIn:
    """Makes a tree with all that the front ends read, and the stand-in."""
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(name, folder)
    for name in ("backend", "archive"):
        shutil.copytree(Path("packaging", name), folder / "packaging" / name)
    return StandIn(folder)


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the tree's Bazel has the sdist."""
    return tmp_path_factory.mktemp("built") / "ttnn-0.1.0.tar.gz"


@pytest.fixture(scope="module")
def tree(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tree whose Bazel has made everything."""
    folder = tmp_path_factory.mktemp("a tree")
    bazel = copy_tree(folder)
    bazel.answer(
        {
            "//:wheel": WHEEL,
            "//:wheel manifest": MANIFEST,
            "//:wheel members": WHEEL,
            "//:wheel metadata": METADATA,
            "//:sdist": sdist,
        },
        {"cquery": f"bazel-out/bin/{WHEEL.name}", "info": str(folder)},
    )
    shutil.copy(METADATA, folder / "PKG-INFO")
    with tarfile.open(sdist, "w:gz") as archive:
        archive.add(folder, "ttnn-0.1.0")
    (folder / "PKG-INFO").unlink()
    return folder


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with python, pip and uv, apart from those of the machine."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin/python"), "install"]
    # What this test imports counts as installed there otherwise.
    options = ["--quiet", "--no-index", "--no-deps", "--ignore-installed"]
    subprocess.run([*pip, *options, *WHEELS_OF_FRONT_ENDS], check=True)
    (folder / "bin/uv").symlink_to(UV)
    return folder / "bin"


@pytest.fixture
def environment(programs: Path, tmp_path: Path) -> dict[str, str]:
    """Variables of somebody without network."""
    return {
        "HOME": str(tmp_path),
        # The stand-in starts none of the machine's programs; pip and build do.
        "PATH": f"{programs}:/usr/bin:/bin",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "UV_NO_CONFIG": "1",
        "UV_OFFLINE": "1",
        "UV_PYTHON": str(programs / "python"),
    }


def test_the_readme_shows_every_front_end() -> None:
    assert {command.split()[0] for command in COMMANDS} == {"pip", "python", "uv"}


@pytest.mark.parametrize("command", COMMANDS)
def test_shown_command_gives_the_very_bytes(
    command: str, tree: Path, sdist: Path, programs: Path, environment: dict[str, str]
) -> None:
    shutil.rmtree(tree / "dist", ignore_errors=True)

    outcome = subprocess.run(
        ["sh", "-ec", command], cwd=tree, env=environment, capture_output=True, text=True
    )

    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    if command.startswith("pip"):
        (site_packages,) = programs.parent.glob("lib/python*/site-packages")
        with zipfile.ZipFile(WHEEL) as archive:
            for name in archive.namelist():
                is_ours = ".dist-info/" in name and not name.endswith("/RECORD")
                if is_ours or ("-e" not in command and not name.endswith("/RECORD")):
                    assert (site_packages / name).read_bytes() == archive.read(name), name
        assert (site_packages / "_ttnn_editable.pth").exists() == ("-e" in command)
        # What is linked must be here, and not only in a cache that Bazel knows.
        asked = (tree / "calls.json").read_text(encoding="utf-8")
        assert "-e" not in command or "--output_groups=members" in asked
    else:
        built = {file.name: file.read_bytes() for file in (tree / "dist").glob("ttnn-*")}
        assert built == {file.name: file.read_bytes() for file in (WHEEL, sdist)}


def test_metadata_without_a_wheel_is_that_of_the_wheel(tree: Path, tmp_path: Path) -> None:
    backend = BuildBackendHookCaller(
        str(tree), "bazel_backend", ["packaging/backend", "packaging/archive"]
    )

    name = backend.prepare_metadata_for_build_wheel(tmp_path, _allow_fallback=False)

    with zipfile.ZipFile(WHEEL) as archive:
        assert (tmp_path / name / "METADATA").read_bytes() == archive.read(f"{name}/METADATA")
