# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Tensors cut into shards: where values lie, and that they all come back."""

from __future__ import annotations

import numpy as np
import pytest

import ttnn
from ttnn import BufferType, CoreCoord, CoreGrid, CoreRange, CoreRangeSet, ShardSpec, ShardStrategy
from ttnn import TensorMemoryLayout as MemoryLayout

ROW = CoreRangeSet(CoreRange(CoreCoord(0, 0), CoreCoord(3, 0)))
SQUARE = CoreRangeSet(CoreRange(CoreCoord(1, 1), CoreCoord(2, 2)))
BANKS = CoreRangeSet(CoreRange(CoreCoord(0, 0), CoreCoord(3, 0)))


def height(rows: int, width: int, cores: CoreRangeSet = ROW) -> ttnn.MemoryConfig:
    return ttnn.MemoryConfig(
        MemoryLayout.HEIGHT_SHARDED, BufferType.L1, ShardSpec(cores, (rows, width))
    )


def width(rows: int, columns: int, memory: BufferType = BufferType.L1) -> ttnn.MemoryConfig:
    return ttnn.MemoryConfig(MemoryLayout.WIDTH_SHARDED, memory, ShardSpec(ROW, (rows, columns)))


def block(
    rows: int, columns: int, orientation: ttnn.ShardOrientation = ttnn.ShardOrientation.ROW_MAJOR
) -> ttnn.MemoryConfig:
    return ttnn.MemoryConfig(
        MemoryLayout.BLOCK_SHARDED, BufferType.L1, ShardSpec(SQUARE, (rows, columns), orientation)
    )


def nd(shape: tuple[int, ...], memory: BufferType = BufferType.L1) -> ttnn.MemoryConfig:
    return ttnn.MemoryConfig(
        memory, ttnn.NdShardSpec(shape, SQUARE if memory == BufferType.L1 else BANKS)
    )


CASES = [
    ((128, 64), height(32, 64)),
    ((2, 60, 64), height(32, 64)),
    ((64, 128), width(64, 32)),
    ((64, 100), width(64, 32)),
    ((64, 128), width(64, 32, BufferType.DRAM)),
    ((64, 64), block(32, 32)),
    ((64, 64), block(32, 32, ttnn.ShardOrientation.COL_MAJOR)),
    ((50, 40), block(32, 32)),
    ((3, 64, 96), nd((1, 32, 64))),
    ((3, 64, 96), nd((2, 64, 32), BufferType.DRAM)),
    ((2, 3, 4, 32, 32), nd((2, 32, 32))),
]


