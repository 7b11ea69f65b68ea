# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The wheel that the gates examine: the one target `//:wheel` builds."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def wheel() -> Path:
    """Path of the built wheel."""
    return Path(os.environ["WHEEL"]).absolute()


@pytest.fixture
def archive(wheel: Path) -> Iterator[zipfile.ZipFile]:
    """The wheel, opened for reading."""
    with zipfile.ZipFile(wheel) as opened:
        yield opened
