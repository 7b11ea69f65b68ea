# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What a user does first works, wherever the package is."""

from __future__ import annotations

import runpy

import pytest


def test_first_steps(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path("packaging/tests/first_steps.py")

    assert capsys.readouterr().out.splitlines()[-1] == "all results match NumPy"
