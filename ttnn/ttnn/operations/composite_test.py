# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Compositions of elementwise operations and movements, against NumPy."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

import ttnn
from ttnn import reference_functions as reference

GATES = {
    "glu": reference.sigmoid,
    "reglu": lambda x: np.maximum(x, 0),
    "geglu": reference.gelu,
    "swiglu": lambda x: x * reference.sigmoid(x),
}


def on_device(values: np.ndarray, device: ttnn.Device) -> ttnn.Tensor:
    return ttnn.from_numpy(values, layout=ttnn.TILE_LAYOUT, device=device)


@pytest.mark.parametrize("name", GATES)
def test_first_half_is_gated_by_the_second(
    name: str, device: ttnn.Device, random: np.random.Generator
) -> None:
    x = random.uniform(-4, 4, (2, 40, 128)).astype(np.float32)
    operation: Callable[..., ttnn.Tensor] = getattr(ttnn, name)

    result = operation(on_device(x, device))

    first, second = np.split(x.astype(np.float64), 2, axis=-1)
    # The gate and the product are rounded to float32, one after the other.
    np.testing.assert_allclose(ttnn.to_numpy(result), first * GATES[name](second), rtol=2**-22)


@pytest.mark.parametrize("weight", [0.5, [0.5], None], ids=str)
def test_slopes_below_zero(
    weight: float | list[float] | None, device: ttnn.Device, random: np.random.Generator
) -> None:
    x = random.integers(-8, 8, (2, 5, 33, 34)).astype(np.float32)
    slopes = np.float32([0.5, 1, 2, 0, -1])

    result = ttnn.prelu(
        on_device(x, device), on_device(slopes, device) if weight is None else weight
    )

    by_channel = slopes[:, None, None] if weight is None else 0.5
    np.testing.assert_array_equal(ttnn.to_numpy(result), np.where(x < 0, x * by_channel, x))


@pytest.mark.parametrize("batch", [(), (3,)], ids=str)
def test_outer_products(
    batch: tuple[int, ...], device: ttnn.Device, random: np.random.Generator
) -> None:
    a, b = (random.integers(-8, 8, (*batch, n)).astype(np.float32) for n in (40, 70))

    result = ttnn.outer(on_device(a, device), on_device(b, device))

    np.testing.assert_array_equal(ttnn.to_numpy(result), a[..., :, None] * b[..., None, :])


def test_what_cannot_be_is_refused(device: ttnn.Device) -> None:
    tensor = on_device(np.zeros((2, 96), np.float32), device)

    with pytest.raises(ValueError, match=r"input_tensor: Shape\(\[2, 96\]\); the last extent is"):
        ttnn.glu(tensor)
    with pytest.raises(ValueError, match="dim: 0; halves are taken of the last dimension"):
        ttnn.swiglu(tensor, 0)
    with pytest.raises(ValueError, match="weight: 2 numbers; a list has one"):
        ttnn.prelu(tensor, [1.0, 2.0])
