# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What the lock of roots holds."""

from __future__ import annotations

import os
import re
from pathlib import Path

import root_lock

LOCK = Path(os.environ["LOCK"])


def test_every_package_of_every_root_is_pinned_by_hash() -> None:
    for name, root in root_lock.read_lock(LOCK).items():
        assert {*root.wanted, *root.alone} <= set(root.packages), name
        for package in root.packages.values():
            assert package.version
            assert re.fullmatch(r"[0-9a-f]{64}", package.sha256)


def test_the_lock_reads_back(tmp_path: Path) -> None:
    copy = tmp_path / "lock.json"

    root_lock.write_lock(copy, root_lock.read_lock(LOCK))

    assert copy.read_text() == LOCK.read_text()
