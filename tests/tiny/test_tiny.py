# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The first file to read: what a user does, in the fewest lines and by public names alone."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

import ttnn


@pytest.fixture
def device() -> Iterator[ttnn.Device]:
    with ttnn.manage_device(device_id=0) as device:
        yield device


def test_add(device: ttnn.Device) -> None:
    a = np.arange(12, dtype=np.float32).reshape(3, 4)
    b = np.full((3, 4), 0.5, dtype=np.float32)

    total = ttnn.add(
        ttnn.from_numpy(a, layout=ttnn.TILE_LAYOUT, device=device),
        ttnn.from_numpy(b, layout=ttnn.TILE_LAYOUT, device=device),
    )

    np.testing.assert_array_equal(ttnn.to_numpy(total), a + b)


def test_matmul(device: ttnn.Device) -> None:
    # Small integers, so that neither bfloat16 nor the order of the sum loses a bit.
    a = np.arange(40 * 50, dtype=np.float32).reshape(40, 50) % 7
    b = np.arange(50 * 33, dtype=np.float32).reshape(50, 33) % 5

    product = ttnn.from_numpy(
        a, dtype=ttnn.bfloat16, layout=ttnn.TILE_LAYOUT, device=device
    ) @ ttnn.from_numpy(b, dtype=ttnn.bfloat16, layout=ttnn.TILE_LAYOUT, device=device)

    assert product.shape == (40, 33)
    np.testing.assert_allclose(
        ttnn.to_numpy(product), a @ b, rtol=2.0**-8
    )  # rounded once to 8 bits
