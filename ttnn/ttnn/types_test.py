# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

import pytest

import ttnn


def test_a_shape_equals_the_tuple_and_list_of_its_extents() -> None:
    shape = ttnn.Shape([2, 3, 64])

    assert shape == (2, 3, 64)
    assert shape == [2, 3, 64]
    assert (2, 3, 64) == shape
    assert shape != (2, 3)
    assert shape != "Shape([2, 3, 64])"
    assert hash(shape) == hash((2, 3, 64))


def test_a_shape_is_a_sequence() -> None:
    shape = ttnn.Shape((2, 3))

    assert list(shape) == [2, 3]
    assert len(shape) == shape.rank == 2
    assert shape[-1] == 3
    assert repr(shape) == "Shape([2, 3])"
    with pytest.raises(IndexError, match="index 2 is out of range"):
        shape[2]


@pytest.mark.parametrize(
    ("extents", "rule"),
    [
        ([-1], "extent -1 is not between 0 and 2\\^31"),
        ([1] * 9, "rank 9 is above the limit of 8"),
        ([2**31, 2**31], "more than 2\\^48 elements"),
    ],
)
def test_an_impossible_shape_is_refused(extents: list[int], rule: str) -> None:
    with pytest.raises(ValueError, match=rule):
        ttnn.Shape(extents)


def test_memory_configs_are_values() -> None:
    assert ttnn.MemoryConfig() == ttnn.DRAM_MEMORY_CONFIG
    assert ttnn.MemoryConfig(buffer_type=ttnn.BufferType.L1) == ttnn.L1_MEMORY_CONFIG
    assert ttnn.L1_MEMORY_CONFIG != ttnn.DRAM_MEMORY_CONFIG
    assert len({ttnn.MemoryConfig(), ttnn.DRAM_MEMORY_CONFIG}) == 1


def test_a_spec_knows_its_padding() -> None:
    spec = ttnn.TensorSpec((2, 3, 33, 64), ttnn.bfloat16, ttnn.TILE_LAYOUT)

    assert spec.padded_shape == (2, 3, 64, 64)
    assert spec.memory_config == ttnn.DRAM_MEMORY_CONFIG
