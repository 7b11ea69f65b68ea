# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Operations that copy a tensor: into other memory, in other shards, onto another tensor."""

from __future__ import annotations

from typing import Any

from ttnn import _ttnn
from ttnn._arguments import require_type
from ttnn._ttnn import (
    BufferType,
    CoreCoord,
    CoreRange,
    CoreRangeSet,
    DataType,
    MemoryConfig,
    ShardOrientation,
    ShardSpec,
    Tensor,
    TensorMemoryLayout,
)
from ttnn.operations.movement.arguments import checked_ints, is_on_host, operation, require_tensor
from ttnn.operations.movement.cast import cast
from ttnn.types import DRAM_MEMORY_CONFIG


@operation(golden=lambda torch, x, *_, **__: x.clone())
def to_memory_config(
    tensor: Tensor,
    memory_config: MemoryConfig,
    dtype: DataType | None = None,
    output_tensor: Tensor | None = None,
) -> Tensor:
    """Returns `tensor` in other memory: interleaved or in shards, in DRAM or L1.

    Args:
        tensor: On a device, in either layout.
        memory_config: Where the result lies.
        dtype: Of the result; that of `tensor` when None.
        output_tensor: What the result is written to.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: `tensor` is on the host, or shards do not fit it.
        ttnn.OutOfMemoryError: The memory cannot hold the result.
    """
    require_tensor("tensor", tensor)
    require_type("memory_config", memory_config, MemoryConfig)
    require_type("dtype", dtype, DataType, type(None))
    if output_tensor is not None:
        return copy(tensor, output_tensor)
    result = cast(tensor, dtype)
    if result.memory_config() == memory_config and not is_on_host(result):
        return result
    return _ttnn.copy_to_memory(result, memory_config)


@operation(golden=lambda torch, x, *_, **__: x.clone())
def interleaved_to_sharded(
    input_tensor: Tensor,
    sharded_memory_config: MemoryConfig | CoreCoord | CoreRangeSet,
    *args: Any,
    output_dtype: DataType | None = None,
    keep_l1_aligned: bool = False,
    preallocated_output: Tensor | None = None,
) -> Tensor:
    """Returns `input_tensor` in shards.

    Args:
        input_tensor: On a device, in either layout.
        sharded_memory_config: How it is cut; or a grid of cores, which the shape of a shard, a
            `TensorMemoryLayout` and a `ShardOrientation` follow.
        *args: The rest of that, then `output_dtype`.
        output_dtype: Of the result; that of `input_tensor` when None.
        keep_l1_aligned: Changes nothing.
        preallocated_output: What the result is written to.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: The memory has no shards, or they do not fit.
    """
    require_tensor("input_tensor", input_tensor)
    rest = list(args)
    config = sharded_memory_config
    if not isinstance(config, MemoryConfig):
        config = _sharded_config(config, *rest[:3])
        rest = rest[3:]
    dtype = rest[0] if rest else output_dtype
    require_type("output_dtype", dtype, DataType, type(None))
    if not config.is_sharded():
        raise ValueError(f"sharded_memory_config: {config}; must be sharded")
    return to_memory_config(input_tensor, config, dtype, preallocated_output)


def _sharded_config(
    grid: CoreCoord | CoreRangeSet,
    shard_shape: Any = None,
    shard_scheme: Any = None,
    shard_orientation: Any = ShardOrientation.ROW_MAJOR,
) -> MemoryConfig:
    require_type("grid", grid, CoreCoord, CoreRangeSet)
    require_type("shard_scheme", shard_scheme, TensorMemoryLayout)
    require_type("shard_orientation", shard_orientation, ShardOrientation)
    height, width = checked_ints("shard_shape", shard_shape)
    if isinstance(grid, CoreCoord):
        grid = CoreRangeSet(CoreRange(CoreCoord(0, 0), CoreCoord(grid.x - 1, grid.y - 1)))
    spec = ShardSpec(grid, (height, width), shard_orientation)
    return MemoryConfig(shard_scheme, BufferType.L1, spec)


