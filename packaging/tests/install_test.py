# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: what `pip install` gives a user works, with nothing around it.

The wheel goes into a new virtual environment without index or network; the sandbox has none. Then
the installation is made read-only, and a script runs in an empty folder, with HOME unset and no
compiler on PATH.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("first_steps.py")


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the wheel and NumPy in it, and no write permission left."""
    folder = tmp_path_factory.mktemp("user") / "virtual environment"
    venv.create(folder, with_pip=False, symlinks=True)
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin/python"), "install"]
    numpy = os.environ["NUMPY_WHEEL"]
    subprocess.run(
        [*pip, "--no-index", "--no-deps", "--quiet", str(wheel), str(Path(numpy).absolute())],
        check=True,
    )
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222)
    return folder


def run(environment: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the environment's Python with nothing else in its surroundings."""
    return subprocess.run(
        [str(environment / "bin/python"), *arguments],
        cwd=cwd,
        env={"PATH": str(environment / "bin"), "PYTHONWARNINGS": "error"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_add_and_matmul_match_numpy(environment: Path, tmp_path: Path) -> None:
    outcome = run(environment, tmp_path, "-I", "-c", SCRIPT.read_text(encoding="utf-8"))

    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stdout.splitlines()[-1] == "all results match NumPy"
    assert list(tmp_path.iterdir()) == [], "running a script left files behind"


def test_the_module_describes_itself(environment: Path, tmp_path: Path) -> None:
    outcome = run(environment, tmp_path, "-m", "ttnn")

    assert outcome.returncode == 0, outcome.stderr
    assert str(environment) in outcome.stdout, "the runtime root is the installation"
    assert "wormhole_b0" in outcome.stdout


def test_importing_does_not_import_torch(environment: Path, tmp_path: Path) -> None:
    outcome = run(
        environment, tmp_path, "-c", "import sys, ttnn; assert 'torch' not in sys.modules"
    )

    assert outcome.returncode == 0, outcome.stderr
