# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Takes pieces of tensors to their places in a new one: tile by tile if that can be, or in rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ttnn import _ttnn
from ttnn._ttnn import (
    Layout,
    MemoryConfig,
    StorageType,
    Tensor,
    TensorSpec,
)
from ttnn.operations.movement.views import Piece, View
from ttnn.types import DRAM_MEMORY_CONFIG

_MAX_RANK = 8


def move(
    operands: Sequence[Tensor],
    shape: Sequence[int],
    pieces: Sequence[Piece],
    memory_config: MemoryConfig | None = None,
    fill: float | None = None,
) -> Tensor:
    """Returns a tensor of `shape`, like the first operand in all else, that the pieces make up.

    Args:
        operands: What pieces are taken from; of one dtype, layout and device.
        shape: Of the result.
        pieces: Which points go where.
        memory_config: Where the result lies; as the first operand does when None, if its shards
            fit.
        fill: What points have that no piece reaches.
    """
    first = operands[0]
    if first.storage_type() == StorageType.HOST:
        return _move_on_host(operands, shape, pieces, memory_config, fill)
    spec = result_spec(first, shape, memory_config)
    if first.layout == Layout.ROW_MAJOR:
        return _copy(operands, spec, pieces, fill)
    tile = spec.tile.tile_shape
    in_tiles = [piece.in_tiles(tile[0], tile[1]) for piece in pieces]
    whole = [piece for piece in in_tiles if piece is not None]
    if len(whole) == len(pieces):
        return _copy(operands, spec, whole, fill)
    rows = [to_rows(operand) for operand in operands]
    row_spec = TensorSpec(
        list(shape), rows[0].dtype, Layout.ROW_MAJOR, memory_config=DRAM_MEMORY_CONFIG
    )
    return to_tiles(_copy(rows, row_spec, pieces, fill), spec)


def result_spec(
    like: Tensor, shape: Iterable[int], memory_config: MemoryConfig | None
) -> TensorSpec:
    """The spec of a tensor of another shape; interleaved if the shards of `like` do not fit it."""
    extents = _checked(shape)

    def spec(config: MemoryConfig) -> TensorSpec:
        return TensorSpec(extents, like.dtype, like.layout, memory_config=config, tile=like.tile)

    if memory_config is not None:
        return spec(memory_config)
    config = like.memory_config()
    if not config.is_sharded() or extents == [*like.shape]:
        return spec(config)
    try:
        return spec(config)
    except ValueError:
        return spec(MemoryConfig(buffer_type=config.buffer_type))


def _checked(shape: Iterable[int]) -> list[int]:
    extents = list(shape)
    if len(extents) > _MAX_RANK:
        raise ValueError(
            f"shape: {extents} has {len(extents)} dimensions; a tensor has at most {_MAX_RANK}"
        )
    return extents


def to_rows(tensor: Tensor) -> Tensor:
    """A device tensor in rows, somewhere; exactly, block floats as bfloat16."""
    if tensor.layout == Layout.ROW_MAJOR:
        return tensor
    return _ttnn.untilize(tensor, DRAM_MEMORY_CONFIG)


def to_tiles(rows: Tensor, spec: TensorSpec) -> Tensor:
    """A row-major device tensor as a spec in tiles has it."""
    return _ttnn.tilize(rows, spec.memory_config, spec.dtype, 0, spec.tile)


def reshape(tensor: Tensor, shape: Sequence[int], memory_config: MemoryConfig | None) -> Tensor:
    """The elements in their order in another shape: in the same memory if they can stay there."""
    extents = _checked(shape)
    config = memory_config or tensor.memory_config()
    if config == tensor.memory_config() and _ttnn.can_view(tensor, _ttnn.Shape(extents)):
        return _ttnn.view(tensor, _ttnn.Shape(extents))
    if tensor.storage_type() == StorageType.HOST:
        return _on_host(tensor, tensor.to_numpy().reshape(shape), memory_config)
    spec = result_spec(tensor, shape, memory_config)
    if tensor.layout == Layout.TILE:
        rows = reshape(to_rows(tensor), shape, None)
        return to_tiles(rows, spec)
    target = _ttnn.allocate_tensor_on_device(spec, _device(tensor))
    count = spec.shape.volume()
    _ttnn.copy_strided(tensor, target, [count], 0, [1], 0, [1])
    return target


def swap_last_two(tensor: Tensor, memory_config: MemoryConfig | None) -> Tensor:
    """A device tensor with its last two dimensions swapped, by kernels that transpose tiles."""
    shape = [*tensor.shape]
    shape[-2:] = shape[:-3:-1]
    spec = result_spec(tensor, shape, memory_config)
    tiles = tensor
    if tensor.layout == Layout.ROW_MAJOR or tensor.tile.tile_shape[0] < 16:
        tiles = _ttnn.tilize(to_rows(tensor), DRAM_MEMORY_CONFIG)
    if spec.layout == Layout.TILE and spec.tile == tiles.tile and spec.dtype == tiles.dtype:
        return _ttnn.transpose_last_two(tiles, spec.memory_config)
    swapped = _ttnn.transpose_last_two(tiles, DRAM_MEMORY_CONFIG)
    if spec.layout == Layout.ROW_MAJOR:
        return _ttnn.untilize(swapped, spec.memory_config)
    return to_tiles(to_rows(swapped), spec)


def _copy(
    operands: Sequence[Tensor], spec: TensorSpec, pieces: Sequence[Piece], fill: float | None
) -> Tensor:
    target = _ttnn.allocate_tensor_on_device(spec, _device(operands[0]))
    if fill is not None:
        _ttnn.fill(target, fill)
    for piece in pieces:
        source, there = piece.source, piece.target
        _ttnn.copy_strided(
            operands[piece.operand],
            target,
            list(source.extents),
            source.flat_base(),
            source.strides(),
            there.flat_base(),
            there.strides(),
        )
    return target


def _move_on_host(
    operands: Sequence[Tensor],
    shape: Sequence[int],
    pieces: Sequence[Piece],
    memory_config: MemoryConfig | None,
    fill: float | None,
) -> Tensor:
    import numpy as np
    from numpy.lib.stride_tricks import as_strided

    def points(array: np.ndarray, view: View) -> np.ndarray:
        steps = [stride * array.itemsize for stride in view.strides()]
        return as_strided(array.reshape(-1)[view.flat_base() :], view.extents, steps)

    arrays = [operand.to_numpy() for operand in operands]
    result = np.full(shape, fill or 0).astype(arrays[0].dtype)
    for piece in pieces:
        if 0 not in piece.source.extents:
            points(result, piece.target)[...] = points(arrays[piece.operand], piece.source)
    return _on_host(operands[0], result, memory_config)


def _on_host(like: Tensor, values: object, memory_config: MemoryConfig | None) -> Tensor:
    import numpy as np

    from ttnn.conversion import from_numpy

    array = np.asarray(values)
    return from_numpy(array, spec=result_spec(like, array.shape, memory_config))


def _device(tensor: Tensor) -> _ttnn.Device:
    device = tensor.device()
    assert device is not None
    return device