@operation(golden=lambda torch, x, *_, **__: x.clone())
def sharded_to_interleaved(
    input_tensor: Tensor,
    memory_config: MemoryConfig | None = None,
    output_dtype: DataType | None = None,
    *,
    is_l1_aligned: bool = False,
) -> Tensor:
    """Returns `input_tensor` interleaved over all banks of `memory_config`; of DRAM when None.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: `input_tensor` is not sharded, or the memory is.
    """
    require_tensor("input_tensor", input_tensor, memory_config)
    config = DRAM_MEMORY_CONFIG if memory_config is None else memory_config
    if not input_tensor.is_sharded():
        raise ValueError(f"input_tensor: {input_tensor.memory_config()}; must be sharded")
    if config.is_sharded():
        raise ValueError(f"memory_config: {config}; must be interleaved")
    return to_memory_config(input_tensor, config, output_dtype)


@operation(golden=lambda torch, x, *_, **__: x.clone())
def reshard(
    input_tensor: Tensor, output_memory_config: MemoryConfig, output_tensor: Tensor | None = None
) -> Tensor:
    """Returns a sharded tensor in other shards.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: The tensor or the memory is not sharded, or the shards do not fit.
    """
    require_tensor("input_tensor", input_tensor, output_memory_config)
    for name, config in (
        ("input_tensor", input_tensor.memory_config()),
        ("output_memory_config", output_memory_config),
    ):
        if not config.is_sharded():
            raise ValueError(f"{name}: {config}; must be sharded")
    return to_memory_config(input_tensor, output_memory_config, None, output_tensor)


@operation(golden=lambda torch, x, **_: x.clone())
def clone(
    input_tensor: Tensor,
    *,
    dtype: DataType | None = None,
    memory_config: MemoryConfig | None = None,
    compute_kernel_config: object = None,
) -> Tensor:
    """Returns a copy of `input_tensor` in memory of its own, in its layout.

    Args:
        input_tensor: On a device.
        dtype: Of the copy; that of `input_tensor` when None.
        memory_config: Where the copy lies; as `input_tensor` does when None.
        compute_kernel_config: Changes nothing: values stay what they are.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: `input_tensor` is on the host, or shards do not fit it.
    """
    require_tensor("input_tensor", input_tensor, memory_config)
    config = input_tensor.memory_config() if memory_config is None else memory_config
    return _ttnn.copy_to_memory(cast(input_tensor, dtype), config)


@operation(golden=lambda torch, a, b: b.copy_(a))
def copy(input_a: Tensor, input_b: Tensor) -> Tensor:
    """Writes the values of `input_a` into `input_b`, in its dtype, and returns `input_b`.

    Raises:
        TypeError: An argument is no `ttnn.Tensor`.
        ValueError: Shapes, layouts or devices differ, or a tensor is on the host.
    """
    require_tensor("input_a", input_a)
    require_tensor("input_b", input_b)
    if input_a.shape != input_b.shape:
        raise ValueError(
            f"input_b: {input_b.shape}; must be of the shape of input_a, {input_a.shape}"
        )
    source = cast(input_a, input_b.dtype)
    units = input_b.buffer_num_pages() if _is_tiled(input_b) else input_b.shape.volume()
    if input_b.shape.volume():
        _ttnn.copy_strided(source, input_b, [units], 0, [1], 0, [1])
    return input_b


def _is_tiled(tensor: Tensor) -> bool:
    return tensor.layout == _ttnn.Layout.TILE


@operation(golden=lambda torch, a, *_, **__: a.clone())
def assign(
    input_a: Tensor,
    input_b: Tensor | None = None,
    *,
    memory_config: MemoryConfig | None = None,
    dtype: DataType | None = None,
    output_tensor: Tensor | None = None,
) -> Tensor:
    """Returns a copy of `input_a`, or writes it into another tensor and returns that.

    Raises:
        TypeError: An argument is of the wrong type, or there is neither memory nor tensor.
        ValueError: As `ttnn.clone` and `ttnn.copy`.
    """
    target = input_b if input_b is not None else output_tensor
    if target is not None:
        return copy(input_a, target)
    require_type("memory_config", memory_config, MemoryConfig)
    return clone(input_a, dtype=dtype, memory_config=memory_config)


@operation(golden=lambda torch, x, **_: x.clone())
def move(input_tensor: Tensor, *, memory_config: MemoryConfig | None = None) -> Tensor:
    """Returns a copy of `input_tensor`, whose own memory is freed.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: As `ttnn.clone`.
    """
    moved = clone(input_tensor, memory_config=memory_config)
    input_tensor.deallocate()
    return moved


@operation(golden=lambda torch, x, *_: x.clone())
def reallocate(tensor: Tensor, memory_config: MemoryConfig | None = None) -> Tensor:
    """`ttnn.move`."""
    return move(tensor, memory_config=memory_config)