@pytest.mark.parametrize(
    ("layout", "dtype"),
    [
        (ttnn.TILE_LAYOUT, ttnn.bfloat16),
        (ttnn.TILE_LAYOUT, ttnn.float32),
        (ttnn.TILE_LAYOUT, ttnn.uint8),
        (ttnn.TILE_LAYOUT, ttnn.bfloat8_b),
        (ttnn.ROW_MAJOR_LAYOUT, ttnn.bfloat16),
        (ttnn.ROW_MAJOR_LAYOUT, ttnn.float32),
        (ttnn.ROW_MAJOR_LAYOUT, ttnn.uint8),
    ],
)
@pytest.mark.parametrize(("shape", "memory_config"), CASES)
def test_values_survive(
    shape: tuple[int, ...],
    memory_config: ttnn.MemoryConfig,
    layout: ttnn.Layout,
    dtype: ttnn.DataType,
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    values = random.integers(0, 100, shape).astype(np.float32)
    host = ttnn.from_numpy(values, dtype=dtype, layout=layout)

    tensor = ttnn.to_device(host, device, memory_config)

    assert tensor.memory_config() == memory_config
    assert tensor.is_sharded()
    np.testing.assert_array_equal(ttnn.to_numpy(tensor), ttnn.to_numpy(host))


def test_a_row_major_shard_has_its_part_of_each_row(device: ttnn.Device) -> None:
    values = np.arange(4 * 100, dtype=np.float32).reshape(4, 100)

    tensor = ttnn.from_numpy(values, device=device, memory_config=width(4, 32))

    assert tensor.buffer_page_size() == 32 * 4
    assert tensor.buffer_num_pages() == 4 * 4


@pytest.mark.parametrize(
    ("strategy", "grid", "orientation", "shard"),
    [
        (ShardStrategy.HEIGHT, CoreGrid(x=4, y=2), None, (32, 128)),
        (ShardStrategy.WIDTH, CoreGrid(x=4, y=1), None, (256, 32)),
        (ShardStrategy.BLOCK, CoreGrid(x=4, y=2), None, (128, 32)),
        (ShardStrategy.BLOCK, CoreGrid(x=4, y=2), ttnn.ShardOrientation.COL_MAJOR, (64, 64)),
    ],
)
def test_an_even_configuration_is_worked_out(
    strategy: ShardStrategy,
    grid: CoreGrid,
    orientation: ttnn.ShardOrientation | None,
    shard: tuple[int, int],
    device: ttnn.Device,
) -> None:
    config = ttnn.create_sharded_memory_config((2, 128, 128), grid, strategy, orientation)

    assert config.buffer_type == BufferType.L1
    assert tuple(config.shard_spec.shape) == shard
    values = np.arange(2 * 128 * 128, dtype=np.float32).reshape(2, 128, 128)
    tensor = ttnn.from_numpy(values, layout=ttnn.TILE_LAYOUT, device=device, memory_config=config)
    np.testing.assert_array_equal(ttnn.to_numpy(tensor), values)


def test_a_shard_shape_may_be_given_for_any_cores() -> None:
    config = ttnn.create_sharded_memory_config(
        (1, 32, 64), SQUARE, ShardStrategy.HEIGHT, use_height_and_width_as_shard_shape=True
    )

    assert config.shard_spec == ShardSpec(SQUARE, (32, 64))


def test_an_uneven_configuration_is_refused() -> None:
    with pytest.raises(
        ValueError, match=r"\[100, 64\]; 100 x 64 elements are not 8 x 1 even shards"
    ):
        ttnn.create_sharded_memory_config((100, 64), CoreGrid(x=4, y=2), ShardStrategy.HEIGHT)
    with pytest.raises(ValueError, match="core_grid: a set of cores has no rows"):
        ttnn.create_sharded_memory_config((128, 64), ROW, ShardStrategy.HEIGHT)


@pytest.mark.parametrize(
    ("memory_config", "rule"),
    [
        (ttnn.L1_HEIGHT_SHARDED_MEMORY_CONFIG, "needs a shard_spec"),
        (height(16, 64), "whole tiles of Tile"),
        (height(32, 32), "must have its whole width"),
        (height(32, 64, SQUARE), "for one each"),
        (width(32, 32), "must have its whole height"),
    ],
)
def test_shards_that_do_not_fit_are_refused(memory_config: ttnn.MemoryConfig, rule: str) -> None:
    values = np.zeros((256, 64), dtype=np.float32)

    with pytest.raises(ValueError, match=rule):
        ttnn.from_numpy(values, layout=ttnn.TILE_LAYOUT, memory_config=memory_config)


def test_specs_are_cut_by_what_shall_be_cut() -> None:
    spec = ttnn.TensorSpec((2, 96, 64), ttnn.bfloat16, ttnn.TILE_LAYOUT, buffer_type=BufferType.L1)

    assert tuple(spec.height_sharded(ROW).memory_config.shard_spec.shape) == (64, 64)
    assert tuple(spec.width_sharded(ROW).memory_config.shard_spec.shape) == (192, 32)
    rectangle = CoreRange(CoreCoord(0, 0), CoreCoord(1, 2))
    assert tuple(spec.block_sharded(rectangle).memory_config.shard_spec.shape) == (64, 32)
    assert spec.sharded((1, 20, 64), ROW).memory_config.nd_shard_spec.shard_shape == (1, 32, 64)
    across = spec.sharded_across_dims([0, 1], ROW).memory_config.nd_shard_spec
    assert across.shard_shape == (1, 32, 64)
    assert spec.sharded_across_dims_except([-1], ROW).memory_config.nd_shard_spec == across
    with pytest.raises(IndexError, match="dims: 3 is not a dimension"):
        spec.sharded_across_dims([3], ROW)


def test_configurations_are_values() -> None:
    assert height(32, 64) == height(32, 64)
    assert height(32, 64) != height(64, 64)
    assert len({height(32, 64), height(32, 64), nd((1, 32, 32))}) == 2
    assert "shard_spec=ShardSpec(grid={[(0,0)-(3,0)]}, shape=(32, 64)" in repr(height(32, 64))
    assert height(32, 64).with_shard_spec(None) == ttnn.L1_HEIGHT_SHARDED_MEMORY_CONFIG
