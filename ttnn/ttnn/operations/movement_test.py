# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Operations that move data against NumPy, exactly: all dtypes, both layouts, any memory."""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ttnn

Reference = Callable[[np.ndarray], Any]
Case = tuple[Callable[[ttnn.Tensor], Any], Reference]

NUMPY = {
    ttnn.float32: np.float32,
    ttnn.bfloat16: np.float32,
    ttnn.bfloat8_b: np.float32,
    ttnn.bfloat4_b: np.float32,
    ttnn.int32: np.int32,
    ttnn.uint32: np.uint32,
    ttnn.uint16: np.uint16,
    ttnn.uint8: np.uint8,
}
BLOCK_FLOATS = (ttnn.bfloat8_b, ttnn.bfloat4_b)
LAYOUTS = [ttnn.ROW_MAJOR_LAYOUT, ttnn.TILE_LAYOUT]
EXTENTS = st.sampled_from([1, 1, 2, 3, 5, 31, 32, 33, 64, 70])
SMALL = st.integers(1, 3)


@st.composite
def shapes(draw: st.DrawFn, min_rank: int = 1) -> tuple[int, ...]:
    rank = draw(st.integers(min_rank, 5))
    large = draw(st.lists(EXTENTS, min_size=min(rank, 2), max_size=min(rank, 2)))
    return (*draw(st.lists(SMALL, min_size=rank - len(large), max_size=rank - len(large))), *large)


