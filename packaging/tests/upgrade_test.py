# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate 9: upgrades and downgrades leave no stale file and no stale state."""

from __future__ import annotations

import csv
import shutil
import zipfile
from pathlib import Path

import pytest
from isolated_python import Installation, copy_of, environment_with_numpy, pip
from other_version import VERSION, write_other_version
from wheel_filename import parse_wheel_filename

MORE = "ttnn/operations/only_in_the_other.py"
FEWER = "ttnn/py.typed"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """Python and NumPy."""
    return environment_with_numpy(tmp_path_factory.mktemp("bare") / "environment")


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """The working directory; what else a program might write to lies in it, and is empty."""
    for name in ("home", "cache", "config", "data", "state", "run", "tmp"):
        (tmp_path / "world" / name).mkdir(parents=True)
    return tmp_path / "world"


@pytest.fixture
def user(bare: Installation, world: Path, tmp_path: Path) -> Installation:
    """A virtual environment without TT-NN, and a HOME."""
    made = copy_of(bare, tmp_path / "environment")
    places = {
        "HOME": "home",
        "TMPDIR": "tmp",
        "XDG_CACHE_HOME": "cache",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_RUNTIME_DIR": "run",
        "XDG_STATE_HOME": "state",
    }
    variables = {variable: str(world / name) for variable, name in places.items()}
    return Installation(made.folder, made.python, variables)


@pytest.fixture
def other_wheel(wheel: Path, tmp_path: Path) -> Path:
    """Another version: one file more, one fewer, and kernels of other bytes that do the same."""
    with zipfile.ZipFile(wheel) as archive:
        kernels = [name for name in archive.namelist() if name.endswith(".elf")]
        change = {name: archive.read(name) + b"\0" for name in kernels}
    return write_other_version(wheel, tmp_path, change={**change, MORE: b"", FEWER: None})


def files(folder: Path) -> set[str]:
    """The files below a folder, relative to it."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def files_of_the_package(user: Installation, bare: Installation) -> set[str]:
    """What installing TT-NN has added to the packages."""
    return files(user.site_packages) - files(bare.site_packages)


def recorded_files(user: Installation) -> set[str]:
    """What the only RECORD of TT-NN names."""
    (record,) = user.site_packages.glob("ttnn-*.dist-info/RECORD")
    return {row[0] for row in csv.reader(record.read_text(encoding="utf-8").splitlines())}


def members(wheel: Path) -> dict[str, bytes]:
    """What is in the wheel but for the list of it, to which the installer adds."""
    with zipfile.ZipFile(wheel) as archive:
        return {
            name: archive.read(name) for name in archive.namelist() if not name.endswith("/RECORD")
        }


def test_each_installation_is_as_if_it_were_the_first(
    bare: Installation, user: Installation, wheel: Path, other_wheel: Path, world: Path
) -> None:
    script = str(Path(__file__).with_name("first_steps.py").absolute())
    version = parse_wheel_filename(wheel.name).version

    for installed, wanted in [(wheel, version), (other_wheel, VERSION), (wheel, version)]:
        pip(user.python, "install", str(installed), variables=user.variables)

        assert files_of_the_package(user, bare) == recorded_files(user)
        for name, content in members(installed).items():
            assert (user.site_packages / name).read_bytes() == content
        assert user.output(world, "-m", "ttnn", "--version") == f"ttnn {wanted}\n"
        assert "all results match NumPy" in user.output(world, script)
        user.output(world, "-m", "ttnn", "verify")
        assert files_of_the_package(user, bare) == recorded_files(user)
        assert ((user.site_packages / MORE).exists(), (user.site_packages / FEWER).exists()) == (
            (True, False) if installed is other_wheel else (False, True)
        )

    assert files(world) == set()


def test_a_stale_file_would_be_noticed(
    bare: Installation, user: Installation, wheel: Path, world: Path
) -> None:
    pip(user.python, "install", str(wheel))
    shutil.copy(user.site_packages / "ttnn/types.py", user.site_packages / "ttnn/stale.py")

    assert files_of_the_package(user, bare) - recorded_files(user) == {"ttnn/stale.py"}
    outcome = user.run(world, "-m", "ttnn", "verify")
    assert outcome.returncode == 1
    assert "stale.py" in outcome.stdout


def test_uninstalling_leaves_nothing(
    bare: Installation, user: Installation, wheel: Path, world: Path
) -> None:
    pip(user.python, "install", str(wheel), variables=user.variables)
    user.output(world, "-c", "import ttnn")
    pip(user.python, "uninstall", "--yes", "ttnn", variables=user.variables)

    assert files(user.folder) == files(bare.folder)
    assert files(world) == set()
