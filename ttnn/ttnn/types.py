# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The types that describe a tensor, and the constants by which scripts name them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ttnn._ttnn import (
    BufferType,
    DataType,
    Layout,
    MemoryConfig,
    NdShardSpec,
    Shape,
    ShardDistributionStrategy,
    ShardOrientation,
    ShardSpec,
    StorageType,
    TensorMemoryLayout,
    TensorSpec,
    Tile,
)

TILE_SIZE = 32
"""Height and width of a tile in elements, unless another is asked for."""

bfloat16 = DataType.BFLOAT16
float32 = DataType.FLOAT32
bfloat8_b = DataType.BFLOAT8_B
bfloat4_b = DataType.BFLOAT4_B
uint8 = DataType.UINT8
uint16 = DataType.UINT16
uint32 = DataType.UINT32
int32 = DataType.INT32

ROW_MAJOR_LAYOUT = Layout.ROW_MAJOR
TILE_LAYOUT = Layout.TILE

DEVICE_STORAGE_TYPE = StorageType.DEVICE

DRAM_MEMORY_CONFIG = MemoryConfig(buffer_type=BufferType.DRAM)
"""Interleaved over the DRAM banks of the chip: the default."""
L1_MEMORY_CONFIG = MemoryConfig(buffer_type=BufferType.L1)
"""Interleaved over the L1 memories of all worker cores: nearer and much smaller."""

# Without a specification of shards: what operations are asked for, which then choose one.
L1_HEIGHT_SHARDED_MEMORY_CONFIG = MemoryConfig(TensorMemoryLayout.HEIGHT_SHARDED, BufferType.L1)
L1_WIDTH_SHARDED_MEMORY_CONFIG = MemoryConfig(TensorMemoryLayout.WIDTH_SHARDED, BufferType.L1)
L1_BLOCK_SHARDED_MEMORY_CONFIG = MemoryConfig(TensorMemoryLayout.BLOCK_SHARDED, BufferType.L1)


class ShardStrategy(Enum):
    """How `ttnn.create_sharded_memory_config` cuts a matrix."""

    HEIGHT = 1
    WIDTH = 2
    BLOCK = 3


@dataclass(frozen=True, kw_only=True)
class CoreGrid:
    """Columns and rows of a grid of worker cores, from (0, 0)."""

    x: int
    y: int

    @property
    def num_cores(self) -> int:
        """How many there are."""
        return self.x * self.y


__all__ = [
    "DEVICE_STORAGE_TYPE",
    "DRAM_MEMORY_CONFIG",
    "L1_BLOCK_SHARDED_MEMORY_CONFIG",
    "L1_HEIGHT_SHARDED_MEMORY_CONFIG",
    "L1_MEMORY_CONFIG",
    "L1_WIDTH_SHARDED_MEMORY_CONFIG",
    "ROW_MAJOR_LAYOUT",
    "TILE_LAYOUT",
    "TILE_SIZE",
    "BufferType",
    "CoreGrid",
    "DataType",
    "Layout",
    "MemoryConfig",
    "NdShardSpec",
    "Shape",
    "ShardDistributionStrategy",
    "ShardOrientation",
    "ShardSpec",
    "ShardStrategy",
    "StorageType",
    "TensorMemoryLayout",
    "TensorSpec",
    "Tile",
    "bfloat4_b",
    "bfloat8_b",
    "bfloat16",
    "float32",
    "int32",
    "uint8",
    "uint16",
    "uint32",
]
