# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Memory configurations worked out from a shape and a grid of cores, and questions about them."""

from __future__ import annotations

from math import prod

from ttnn._arguments import require_type
from ttnn._ttnn import (
    BufferType,
    CoreCoord,
    CoreRange,
    CoreRangeSet,
    DataType,
    MemoryConfig,
    Shape,
    ShardOrientation,
    ShardSpec,
    StorageType,
    Tensor,
    TensorMemoryLayout,
    Tile,
)
from ttnn.types import CoreGrid, ShardStrategy

_LAYOUTS = {
    ShardStrategy.HEIGHT: TensorMemoryLayout.HEIGHT_SHARDED,
    ShardStrategy.WIDTH: TensorMemoryLayout.WIDTH_SHARDED,
    ShardStrategy.BLOCK: TensorMemoryLayout.BLOCK_SHARDED,
}


def create_sharded_memory_config(
    shape: Shape | tuple[int, ...] | list[int],
    core_grid: CoreGrid | CoreRange | CoreRangeSet,
    strategy: ShardStrategy,
    orientation: ShardOrientation | None = None,
    use_height_and_width_as_shard_shape: bool = False,
) -> MemoryConfig:
    """Returns a configuration in L1 that cuts a tensor of `shape` evenly over the cores.

    Args:
        shape: Of the tensor, whose dimensions but the last count as one height; or of a shard,
            whose last two count.
        core_grid: The cores.
        strategy: Whether each core has whole rows, whole columns or a block.
        orientation: The order of the cores; by rows when None. By columns, the rows of a tensor in
            blocks go along the columns of the grid.
        use_height_and_width_as_shard_shape: `shape` is that of a shard.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: The shape does not divide evenly, or a set of cores is given for a whole tensor.
    """
    require_type("strategy", strategy, ShardStrategy)
    require_type("core_grid", core_grid, CoreGrid, CoreRange, CoreRangeSet)
    order = ShardOrientation.ROW_MAJOR if orientation is None else orientation
    extents = list(shape)
    if use_height_and_width_as_shard_shape:
        if len(extents) < 2:
            raise ValueError(f"shape: {extents}; the shape of a shard has a height and a width")
        shard_shape = (extents[-2], extents[-1])
    else:
        shard_shape = _even_shard(extents, _grid_of(core_grid), strategy, order)
    spec = ShardSpec(_cores(core_grid), shard_shape, order)
    return MemoryConfig(_LAYOUTS[strategy], BufferType.L1, spec)


def _grid_of(core_grid: CoreGrid | CoreRange | CoreRangeSet) -> CoreGrid:
    if isinstance(core_grid, CoreGrid):
        return core_grid
    if isinstance(core_grid, CoreRange):
        size = core_grid.grid_size()
        return CoreGrid(x=size.x, y=size.y)
    raise ValueError(
        "core_grid: a set of cores has no rows and columns to cut a tensor by; give the shape of a "
        "shard and use_height_and_width_as_shard_shape=True"
    )


def _cores(core_grid: CoreGrid | CoreRange | CoreRangeSet) -> CoreRangeSet:
    if isinstance(core_grid, CoreRangeSet):
        return core_grid
    if isinstance(core_grid, CoreRange):
        return CoreRangeSet(core_grid)
    last = CoreCoord(core_grid.x - 1, core_grid.y - 1)
    return CoreRangeSet(CoreRange(CoreCoord(0, 0), last))


def _even_shard(
    extents: list[int], grid: CoreGrid, strategy: ShardStrategy, order: ShardOrientation
) -> tuple[int, int]:
    rows, columns = {
        ShardStrategy.HEIGHT: (grid.num_cores, 1),
        ShardStrategy.WIDTH: (1, grid.num_cores),
        ShardStrategy.BLOCK: (
            (grid.y, grid.x) if order == ShardOrientation.ROW_MAJOR else (grid.x, grid.y)
        ),
    }[strategy]
    height, width = prod(extents[:-1]), extents[-1] if extents else 1
    if height % rows or width % columns:
        raise ValueError(
            f"shape: {extents}; {height} x {width} elements are not {rows} x {columns} even shards"
        )
    return height // rows, width // columns


def get_memory_config(tensor: Tensor) -> MemoryConfig:
    """Returns where `tensor` is stored."""
    require_type("tensor", tensor, Tensor)
    return tensor.memory_config()


def is_sharded(tensor: Tensor) -> bool:
    """Returns whether `tensor` is cut into shards."""
    require_type("tensor", tensor, Tensor)
    return tensor.is_sharded()


def has_storage_type_of(tensor: Tensor, storage_type: StorageType) -> bool:
    """Returns whether `tensor` lives in `storage_type`."""
    require_type("tensor", tensor, Tensor)
    return tensor.storage_type() == storage_type


def is_tensor_storage_on_device(tensor: Tensor) -> bool:
    """Returns whether `tensor` is on a device."""
    return has_storage_type_of(tensor, StorageType.DEVICE)


def has_tile_padding(tensor: Tensor, *, dim: int | None = None) -> bool:
    """Returns whether tiles reach beyond the shape of `tensor`: anywhere, or in dimension `dim`."""
    require_type("tensor", tensor, Tensor)
    padded = list(tensor.padded_shape)
    logical = list(tensor.shape.to_rank(len(padded)))
    return padded != logical if dim is None else padded[dim] != logical[dim]


def tile_size(dtype: DataType) -> int:
    """Returns the bytes of a tile of 32x32 elements."""
    return Tile().get_tile_size(dtype)


def element_size(dtype: DataType) -> int:
    """Returns the bytes of an element; 1 for block floats, whose elements share bytes."""
    return max(1, tile_size(dtype) // 1024) if dtype != DataType.BFLOAT4_B else 1
