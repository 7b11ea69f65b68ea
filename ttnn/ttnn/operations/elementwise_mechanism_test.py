# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What all elementwise operations have in common, shown with a few of them.

Broadcasting, layouts, places, dtypes of operands and results, preallocated results, fused
activations, numbers, and what is refused.
"""

from __future__ import annotations

import itertools

import numpy as np
import pytest

import ttnn

DRAM, L1 = ttnn.DRAM_MEMORY_CONFIG, ttnn.L1_MEMORY_CONFIG
TILE, ROW_MAJOR = ttnn.TILE_LAYOUT, ttnn.ROW_MAJOR_LAYOUT


def sharded(strategy: ttnn.ShardStrategy) -> ttnn.MemoryConfig:
    return ttnn.create_sharded_memory_config((128, 128), ttnn.CoreGrid(x=2, y=2), strategy)


HEIGHT, WIDTH, BLOCK = map(sharded, ttnn.ShardStrategy)


def integers(random: np.random.Generator, *shape: int) -> np.ndarray:
    """Small ones: sums and products of them are exact in every dtype."""
    return np.asarray(random.integers(-7, 8, shape), np.float32)


def on_device(
    values: np.ndarray,
    device: ttnn.Device,
    dtype: ttnn.DataType = ttnn.float32,
    layout: ttnn.Layout = TILE,
    memory_config: ttnn.MemoryConfig = DRAM,
    tile: ttnn.Tile | None = None,
) -> ttnn.Tensor:
    return ttnn.from_numpy(
        values, dtype, layout=layout, device=device, memory_config=memory_config, tile=tile
    )


SHAPES = [
    ((5, 1), (1, 7)),
    ((40, 70), (70,)),
    ((40, 70), (40, 1)),
    ((40, 70), ()),
    ((), (3, 3)),
    ((1, 1, 1, 1), (2, 3, 33, 34)),
    ((4, 1, 64, 1), (3, 1, 96)),
    ((2, 1, 2, 1, 2, 1, 33, 1), (1, 2, 1, 2, 1, 2, 1, 40)),
]


@pytest.mark.parametrize("dtype", [ttnn.bfloat16, ttnn.float32, ttnn.int32])
@pytest.mark.parametrize("shapes", SHAPES, ids=str)
def test_shapes_broadcast(
    shapes: tuple[tuple[int, ...], ...],
    dtype: ttnn.DataType,
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    for pair in itertools.permutations(shapes):
        a, b = (integers(random, *shape) for shape in pair)

        result = ttnn.subtract(*(on_device(x, device, dtype) for x in (a, b)))

        assert result.shape == np.broadcast_shapes(*pair)
        np.testing.assert_array_equal(ttnn.to_numpy(result), a - b)


def test_three_tensors_broadcast(device: ttnn.Device, random: np.random.Generator) -> None:
    shapes = [(3, 1, 1), (40, 1), (2, 3, 1, 70)]
    a, b, c = (integers(random, *shape) for shape in shapes)

    result = ttnn.mac(*(on_device(x, device) for x in (a, b, c)))

    np.testing.assert_array_equal(ttnn.to_numpy(result), a * b + c)


@pytest.mark.parametrize(
    ("layout_a", "layout_b"), list(itertools.product([TILE, ROW_MAJOR], repeat=2)), ids=str
)
@pytest.mark.parametrize("dtype", [ttnn.bfloat16, ttnn.int32, ttnn.uint8])
def test_layouts_mix(
    dtype: ttnn.DataType,
    layout_a: ttnn.Layout,
    layout_b: ttnn.Layout,
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    a, b = np.abs(integers(random, 2, 35, 70)), np.abs(integers(random, 35, 1))

    result = ttnn.add(on_device(a, device, dtype, layout_a), on_device(b, device, dtype, layout_b))

    assert result.layout == (ROW_MAJOR if layout_a == layout_b == ROW_MAJOR else TILE)
    np.testing.assert_array_equal(ttnn.to_numpy(result), a + b)


PLACES = {"dram": DRAM, "l1": L1, "height": HEIGHT, "width": WIDTH, "block": BLOCK}


@pytest.mark.parametrize("layout", [TILE, ROW_MAJOR], ids=str)
@pytest.mark.parametrize("output", [None, *PLACES])
@pytest.mark.parametrize("place_b", PLACES)
@pytest.mark.parametrize("place_a", PLACES)
def test_places_mix(
    place_a: str,
    place_b: str,
    output: str | None,
    layout: ttnn.Layout,
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    a, b = integers(random, 128, 128), integers(random, 128, 128)

    result = ttnn.multiply(
        on_device(a, device, ttnn.bfloat16, layout, PLACES[place_a]),
        on_device(b, device, ttnn.bfloat16, layout, PLACES[place_b]),
        memory_config=PLACES[output] if output else None,
    )

    assert result.memory_config() == PLACES[output or place_a]
    np.testing.assert_array_equal(ttnn.to_numpy(result), a * b)


def test_shards_of_any_rank(device: ttnn.Device, random: np.random.Generator) -> None:
    cores = ttnn.CoreRangeSet([ttnn.CoreRange((0, 0), (2, 1))])
    nd_sharded = ttnn.MemoryConfig(ttnn.BufferType.L1, ttnn.NdShardSpec((1, 32, 64), cores))
    a = integers(random, 3, 64, 96)

    result = ttnn.square(on_device(a, device, memory_config=nd_sharded))

    assert result.memory_config() == nd_sharded
    np.testing.assert_array_equal(ttnn.to_numpy(result), a * a)


def test_result_of_another_shape_is_not_sharded_as_the_operand_is(
    device: ttnn.Device, random: np.random.Generator
) -> None:
    a, b = integers(random, 128, 128), integers(random, 2, 1, 1)

    result = ttnn.add(on_device(a, device, memory_config=HEIGHT), on_device(b, device))

    assert result.memory_config() == L1
    np.testing.assert_array_equal(ttnn.to_numpy(result), a + b)


@pytest.mark.parametrize("tile_shape", [(1, 32), (16, 16), (4, 32), (32, 16)], ids=str)
def test_small_tiles(
    tile_shape: tuple[int, int], device: ttnn.Device, random: np.random.Generator
) -> None:
    tile = ttnn.Tile(tile_shape)
    a, b = integers(random, 3, 21, 50), integers(random, 21, 1)

    result = ttnn.subtract(*(on_device(x, device, ttnn.bfloat16, tile=tile) for x in (a, b)))

    assert result.spec.tile == tile
    np.testing.assert_array_equal(ttnn.to_numpy(result), a - b)


@pytest.mark.parametrize("dtype", ttnn.DataType)
@pytest.mark.parametrize("dtype_b", ttnn.DataType)
def test_dtypes_mix(
    dtype: ttnn.DataType,
    dtype_b: ttnn.DataType,
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    a, b = random.integers(0, 4, (2, 33, 65)).astype(np.float32)

    result = ttnn.add(on_device(a, device, dtype), on_device(b, device, dtype_b), dtype=dtype)

    assert result.dtype == dtype
    np.testing.assert_array_equal(ttnn.to_numpy(result), a + b)


def test_result_may_be_preallocated(device: ttnn.Device, random: np.random.Generator) -> None:
    a, b = integers(random, 40, 40), integers(random, 40, 1)
    for layout in (TILE, ROW_MAJOR):
        output = on_device(np.zeros((40, 40), np.float32), device, ttnn.bfloat16, layout, L1)

        result = ttnn.add(on_device(a, device), on_device(b, device), output_tensor=output)

        assert result.buffer_address() == output.buffer_address()
        assert result.spec == output.spec
        np.testing.assert_array_equal(ttnn.to_numpy(output), a + b)


def test_result_may_be_the_first_tensor(device: ttnn.Device, random: np.random.Generator) -> None:
    a, b = integers(random, 70, 40), integers(random, 1, 40)
    for layout in (TILE, ROW_MAJOR):
        target = on_device(a, device, ttnn.bfloat16, layout)

        result = ttnn.multiply_(target, on_device(b, device))

        assert result.buffer_address() == target.buffer_address()
        np.testing.assert_array_equal(ttnn.to_numpy(target), a * b)


def test_activations_are_applied_around_the_operation(
    device: ttnn.Device, random: np.random.Generator
) -> None:
    a, b = integers(random, 33, 33), integers(random, 33, 33)

    result = ttnn.add(
        on_device(a, device),
        on_device(b, device),
        input_tensor_a_activations=[ttnn.UnaryOpType.SQUARE],
        input_tensor_b_activations=[ttnn.UnaryWithParam(ttnn.UnaryOpType.RELU_MAX, 4), "neg"],
        activations=[
            ttnn.UnaryOpType.RELU,
            ttnn.UnaryWithParam(ttnn.UnaryOpType.ADD_UNARY_SFPU, 2),
        ],
    )

    np.testing.assert_array_equal(
        ttnn.to_numpy(result), np.maximum(a * a - np.clip(b, 0, 4), 0) + 2
    )


def test_numbers_meet_integers_as_integers(device: ttnn.Device) -> None:
    tensor = on_device(np.array([[1, 2, 65535]], np.uint16), device, ttnn.uint16)

    assert ttnn.to_numpy(ttnn.add(tensor, 1.9)).tolist() == [[2, 3, 0]]
    assert ttnn.to_numpy(ttnn.add(tensor, -1)).tolist() == [[0, 1, 65534]]
    assert ttnn.to_numpy(ttnn.divide(tensor, 2)).tolist() == [[0.5, 1, 32767.5]]


def test_programs_are_kept_whatever_the_numbers_are(device: ttnn.Device) -> None:
    tensor = on_device(np.ones((35, 36), np.float32), device)
    ttnn.add(tensor, 1.0)
    programs = device.num_program_cache_entries()

    for number in (2.0, 3.0):
        result = ttnn.add(tensor, number)
        assert (ttnn.to_numpy(result) == number + 1).all()

    assert device.num_program_cache_entries() == programs


def test_work_may_be_kept_to_some_cores(device: ttnn.Device, random: np.random.Generator) -> None:
    a = integers(random, 320, 320)
    cores = ttnn.CoreRangeSet([ttnn.CoreRange((1, 1), (2, 2))])

    result = ttnn.neg(on_device(a, device), sub_core_grids=cores)

    np.testing.assert_array_equal(ttnn.to_numpy(result), -a)


def test_operators_are_the_operations(device: ttnn.Device) -> None:
    a, b = (on_device(np.float32([[x]]), device) for x in (6, 2))

    results = [a + b, a - b, a * b, a / b, 1 + a, 1 - a, 2 * a, 3 / a, a**b, -a, abs(-a)]
    assert [x.item() for x in results] == [8, 4, 12, 3, 7, -5, 12, 0.5, 36, -6, 6]
    answers = [a == b, a != b, a < b, a <= b, a > b, a >= 6]
    assert [x.item() for x in answers] == [0, 1, 0, 0, 1, 1]
    assert a != None  # noqa: E711
    with pytest.raises(TypeError, match="unsupported operand type"):
        a + object()


def test_empty_tensors_stay_empty(device: ttnn.Device) -> None:
    empty = on_device(np.zeros((0, 32), np.float32), device)

    assert ttnn.exp(empty).shape == (0, 32)


def test_operations_know_what_they_are() -> None:
    assert ttnn.add.python_fully_qualified_name == "ttnn.add"
    assert ttnn.divide is ttnn.div
    assert "output_tensor" in str(ttnn.exp.function.__signature__)
    assert "Tensors may be DataType.BFLOAT16" in str(ttnn.exp.__doc__)
    assert ttnn.add in ttnn.query_registered_operations()


def test_hooks_see_operations(device: ttnn.Device) -> None:
    tensor = on_device(np.float32([[4]]), device)
    seen: list[str] = []

    with (
        ttnn.register_pre_operation_hook(lambda op, args, kwargs: seen.append(op.__name__)),
        ttnn.register_post_operation_hook(
            lambda op, args, kwargs, out: seen.append(str(out.item()))
        ),
    ):
        ttnn.sqrt(tensor, queue_id=0)
    with (
        pytest.raises(RuntimeError, match="hook: returned 1"),
        ttnn.register_pre_operation_hook(lambda op, args, kwargs: 1),
    ):
        ttnn.sqrt(tensor)

    assert seen == ["sqrt", "2.0"]


def test_what_does_not_go_together_is_named(device: ttnn.Device) -> None:
    def tensor(*shape: int, dtype: ttnn.DataType = ttnn.float32) -> ttnn.Tensor:
        return on_device(np.zeros(shape, np.float32), device, dtype)

    a = tensor(2, 3)
    both = "input_tensor_a and input_tensor_b: "
    with pytest.raises(
        ValueError, match=both + r"Shape\(\[2, 3\]\) and Shape\(\[3, 2\]\); counted"
    ):
        ttnn.add(a, tensor(3, 2))
    with pytest.raises(ValueError, match=r"input_tensor_b: is on the host; .* \(use to_device\)"):
        ttnn.add(a, a.cpu())
    with pytest.raises(
        TypeError, match=r"input_tensor_b: expected ttnn.Tensor or int or float, got"
    ):
        ttnn.add(a, "1")
    with pytest.raises(TypeError, match=r"memory_config: expected ttnn\.MemoryConfig or None, got"):
        ttnn.add(a, a, memory_config="L1")
    with pytest.raises(
        ValueError, match=r"output_tensor: Shape\(\[1, 3\]\); the shape of the result"
    ):
        ttnn.add(a, a, output_tensor=tensor(1, 3))
    with pytest.raises(ValueError, match=r"dtype: DataType.BFLOAT16; that of output_tensor is"):
        ttnn.add(a, a, output_tensor=a, dtype=ttnn.bfloat16)
    with pytest.raises(ValueError, match=r"input_tensor: DataType.INT32; ttnn.exp takes DataType"):
        ttnn.exp(tensor(2, 3, dtype=ttnn.int32))
    with pytest.raises(ValueError, match=r"activations: 'swirl'; no activation has this name"):
        ttnn.add(a, a, activations=["swirl"])
    with pytest.raises(ValueError, match=r"activations: RELU_MAX with parameters \[\]; it takes 1"):
        ttnn.add(a, a, activations=[ttnn.UnaryOpType.RELU_MAX])
    with pytest.raises(ValueError, match=r"scalar: inf; there is no such DataType.INT32"):
        ttnn.add(tensor(2, 3, dtype=ttnn.int32), float("inf"))
    with pytest.raises(TypeError, match=r"ttnn.leaky_relu: missing a required argument"):
        ttnn.leaky_relu(a)
    with pytest.raises(ValueError, match=r"rounding_mode: 'up'; it is None, 'trunc' or 'floor'"):
        ttnn.div(a, a, rounding_mode="up")
    with pytest.raises(ValueError, match=r"memory_config: .*WIDTH_SHARDED.* needs a shard_spec"):
        ttnn.add(a, a, memory_config=ttnn.L1_WIDTH_SHARDED_MEMORY_CONFIG)


def test_freed_tensors_are_refused(device: ttnn.Device) -> None:
    tensor = on_device(np.zeros((2, 2), np.float32), device)
    tensor.deallocate()

    with pytest.raises(RuntimeError, match="input_tensor: the tensor was deallocated"):
        ttnn.exp(tensor)
