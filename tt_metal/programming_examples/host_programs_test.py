# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Each host program in C++ runs, and its numbers are right."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

PROGRAMS = {path.name: path for path in map(Path, os.environ["HOST_PROGRAMS"].split())}

PRINTED = {
    "add_shards": "49152 sums in shards on 16 cores, 0 wrong\n",
    "add_two_integers": "14 + 7 = 21\n",
    "distributed_add": "12288 sums on 2 chips, 0 wrong\n",
}


@pytest.mark.parametrize("program", PROGRAMS)
def test_program_prints_what_it_should(program: str, tmp_path: Path) -> None:
    environment = os.environ | {"TT_METAL_CACHE": str(tmp_path)}
    if root := os.environ["RUNTIME_ROOT"]:
        environment["TT_METAL_RUNTIME_ROOT"] = str(Path(root).absolute())

    result = subprocess.run([PROGRAMS[program]], env=environment, capture_output=True, text=True)

    assert (result.stdout, result.stderr, result.returncode) == (PRINTED[program], "", 0)
    assert any(tmp_path.iterdir()), "no kernel was compiled"
