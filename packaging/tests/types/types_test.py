# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: an installed package has types that hold for itself and users, and a true stub."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).absolute().parent
ERROR = re.compile(r"user_program\.py:(\d+): error: .*\[([\w-]+)\]$", re.MULTILINE)
MARK = re.compile(r"# wrong: (.+)$")


def run(folder: Path, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs a checker where nothing of the tree lies, so that it finds the installed package."""
    paths = os.pathsep.join(os.path.abspath(path) for path in sys.path)
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": paths, "MYPY_CACHE_DIR": str(folder / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_package_is_strictly_typed(tmp_path: Path) -> None:
    report = run(tmp_path, "mypy", "--config-file", str(HERE / "mypy.ini"), "-p", "ttnn")

    assert report.returncode == 0, report.stdout + report.stderr


def test_stub_names_what_the_extension_has(tmp_path: Path) -> None:
    """Names, kinds and bases; compiled functions tell Python no signature to compare."""
    configuration = ["--mypy-config-file", str(HERE / "mypy.ini")]
    exceptions = ["--allowlist", str(HERE / "stubtest_allowlist.txt")]

    report = run(tmp_path, "mypy.stubtest", "ttnn._ttnn", "--concise", *configuration, *exceptions)

    assert report.returncode == 0, report.stdout + report.stderr


def test_users_learn_of_what_is_wrong_and_of_nothing_else(tmp_path: Path) -> None:
    """Without the configuration above: users have none of ours."""
    program = (HERE / "user_program.py").read_text(encoding="utf-8")
    (tmp_path / "user_program.py").write_text(program, encoding="utf-8")
    wrong = {
        (number, code)
        for number, line in enumerate(program.splitlines(), start=1)
        if (mark := MARK.search(line))
        for code in mark[1].split(", ")
    }

    report = run(tmp_path, "mypy", "--strict", "user_program.py")

    found = {(int(number), code) for number, code in ERROR.findall(report.stdout)}
    assert found == wrong, report.stdout + report.stderr
