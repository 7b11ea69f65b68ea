# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The types that describe a tensor, and the constants by which scripts name them."""

from __future__ import annotations

from ttnn._ttnn import (
    BufferType,
    DataType,
    Layout,
    MemoryConfig,
    Shape,
    StorageType,
    TensorMemoryLayout,
    TensorSpec,
)

TILE_SIZE = 32
"""Height and width of a tile in elements."""

bfloat16 = DataType.BFLOAT16
float32 = DataType.FLOAT32

ROW_MAJOR_LAYOUT = Layout.ROW_MAJOR
TILE_LAYOUT = Layout.TILE

DRAM_MEMORY_CONFIG = MemoryConfig(buffer_type=BufferType.DRAM)
"""Interleaved over the DRAM banks of the chip: the default."""
L1_MEMORY_CONFIG = MemoryConfig(buffer_type=BufferType.L1)
"""Interleaved over the L1 memories of all worker cores: nearer and much smaller."""

__all__ = [
    "DRAM_MEMORY_CONFIG",
    "L1_MEMORY_CONFIG",
    "ROW_MAJOR_LAYOUT",
    "TILE_LAYOUT",
    "TILE_SIZE",
    "BufferType",
    "DataType",
    "Layout",
    "MemoryConfig",
    "Shape",
    "StorageType",
    "TensorMemoryLayout",
    "TensorSpec",
    "bfloat16",
    "float32",
]
