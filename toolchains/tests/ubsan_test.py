# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The feature `ubsan` ends a program at its undefined behaviour, and only then."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

LARGEST_INT = str(2**31 - 1)


def run(variable: str, number: str) -> int:
    """The exit status of one of the two programs."""
    return subprocess.run([Path(os.environ[variable]).absolute(), number], check=False).returncode


def test_defined_behaviour_is_the_same_with_and_without() -> None:
    assert run("PLAIN", "41") == 0
    assert run("UBSAN", "41") == 0


def test_overflow_goes_unseen_without_the_feature() -> None:
    assert run("PLAIN", LARGEST_INT) == 1


def test_overflow_traps_with_the_feature() -> None:
    assert run("UBSAN", LARGEST_INT) in (-signal.SIGILL, -signal.SIGTRAP)
