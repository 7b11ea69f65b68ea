# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: the stub says what somebody has approved, so a change of a binding is seen in review."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

UPDATE = "if it is as wanted, run ./bazelw run //packaging/tests/types:update_stub_golden"


def test_stub_is_the_approved_one() -> None:
    golden, stub = (
        Path(os.environ[name]).read_text(encoding="utf-8").splitlines()
        for name in ("GOLDEN", "STUB")
    )

    change = difflib.unified_diff(golden, stub, "approved", "made of the extension", lineterm="")

    assert golden == stub, "\n".join([UPDATE, *change])
