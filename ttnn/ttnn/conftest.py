# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What the tests of the package share: a device, and tensors on it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

import ttnn

DEVICE_ID = 3  # 0 is for tests of programs that open it themselves


@pytest.fixture(scope="session")
def device() -> Iterator[ttnn.Device]:
    with ttnn.manage_device(DEVICE_ID) as device:
        yield device


@pytest.fixture
def random() -> np.random.Generator:
    return np.random.default_rng(seed=2)
