# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate 4: what `pip install` gives works alone, wherever it is and whatever lies around.

There is no network, no index, no compiler and no HOME; the installation is read-only, in a path
with blanks and letters beyond ASCII, and no run may touch it or the folder in which it starts.
"""

from __future__ import annotations

import errno
import json
import shutil
import socket
import zipfile
from pathlib import Path

import pytest
from isolated_python import Installation, copy_of, environment_with_numpy, pip
from other_version import VERSION, write_other_version

ODD_NAME = "blanks, ümlaut and 用户"
ROOT = "import ttnn; print(ttnn.__version__, ttnn._ttnn.runtime_root().path)"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """Python and NumPy."""
    return environment_with_numpy(tmp_path_factory.mktemp("bare") / "environment")


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a user does first, in a folder of its own."""
    source = Path(__file__).with_name("first_steps.py")
    return str(shutil.copy(source, tmp_path_factory.mktemp("scripts")))


def in_environment(bare: Installation, wheel: Path, folder: Path) -> Installation:
    installation = copy_of(bare, folder / ODD_NAME)
    pip(installation.python, "install", str(wheel))
    return installation


def in_environment_behind_a_link(bare: Installation, wheel: Path, folder: Path) -> Installation:
    link = folder / "link"
    link.symlink_to(in_environment(bare, wheel, folder).folder)
    return Installation(link, link / "bin/python")


def in_moved_environment(bare: Installation, wheel: Path, folder: Path) -> Installation:
    moved = in_environment(bare, wheel, folder).folder.rename(folder / "moved")
    return Installation(moved, moved / "bin/python")


def in_target_folder(bare: Installation, wheel: Path, folder: Path) -> Installation:
    target = folder / ODD_NAME
    pip(bare.python, "install", "--no-deps", "--target", str(target), str(wheel))
    return Installation(target, bare.python, {"PYTHONPATH": str(target)})


def in_moved_target_folder(bare: Installation, wheel: Path, folder: Path) -> Installation:
    moved = in_target_folder(bare, wheel, folder).folder.rename(folder / "moved")
    return Installation(moved, bare.python, {"PYTHONPATH": str(moved)})


WAYS = [
    in_environment,
    in_environment_behind_a_link,
    in_moved_environment,
    in_target_folder,
    in_moved_target_folder,
]


@pytest.fixture(scope="module", params=WAYS, ids=lambda way: way.__name__)
def installation(
    request: pytest.FixtureRequest,
    bare: Installation,
    wheel: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Installation:
    made = request.param(bare, wheel, tmp_path_factory.mktemp("user"))
    made.make_read_only()
    return made


def test_there_is_neither_network_nor_compiler(bare: Installation) -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as end, pytest.raises(OSError) as error:
        end.connect(("192.0.2.1", 9))  # nothing is sent: it asks for a route

    assert error.value.errno == errno.ENETUNREACH
    assert [
        name
        for name in ("ar", "as", "c++", "cc", "clang", "cpp", "g++", "gcc", "ld")
        if shutil.which(name, path=bare.path)
    ] == []


def test_results_match_numpy(installation: Installation, script: str, tmp_path: Path) -> None:
    output = installation.output(tmp_path, script)

    assert output.splitlines()[-1] == "all results match NumPy"


def test_files_come_from_the_installation(installation: Installation, tmp_path: Path) -> None:
    lines = installation.output(tmp_path, "-m", "ttnn").splitlines()

    for topic in ("package", "runtime root"):
        (line,) = (line for line in lines if line.strip().startswith(topic))
        assert f" {installation.folder}/" in line
    assert any("wormhole_b0" in line for line in lines)


def test_importing_does_not_import_torch(installation: Installation, tmp_path: Path) -> None:
    installation.output(tmp_path, "-c", "import sys, ttnn; assert 'torch' not in sys.modules")


def test_doctor_finds_nothing_that_is_amiss(installation: Installation, tmp_path: Path) -> None:
    report = json.loads(installation.output(tmp_path, "-m", "ttnn", "doctor", "--json"))

    assert [finding for finding in report["findings"] if finding["status"] != "ok"] == []
    assert any("from a wheel" in finding["fact"] for finding in report["findings"])


def put_decoys(wheel: Path, cwd: Path, *, packages: bool) -> None:
    """Fills a folder with what must not be taken: each file where it might be looked for."""
    for folder in (cwd, cwd / "ttnn", cwd / "tt_metal"):
        with zipfile.ZipFile(wheel) as archive:
            for member in archive.namelist():
                if member.endswith((".elf", ".so")):
                    decoy = folder / member.removeprefix("ttnn/")
                    decoy.parent.mkdir(parents=True, exist_ok=True)
                    decoy.write_text("decoy")
        if packages:
            (folder / "__init__.py").write_text("raise RuntimeError('decoy')")


@pytest.mark.parametrize("packages", [False, True])
def test_nothing_is_taken_from_the_working_directory(
    installation: Installation, wheel: Path, script: str, tmp_path: Path, packages: bool
) -> None:
    put_decoys(wheel, tmp_path, packages=packages)

    assert "all results match NumPy" in installation.output(tmp_path, script)
    if not packages:  # else Python itself prefers those of the working directory
        assert "wormhole_b0" in installation.output(tmp_path, "-m", "ttnn")
    elif not installation.variables:  # -I has no regard for PYTHONPATH
        assert "wormhole_b0" in installation.output(tmp_path, "-I", "-m", "ttnn")


def test_two_versions_side_by_side_use_their_own_files(
    bare: Installation, wheel: Path, script: str, tmp_path: Path
) -> None:
    kernels = [name for name in zipfile.ZipFile(wheel).namelist() if name.endswith(".elf")]
    other_wheel = write_other_version(wheel, tmp_path, change=dict.fromkeys(kernels, b"broken"))
    one, other, cwd = (tmp_path / name for name in ("one", "other", "cwd"))
    for folder in (one, other, cwd):
        folder.mkdir()
    this_version = in_target_folder(bare, wheel, one)
    other_version = in_target_folder(bare, other_wheel, other)

    assert other_version.output(cwd, "-c", ROOT) == f"{VERSION} {other_version.folder}/ttnn\n"
    assert f"{other_version.folder}/ttnn/kernels" in other_version.run(cwd, script).stderr
    assert this_version.output(cwd, "-c", ROOT).endswith(f" {this_version.folder}/ttnn\n")
    assert "all results match NumPy" in this_version.output(cwd, script)


def test_a_wheel_on_the_path_says_that_it_must_be_installed(
    bare: Installation, wheel: Path, tmp_path: Path
) -> None:
    user = Installation(bare.folder, bare.python, {"PYTHONPATH": str(wheel)})

    outcome = user.run(tmp_path, "-c", "import ttnn")

    assert outcome.returncode == 1
    message = outcome.stderr.splitlines()[-1]
    assert message.startswith("ImportError: ")
    assert f"pip install {wheel}" in message


@pytest.mark.parametrize("place", ["__file__ + '.cache'", "'generated.txt'"])
def test_a_package_that_writes_would_be_noticed(
    bare: Installation, wheel: Path, tmp_path: Path, place: str
) -> None:
    module = f"open({place}, 'w').close()\n".encode()
    writing = write_other_version(wheel, tmp_path, change={"ttnn/__init__.py": module})
    user = in_target_folder(bare, writing, tmp_path)
    (tmp_path / "cwd").mkdir()

    with pytest.raises(AssertionError, match="the run wrote to"):
        user.run(tmp_path / "cwd", "-c", "import ttnn")
