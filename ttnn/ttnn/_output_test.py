# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Reports arrive wherever they are printed to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ttnn.made_installation import copy_package, environment_for, run_python


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package, in a path that not every output can print."""
    return copy_package(tmp_path_factory.mktemp("user") / "ümlaut").parent


@pytest.mark.parametrize(
    ("command", "variables"),
    [
        (["doctor"], {"PYTHONIOENCODING": "ascii"}),
        ([], {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    ],
)
def test_what_the_output_cannot_print_is_escaped(
    site: Path, command: list[str], variables: dict[str, str]
) -> None:
    outcome = run_python(site, "-m", "ttnn", *command, **variables)

    assert (outcome.returncode, outcome.stderr) == (0, "")
    assert "\\xfcmlaut" in outcome.stdout


@pytest.mark.parametrize("command", [["doctor"], []])
def test_a_reader_that_leaves_is_no_error(site: Path, command: list[str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "ttnn", *command],
        cwd=site.parent,
        env=environment_for(site),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        errors = process.stderr.read()

    assert (process.returncode, errors) == (0, b"")
