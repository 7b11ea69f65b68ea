# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The wheels that the gates examine: those that the variable WHEEL names, separated by blanks."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Runs what asks for a wheel once for each."""
    if "wheel" in metafunc.fixturenames:
        paths = [Path(path).absolute() for path in os.environ["WHEEL"].split()]
        tags = [path.stem.split("-", 2)[-1] for path in paths]
        metafunc.parametrize("wheel", paths, ids=tags, indirect=True, scope="session")


@pytest.fixture(scope="session")
def wheel(request: pytest.FixtureRequest) -> Path:
    """Path of a built wheel."""
    return request.param


@pytest.fixture
def archive(wheel: Path) -> Iterator[zipfile.ZipFile]:
    """The wheel, opened for reading."""
    with zipfile.ZipFile(wheel) as opened:
        yield opened