def sharded(shape: tuple[int, ...], layout: ttnn.Layout, by_height: bool) -> ttnn.MemoryConfig:
    """Over four cores, as evenly as whole tiles and rows allow."""
    tile = 32 if layout == ttnn.TILE_LAYOUT else 1
    *outer, height, width = (1, 1, *shape)
    rows, columns = prod(outer) * -(-height // tile), -(-width // tile)
    if by_height:
        extents = -(-rows // 4) * tile, columns * (tile if tile > 1 else 1)
        kind = ttnn.TensorMemoryLayout.HEIGHT_SHARDED
    else:
        extents = rows * tile, -(-columns // 4) * tile
        kind = ttnn.TensorMemoryLayout.WIDTH_SHARDED
    cores = ttnn.CoreRangeSet(ttnn.CoreRange(ttnn.CoreCoord(0, 0), ttnn.CoreCoord(3, 0)))
    return ttnn.MemoryConfig(kind, ttnn.BufferType.L1, ttnn.ShardSpec(cores, extents))


def nd_sharded(shape: tuple[int, ...], layout: ttnn.Layout) -> ttnn.MemoryConfig:
    """In pieces of half the height and width, dealt to six cores."""
    tile = 32 if layout == ttnn.TILE_LAYOUT else 1
    pieces = [1] * max(len(shape) - 2, 0) + [-(-n // (2 * tile)) * tile for n in (1, *shape)[-2:]]
    cores = ttnn.CoreRangeSet(ttnn.CoreRange(ttnn.CoreCoord(1, 0), ttnn.CoreCoord(3, 1)))
    return ttnn.MemoryConfig(ttnn.BufferType.L1, ttnn.NdShardSpec(pieces, cores))


def values(shape: tuple[int, ...], dtype: ttnn.DataType) -> np.ndarray:
    """Numbers that all dtypes have exactly, in whatever company."""
    largest = 1 if dtype in BLOCK_FLOATS else 127
    numbers = np.random.default_rng(prod(shape)).integers(0, largest + 1, shape)
    return numbers.astype(NUMPY[dtype])


@st.composite
def tensors(draw: st.DrawFn, shape: tuple[int, ...], layout: ttnn.Layout) -> dict[str, Any]:
    dtypes = [d for d in NUMPY if layout == ttnn.TILE_LAYOUT or d not in BLOCK_FLOATS]
    memory = draw(st.sampled_from(["dram", "l1", "height", "width", "nd"]))
    configs = {
        "dram": ttnn.DRAM_MEMORY_CONFIG,
        "l1": ttnn.L1_MEMORY_CONFIG,
        "nd": nd_sharded(shape, layout),
    }
    config = configs.get(memory) or sharded(shape, layout, memory == "height")
    return {"dtype": draw(st.sampled_from(dtypes)), "layout": layout, "memory_config": config}


# ── What operations do, and NumPy ──


def permute(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    dims = draw(st.permutations(range(len(shape))))
    return lambda t: ttnn.permute(t, dims), lambda x: x.transpose(dims)


def transpose(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    dim = st.integers(-len(shape), len(shape) - 1)
    first, second = draw(dim), draw(dim)
    return lambda t: ttnn.transpose(t, first, second), lambda x: x.swapaxes(first, second)


def reshape(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    volume, extents = prod(shape), []
    for _ in range(draw(st.integers(0, 3))):
        divisors = [n for n in range(1, 129) if volume % n == 0]
        extents.append(draw(st.sampled_from(divisors)))
        volume //= extents[-1]
    extents.insert(draw(st.integers(0, len(extents))), -1)
    return lambda t: ttnn.reshape(t, extents), lambda x: x.reshape(extents)


def slice_with_steps(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    starts = [draw(st.integers(0, n - 1)) for n in shape]
    ends = [draw(st.integers(start + 1, n)) for start, n in zip(starts, shape, strict=True)]
    steps = [draw(st.sampled_from([1, 1, 2, 3, 40])) for _ in shape]
    index = tuple(map(slice, starts, ends, steps))
    return lambda t: ttnn.slice(t, starts, ends, steps), lambda x: x[index]


def index(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    items: list[Any] = [
        draw(st.sampled_from([slice(None), slice(n // 2, None), slice(None, -1), 0, -1]))
        for n in shape
    ]
    if all(isinstance(item, int) for item in items):
        items[0] = ...
    key = tuple(items)
    return lambda t: t[key], lambda x: x[key]


def pad(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    outer, inner = st.sampled_from([0, 1, 2]), st.sampled_from([0, 1, 32, 40])
    pairs = [(0, draw(outer)) for _ in shape[:-2]] + [(0, draw(inner)) for _ in shape[-2:]]
    reference = lambda x: np.pad(x, pairs, constant_values=1)  # noqa: E731
    return lambda t: ttnn.pad(t, pairs, 1), reference


def expand(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    outer = [draw(SMALL) if n == 1 else n for n in shape[:-2]]
    inner = [draw(st.sampled_from([1, 2, 40, 64])) if n == 1 else -1 for n in shape[-2:]]
    grown = outer + inner
    extents = [n if g == -1 else g for n, g in zip(shape, grown, strict=True)]
    new = draw(st.lists(SMALL, max_size=1))
    return (
        lambda t: ttnn.expand(t, new + grown),
        lambda x: np.broadcast_to(x, new + extents),
    )


def repeat(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    counts = [draw(st.sampled_from([1, 1, 2])) for _ in shape]
    return lambda t: ttnn.repeat(t, counts), lambda x: np.tile(x, counts)


def repeat_interleave(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    dim, count = draw(st.integers(-len(shape), len(shape) - 1)), draw(SMALL)
    return (
        lambda t: ttnn.repeat_interleave(t, count, dim),
        lambda x: np.repeat(x, count, dim),
    )


def flip(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    dims = draw(st.lists(st.integers(0, len(shape) - 1), unique=True))
    return lambda t: ttnn.flip(t, dims), lambda x: np.flip(x, dims)


def roll(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    dims = draw(st.lists(st.integers(0, len(shape) - 1), unique=True, max_size=2))
    shifts = [draw(st.integers(-70, 70)) for _ in dims]
    return lambda t: ttnn.roll(t, shifts, dims), lambda x: np.roll(x, shifts, dims)


def roll_flat(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    shift = draw(st.integers(-70, 70))
    return lambda t: ttnn.roll(t, shift), lambda x: np.roll(x, shift)


def split(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    dim = draw(st.integers(0, len(shape) - 1))
    size = draw(st.integers(1, shape[dim]))
    bounds = range(size, shape[dim], size)
    return lambda t: ttnn.split(t, size, dim), lambda x: np.split(x, bounds, dim)


def concat(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    dim, count = draw(st.integers(-len(shape), len(shape) - 1)), draw(SMALL)
    return lambda t: ttnn.concat([t] * count, dim), lambda x: np.concatenate([x] * count, dim)


def stack(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    dim, count = draw(st.integers(-len(shape) - 1, len(shape))), draw(SMALL)
    return lambda t: ttnn.stack([t] * count, dim), lambda x: np.stack([x] * count, dim)


def unsqueeze(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    dim = draw(st.integers(-len(shape) - 1, len(shape)))
    return lambda t: ttnn.unsqueeze(t, dim), lambda x: np.expand_dims(x, dim)


def squeeze(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    return ttnn.squeeze, lambda x: x.squeeze()


def other_layout(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    def change(tensor: ttnn.Tensor) -> ttnn.Tensor:
        is_tiled = tensor.layout == ttnn.TILE_LAYOUT
        return ttnn.to_layout(
            tensor,
            ttnn.ROW_MAJOR_LAYOUT if is_tiled else ttnn.TILE_LAYOUT,
            memory_config=ttnn.DRAM_MEMORY_CONFIG,
        )

    return change, lambda x: x


def other_memory(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    kind = draw(st.sampled_from(["dram", "height", "width"]))

    def move(tensor: ttnn.Tensor) -> ttnn.Tensor:
        config = ttnn.DRAM_MEMORY_CONFIG
        if kind != "dram":
            config = sharded(shape, tensor.layout, kind == "height")
        moved = ttnn.to_memory_config(tensor, config)
        assert moved.memory_config() == config
        return moved

    return move, lambda x: x


def clone(draw: st.DrawFn, shape: tuple[int, ...]) -> Case:
    return ttnn.clone, lambda x: x


CASES = [
    permute,
    transpose,
    reshape,
    slice_with_steps,
    index,
    pad,
    expand,
    repeat,
    repeat_interleave,
    flip,
    roll,
    roll_flat,
    split,
    concat,
    stack,
    unsqueeze,
    squeeze,
    other_layout,
    other_memory,
    clone,
]


def assert_is(result: Any, expected: Any) -> None:
    if isinstance(result, list):
        assert len(result) == len(expected)
        for part, array in zip(result, expected, strict=True):
            assert_is(part, array)
        return
    assert tuple(result.shape) == expected.shape
    np.testing.assert_array_equal(ttnn.to_numpy(result), expected)


@pytest.mark.parametrize("layout", LAYOUTS, ids=["rows", "tiles"])
@pytest.mark.parametrize("case", CASES)
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_operation_does_as_numpy(
    device: ttnn.Device, case: Callable[..., Case], layout: ttnn.Layout, data: st.DataObject
) -> None:
    shape = data.draw(shapes())
    how = data.draw(tensors(shape, layout))
    operation, reference = case(data.draw, shape)
    array = values(shape, how["dtype"])
    tensor = ttnn.from_numpy(array, device=device, **how)

    result = operation(tensor)

    assert_is(result, reference(array))


@pytest.mark.parametrize("case", CASES[:14])
def test_host_tensors_are_moved_too(case: Callable[..., Case]) -> None:
    @settings(max_examples=5, deadline=None, derandomize=True)
    @given(data=st.data())
    def check(data: st.DataObject) -> None:
        shape = data.draw(shapes())
        operation, reference = case(data.draw, shape)
        array = values(shape, ttnn.bfloat16)
        assert_is(operation(ttnn.from_numpy(array, ttnn.bfloat16)), reference(array))

    check()


@pytest.mark.parametrize("dims", [(0, 3, 1, 2), (0, 2, 3, 1), (3, 2, 1, 0), (1, 0, 3, 2)])
@pytest.mark.parametrize("layout", LAYOUTS, ids=["rows", "tiles"])
@pytest.mark.parametrize("dtype", [ttnn.float32, ttnn.uint8])
def test_large_permutes_go_through_transposed_tiles(
    device: ttnn.Device, dtype: ttnn.DataType, layout: ttnn.Layout, dims: tuple[int, ...]
) -> None:
    array = values((2, 9, 40, 50), dtype)
    tensor = ttnn.from_numpy(array, dtype, device=device, layout=layout)

    assert_is(ttnn.permute(tensor, dims), array.transpose(dims))


def test_a_reshape_that_moves_nothing_shares_memory(device: ttnn.Device) -> None:
    tensor = ttnn.from_numpy(values((4, 6, 32), ttnn.float32), device=device)

    reshaped = ttnn.reshape(tensor, (24, 32))
    assert reshaped.buffer_address() == tensor.buffer_address()
    assert ttnn.view(tensor, (24, -1)).buffer_address() == tensor.buffer_address()
    with pytest.raises(ValueError, match=r"shape: Shape\(\[768\]\); the elements .* lie otherwise"):
        ttnn.view(tensor, [768])


def test_groups_are_interleaved(device: ttnn.Device) -> None:
    a, b = values((2, 8), ttnn.uint16), values((2, 4), ttnn.uint16)
    tensors = [ttnn.from_numpy(x, device=device) for x in (a, b)]

    expected = np.concatenate([a[:, :4], b[:, :2], a[:, 4:], b[:, 2:]], 1)
    assert_is(ttnn.concat(tensors, -1, groups=2), expected)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda t: ttnn.permute(t, (0, 0, 1)), "dims: .* comes twice"),
        (lambda t: ttnn.permute(t, (0, 1)), "dims: .* has 3 dimensions"),
        (lambda t: ttnn.transpose(t, 0, 3), "dim2: 3; of 3 dimensions it is -3 to 2"),
        (lambda t: ttnn.reshape(t, (5, -1)), "shape: .* is not a shape of 24 elements"),
        (lambda t: ttnn.reshape(t, (-1, -1)), "shape: .* one that may be -1"),
        (lambda t: ttnn.reshape(t, (1,) * 8 + (24,)), "shape: .* 9 dimensions; .* at most 8"),
        (lambda t: ttnn.stack([ttnn.reshape(t, (1,) * 7 + (24,))], 0), "shape: .* at most 8"),
        (lambda t: ttnn.slice(t, (0, 0), (1, 1)), "slice_start: .* each of 3 dimensions"),
        (lambda t: ttnn.slice(t, (0, 0, 3), (1, 1, 2)), "slice_start: 3 in dimension 2"),
        (lambda t: ttnn.slice(t, (0,) * 3, (1,) * 3, (1, 1, 0)), "slice_step: 0 in dimension 2"),
        (lambda t: ttnn.concat([]), "tensors: is empty"),
        (lambda t: ttnn.concat([t, ttnn.reshape(t, (24,))]), "tensors: rank 3 .* and 1"),
        (
            lambda t: ttnn.concat([t, ttnn.permute(t, (2, 1, 0))], 1),
            "tensors: .* dimension 1 alone",
        ),
        (lambda t: ttnn.stack([t, t[:1]], 0), "input_tensors: .* must have one shape"),
        (lambda t: ttnn.expand(t, (2, 3, 8)), "output_shape: .* does not grow"),
        (lambda t: ttnn.repeat(t, (1, -1, 1)), "repeat_dims: .* must not be negative"),
        (lambda t: ttnn.pad(t, [(0, 1)] * 4, 0), "padding: 4 pairs; the tensor has 3"),
        (lambda t: ttnn.pad(t, [(0, -1)], 0), r"padding\[0\]: .* how many before and after"),
        (lambda t: ttnn.split(t, 0), "split_size: 0; must be positive"),
        (lambda t: ttnn.split(t, [1, 2]), "split_size: .* must make up the 2"),
        (lambda t: ttnn.chunk(t, 0, 0), "chunks: 0; must be positive"),
        (lambda t: ttnn.narrow(t, 0, 1, 2), "length: 2 from start 1; dimension 0 has 2"),
        (lambda t: ttnn.roll(t, [1, 2], [0]), "shifts: .* one for each of dim"),
        (lambda t: ttnn.unsqueeze(t, 5), "dim: 5; of 4 dimensions"),
        (lambda t: t[..., ...], "index: 2 ellipses"),
        (lambda t: ttnn.reshard(t, ttnn.L1_MEMORY_CONFIG), "input_tensor: .* must be sharded"),
        (lambda t: ttnn.sharded_to_interleaved(t), "input_tensor: .* must be sharded"),
        (lambda t: ttnn.copy(t, ttnn.reshape(t, (24,))), "input_b: .* must be of the shape"),
    ],
)
def test_refusals_name_argument_value_and_rule(
    device: ttnn.Device, call: Callable[[ttnn.Tensor], object], message: str
) -> None:
    tensor = ttnn.from_numpy(values((2, 3, 4), ttnn.float32), device=device)

    with pytest.raises(ValueError, match=message):
        call(tensor)


def test_indices_of_other_kinds_are_refused(device: ttnn.Device) -> None:
    tensor = ttnn.from_numpy(values((2, 3), ttnn.float32), device=device)

    with pytest.raises(TypeError, match="index: expected int, slice or Ellipsis, got NoneType"):
        tensor[None]
    with pytest.raises(IndexError, match="index: 2 in dimension 0, which has 2"):
        tensor[2]
    with pytest.raises(IndexError, match="index: 3 indices; the tensor has 2 dimensions"):
        tensor[0, 0, 0]
    assert [row.to_list() for row in tensor] == ttnn.to_numpy(tensor).tolist()


def test_programs_are_kept_for_tensors_alike(device: ttnn.Device) -> None:
    tensors = [ttnn.from_numpy(values((7, 5), ttnn.float32), device=device) for _ in range(2)]
    ttnn.flip(tensors[0], [0])
    before = device.num_program_cache_entries()

    ttnn.flip(tensors[1], [0])

    assert device.num_program_cache_entries() == before


# ── What NumPy has not ──


@pytest.mark.parametrize("layout", LAYOUTS, ids=["rows", "tiles"])
@pytest.mark.parametrize("dtype", NUMPY)
@pytest.mark.parametrize("memory", ["dram", "height", "width"])
def test_full_fills_any_tensor(
    device: ttnn.Device, layout: ttnn.Layout, dtype: ttnn.DataType, memory: str
) -> None:
    if dtype in BLOCK_FLOATS:
        layout = ttnn.TILE_LAYOUT
    shape = (3, 40, 70)
    config = ttnn.DRAM_MEMORY_CONFIG
    if memory != "dram":
        config = sharded(shape, layout, memory == "height")

    tensor = ttnn.full(shape, 3, dtype, layout, device, config)

    assert tensor.memory_config() == config
    assert_is(tensor, np.full(shape, 3, NUMPY[dtype]))
    assert_is(ttnn.ones_like(tensor), np.ones(shape, NUMPY[dtype]))
    assert_is(ttnn.full(shape, 3, dtype, layout), np.full(shape, 3, NUMPY[dtype]))


@pytest.mark.parametrize("where", ["host", "device"])
def test_integers_wrap_and_floats_are_cut(device: ttnn.Device, where: str) -> None:
    there = device if where == "device" else None

    assert ttnn.to_numpy(ttnn.full((1,), -1, ttnn.uint16, device=there)).tolist() == [65535]
    assert ttnn.to_numpy(ttnn.full((1,), -2.7, ttnn.int32, device=there)).tolist() == [-2]
    assert ttnn.to_numpy(ttnn.full((1,), 0.1, device=there)).tolist() == [0.10009765625]
    with pytest.raises(ValueError, match=r"fill_value: .*; an integer has no such value"):
        ttnn.full((1,), float("inf"), ttnn.int32, device=there)


def test_arange_counts_in_either_direction(device: ttnn.Device) -> None:
    assert_is(ttnn.arange(5, dtype=ttnn.uint32, device=device), np.arange(5, dtype=np.uint32))
    down = ttnn.arange(3, -4, -2, dtype=ttnn.int32, device=device, layout=ttnn.TILE_LAYOUT)
    assert_is(down, np.arange(3, -4, -2, dtype=np.int32))
    with pytest.raises(ValueError, match="step: 0"):
        ttnn.arange(0, 4, 0)


def padded_values(tensor: ttnn.Tensor) -> np.ndarray:
    """A float32 tensor with what its tiles hold beyond its shape."""
    stored = ttnn._ttnn.stored_bytes(tensor)
    spec = ttnn.TensorSpec([*tensor.padded_shape], tensor.dtype, tensor.layout)
    return ttnn.to_numpy(ttnn._ttnn.tensor_from_stored_bytes(stored, spec))


@pytest.mark.parametrize("value", [0, 7])
def test_tilize_pads_with_a_value(device: ttnn.Device, value: float) -> None:
    array = values((2, 5, 33), ttnn.float32)
    rows = ttnn.from_numpy(array, device=device)
    expected = np.pad(array, [(0, 0), (0, 27), (0, 31)], constant_values=value)

    padded = ttnn.tilize_with_val_padding(rows, (2, 32, 64), value)
    filled = ttnn.fill_implicit_tile_padding(ttnn.tilize(rows), value)
    laid_out = ttnn.to_layout(rows, ttnn.TILE_LAYOUT, pad_value=value)
    larger = ttnn.tilize_with_val_padding(rows, (3, 64, 64), value)

    for tensor in (padded, filled, laid_out):
        assert_is(tensor, array)
        np.testing.assert_array_equal(padded_values(tensor), expected)
    assert_is(larger, np.pad(expected, [(0, 1), (0, 32), (0, 0)], constant_values=value))
    assert_is(ttnn.untilize(padded), array)
    assert_is(ttnn.untilize_with_unpadding(padded, (1, 2, 3)), array[:2, :3, :4])


def test_floats_become_other_floats_in_tiles(device: ttnn.Device) -> None:
    array = np.random.default_rng(1).standard_normal((40, 40)).astype(np.float32)
    rows = ttnn.from_numpy(array, device=device)
    once = ttnn.from_numpy(array, ttnn.bfloat8_b)

    assert_is(ttnn.tilize(rows, dtype=ttnn.bfloat8_b), ttnn.to_numpy(once))
    assert_is(ttnn.clone(ttnn.tilize(rows), dtype=ttnn.bfloat8_b), ttnn.to_numpy(once))
    laid_out = ttnn.to_layout(rows, ttnn.TILE_LAYOUT, ttnn.bfloat8_b)
    assert_is(laid_out, ttnn.to_numpy(once))
    assert ttnn.to_layout(laid_out, ttnn.ROW_MAJOR_LAYOUT).dtype == ttnn.bfloat16
    assert_is(ttnn.to_layout(laid_out, ttnn.ROW_MAJOR_LAYOUT, ttnn.float32), ttnn.to_numpy(once))
    with pytest.raises(ValueError, match="dtype: DataType::INT32; only floats change here"):
        ttnn.tilize(rows, dtype=ttnn.int32)


@pytest.mark.parametrize("dtype", [ttnn.float32, ttnn.uint8, ttnn.bfloat8_b])
@pytest.mark.parametrize("tile", [(1, 16), (4, 32), (16, 16), (16, 32), (32, 16)])
def test_tiles_may_be_small(
    device: ttnn.Device, dtype: ttnn.DataType, tile: tuple[int, int]
) -> None:
    array = values((2, 33, 50), dtype)
    tensor = ttnn.from_numpy(
        array, dtype, tile=ttnn.Tile(tile), device=device, layout=ttnn.TILE_LAYOUT
    )

    assert_is(ttnn.untilize(tensor), array)
    assert_is(ttnn.transpose(tensor, 1, 2), array.swapaxes(1, 2))
    assert_is(tensor[:, 1:, 2:], array[:, 1:, 2:])
    assert_is(ttnn.concat([tensor, tensor], 0), np.concatenate([array, array]))


@pytest.mark.parametrize("layout", LAYOUTS, ids=["rows", "tiles"])
@pytest.mark.parametrize("shape", [(), (0,), (3, 0, 4), (5, 0)])
def test_tensors_may_have_no_or_one_element(
    device: ttnn.Device, shape: tuple[int, ...], layout: ttnn.Layout
) -> None:
    array = np.zeros(shape, np.float32)
    tensor = ttnn.from_numpy(array, device=device, layout=layout)
    ones = [(0, 1)] * len(shape)

    padded = np.pad(array, ones, constant_values=1) if shape else array
    assert_is(ttnn.pad(tensor, ones, 1), padded)
    assert_is(ttnn.stack([tensor, tensor], 0), np.stack([array, array]))
    assert_is(ttnn.roll(tensor, 1), array)
    assert_is(ttnn.clone(tensor), array)
    assert_is(ttnn.permute(tensor, [*range(len(shape))][::-1]), array.T)


def test_copy_writes_into_a_tensor(device: ttnn.Device) -> None:
    array = values((3, 5), ttnn.uint32)
    target = ttnn.zeros((3, 5), ttnn.uint32, device=device, memory_config=ttnn.L1_MEMORY_CONFIG)

    assert ttnn.copy(ttnn.from_numpy(array, device=device), target) is target
    assert_is(target, array)
    moved = ttnn.move(target)
    assert not target.is_allocated()
    assert_is(moved, array)


def test_tensors_have_methods(device: ttnn.Device) -> None:
    array = values((1, 2, 3, 4), ttnn.float32)
    tensor = ttnn.from_numpy(array, device=device)
    host = ttnn.from_numpy(array)

    assert_is(tensor.reshape(2, 1, 4, 3), array.reshape(2, 1, 4, 3))
    assert_is(tensor.reshape([6, -1]), array.reshape(6, -1))
    assert_is(
        tensor.pad([1, 2, 4, 4], [0, 0, 1, 0], 5),
        np.pad(array, [(0, 0)] * 2 + [(1, 0), (0, 0)], constant_values=5),
    )
    assert_is(tensor.unpad([0, 0, 1, 0], [1, 2, 3, 2]), array[:, :, 1:3, :2])
    assert tuple(host.pad_to_tile(0).shape) == (1, 2, 32, 32)
    assert_is(host.pad_to_tile(0).unpad_from_tile([1, 2, 3, 4]), array)


def test_fill_rm_has_two_values(device: ttnn.Device) -> None:
    like = ttnn.zeros((1,), device=device)
    expected = np.zeros((1, 2, 5, 6), np.float32)
    expected[..., :3, :2] = 1

    assert_is(ttnn.fill_ones_rm(1, 2, 5, 6, 3, 2, like), expected)
