# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: no component of the wheel is larger than its budget."""

from __future__ import annotations

import pytest
import size_ledger


def test_every_component_is_within_its_budget(capsys: pytest.CaptureFixture[str]) -> None:
    assert size_ledger.main([]) == 0, capsys.readouterr().err
