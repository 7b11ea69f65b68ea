# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Quantized numbers are those of NumPy in float32, and come back to half a step."""

from __future__ import annotations

import numpy as np
import pytest

import ttnn


@pytest.mark.parametrize("by_channel", [False, True])
def test_numbers_are_quantized_and_come_back(
    by_channel: bool, device: ttnn.Device, random: np.random.Generator
) -> None:
    def send(values: np.ndarray) -> ttnn.Tensor:
        return ttnn.from_numpy(values, layout=ttnn.TILE_LAYOUT, device=device)

    x = random.uniform(-5, 5, (33, 40)).astype(np.float32)
    scale = random.uniform(0.01, 0.1, (40,)).astype(np.float32)
    zero_point = random.integers(-9, 9, (40,), np.int32)
    if not by_channel:
        scale, zero_point = scale[:1], zero_point[:1]
    parameters = (
        (send(scale), send(zero_point)) if by_channel else (float(scale[0]), int(zero_point[0]))
    )

    quantized = ttnn.quantize(send(x), *parameters)
    restored = ttnn.dequantize(quantized, *parameters, dtype=ttnn.float32)

    assert quantized.dtype == ttnn.int32
    np.testing.assert_array_equal(
        ttnn.to_numpy(quantized), np.rint(x / scale + zero_point.astype(np.float32))
    )
    assert np.abs(ttnn.to_numpy(restored) - x).max() <= 0.51 * scale.max()


def test_numbers_are_quantized_anew(device: ttnn.Device, random: np.random.Generator) -> None:
    x = random.integers(-100, 100, (33, 40), np.int32)
    tensor = ttnn.from_numpy(x, layout=ttnn.TILE_LAYOUT, device=device)

    result = ttnn.requantize(tensor, 0.5, 3, 0.25, -7)

    assert result.dtype == ttnn.int32
    np.testing.assert_array_equal(ttnn.to_numpy(result), (x - 3) * 2 - 7)
