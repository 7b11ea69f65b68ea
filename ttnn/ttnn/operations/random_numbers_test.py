# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Random numbers are in their range, spread evenly, and the same for one seed."""

from __future__ import annotations

import numpy as np
import pytest

import ttnn

SHAPE = (3, 70, 100)


@pytest.mark.parametrize("layout", [ttnn.TILE_LAYOUT, ttnn.ROW_MAJOR_LAYOUT], ids=str)
@pytest.mark.parametrize("dtype", [ttnn.bfloat16, ttnn.float32])
def test_numbers_are_spread_evenly_over_their_range(
    dtype: ttnn.DataType, layout: ttnn.Layout, device: ttnn.Device
) -> None:
    tensor = ttnn.rand(SHAPE, device, dtype=dtype, layout=layout, low=-1, high=3, seed=7)

    values = ttnn.to_numpy(tensor)
    assert (tensor.dtype, tensor.layout, values.shape) == (dtype, layout, SHAPE)
    assert -1 <= values.min() and values.max() < 3
    counts, _ = np.histogram(values, bins=16, range=(-1, 3))
    # Each bin has 1/16 of all, give or take five standard deviations.
    assert np.abs(counts - values.size / 16).max() < 5 * np.sqrt(values.size / 16)


def test_a_seed_makes_them_the_same(device: ttnn.Device) -> None:
    a, b, c = (ttnn.to_numpy(ttnn.rand(SHAPE, device, seed=seed)) for seed in (3, 3, 4))
    d, e = (ttnn.to_numpy(ttnn.rand(SHAPE, device)) for _ in range(2))

    assert (a == b).all()
    assert (a != c).any() and (d != e).any()


def test_integers_are_cut(device: ttnn.Device) -> None:
    tensor = ttnn.rand(SHAPE, device, dtype=ttnn.int32, low=0, high=4, seed=2)

    assert np.unique(ttnn.to_numpy(tensor)).tolist() == [0, 1, 2, 3]


def test_a_tensor_is_filled(device: ttnn.Device) -> None:
    tensor = ttnn.from_numpy(np.zeros(SHAPE, np.float32), device=device)

    result = ttnn.uniform(tensor, 5, 6, seed=1)

    assert result.buffer_address() == tensor.buffer_address()
    values = ttnn.to_numpy(tensor)
    assert 5 <= values.min() < values.max() < 6


def test_probabilities_are_kept(device: ttnn.Device) -> None:
    chances = np.repeat(np.float32([0, 0.25, 1]), 4000)[None]
    tensor = ttnn.from_numpy(chances, layout=ttnn.TILE_LAYOUT, device=device)

    result = ttnn.bernoulli(tensor, seed=5)

    never, sometimes, always = ttnn.to_numpy(result)[0].reshape(3, -1)
    assert (never == 0).all() and (always == 1).all()
    assert set(np.unique(sometimes)) == {0, 1} and abs(sometimes.mean() - 0.25) < 0.05


def test_what_cannot_be_is_refused(device: ttnn.Device) -> None:
    with pytest.raises(ValueError, match="low and high: 1 and 1; low must be below high"):
        ttnn.rand(SHAPE, device, low=1, high=1)
    with pytest.raises(ValueError, match=r"dtype: DataType\.UINT8; random numbers are of DataType"):
        ttnn.rand(SHAPE, device, dtype=ttnn.uint8)
    integers = ttnn.from_numpy(np.zeros((2, 2), np.int32), device=device)
    with pytest.raises(ValueError, match=r"input: DataType\.INT32; probabilities are floats"):
        ttnn.bernoulli(integers)
