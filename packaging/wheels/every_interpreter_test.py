# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: the wheel of each interpreter is imported by that interpreter, and opens a device.

Only some of them are in the root file systems in which wheels also compute. There is no NumPy for
most here, so this goes as far as TT-NN does without.
"""

from __future__ import annotations

import json
import os
import subprocess
import zipfile
from pathlib import Path

import pytest

WHEELS = {path.name.split("-")[2]: path for path in map(Path, os.environ["WHEELS"].split())}
INTERPRETERS = {
    facts["tag"]: facts["executable"]
    for path in os.environ["INTERPRETERS"].split()
    for facts in [json.loads(Path(path).read_text(encoding="utf-8"))]
}


def test_each_interpreter_has_its_wheel() -> None:
    assert WHEELS.keys() == INTERPRETERS.keys()


@pytest.mark.parametrize("tag", sorted(INTERPRETERS))
def test_its_wheel_opens_a_device(tag: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(WHEELS[tag]) as archive:
        archive.extractall(tmp_path / "site")

    outcome = subprocess.run(
        [INTERPRETERS[tag], "-B", "-W", "error", "-m", "ttnn"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (outcome.returncode, outcome.stderr) == (0, "")
    assert f"  python        {tag[2]}.{tag[3:]}." in outcome.stdout
    assert f"  package       {tmp_path}/site/ttnn" in outcome.stdout
    assert "wormhole_b0" in outcome.stdout
