# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Reductions against NumPy in float64.

Results are rounded once to their dtype, which is half a unit. Sums of n float32 values err before
that by at most 2^-24 of the sum of magnitudes for each addition on the way to a value: 5 within a
tile, and one for each further tile.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

import ttnn
from ttnn.rounding import to_bfloat16

DTYPES = [ttnn.bfloat16, ttnn.float32]
SHAPES_AND_DIMS = [
    ((32, 32), (-1,)),
    ((1, 1), (0,)),
    ((5, 7), (1,)),
    ((5, 7), (0,)),
    ((5, 7), None),
    ((70,), None),
    ((70,), (0,)),
    ((2, 3, 33, 65), (-1,)),
    ((2, 3, 33, 65), (-2,)),
    ((2, 3, 33, 65), (0,)),
    ((2, 3, 33, 65), (1,)),
    ((2, 3, 33, 65), (0, 1)),
    ((2, 3, 33, 65), (0, 2)),
    ((2, 3, 33, 65), (1, 3)),
    ((2, 3, 33, 65), (-1, -2)),
    ((2, 3, 33, 65), None),
    ((2, 1, 3, 40, 40), (0, 2, 4)),
    ((1, 5000), (1,)),
]
REFERENCES: dict[str, Callable[..., np.ndarray]] = {
    "sum": np.sum,
    "mean": np.mean,
    "max": np.max,
    "min": np.min,
    "prod": np.prod,
    "var": lambda x, **kwargs: np.var(x, ddof=1, **kwargs),
    "std": lambda x, **kwargs: np.std(x, ddof=1, **kwargs),
}
SUMS = ("sum", "mean")


def send(
    array: np.ndarray, dtype: ttnn.DataType, device: ttnn.Device, **arguments: object
) -> ttnn.Tensor:
    return ttnn.from_numpy(
        array, dtype, **({"layout": ttnn.TILE_LAYOUT, "device": device} | arguments)
    )


def values_for(name: str, shape: tuple[int, ...], random: np.random.Generator) -> np.ndarray:
    if name == "prod":  # so that thousands of factors stay within bounds
        return np.exp(random.uniform(-0.02, 0.02, shape)).astype(np.float32)
    return random.standard_normal(shape, dtype=np.float32)


def tolerance(name: str, values: np.ndarray, exact: np.ndarray, axis: object) -> np.ndarray:
    """What may be missed before the last rounding."""
    count = values.size // max(exact.size, 1)
    additions = 5 * values.ndim + count / 32 + 3
    if name in SUMS:
        magnitude = REFERENCES[name](np.abs(values), axis=axis)
    elif name in ("var", "std", "prod"):
        magnitude = np.abs(exact) * (3 if name != "prod" else count / additions + 1)
    else:
        magnitude = np.zeros_like(exact)
    return additions * 2.0**-24 * magnitude


def assert_near(
    name: str, result: np.ndarray, values: np.ndarray, axis: object, dtype: ttnn.DataType
) -> None:
    values = values.astype(np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        exact = np.asarray(REFERENCES[name](values, axis=axis))
    allowed = tolerance(name, values, exact, axis)
    allowed = allowed + (np.abs(exact) + allowed) * (
        2.0**-8 if dtype == ttnn.bfloat16 else 2.0**-24
    )
    assert result.shape == exact.shape
    both_nan = np.isnan(result) & np.isnan(exact)
    assert (both_nan | (np.abs(result - exact) <= allowed)).all()


@pytest.mark.filterwarnings("ignore:Degrees of freedom")
@pytest.mark.parametrize("name", REFERENCES)
@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize(("shape", "dims"), SHAPES_AND_DIMS)
def test_over_any_dimensions(
    shape: tuple[int, ...],
    dims: tuple[int, ...] | None,
    dtype: ttnn.DataType,
    name: str,
    device: ttnn.Device,
    random: np.random.Generator,
) -> None:
    values = values_for(name, shape, random)
    values = to_bfloat16(values) if dtype == ttnn.bfloat16 else values

    result = getattr(ttnn, name)(send(values, dtype, device), dim=dims)

    assert result.dtype == dtype
    assert_near(name, ttnn.to_numpy(result), values, dims, dtype)


@pytest.mark.parametrize("name", ["sum", "max", "var"])
@pytest.mark.parametrize("dims", [0, -1, (1, 2)])
def test_dimensions_may_be_kept(
    dims: int | tuple[int, ...], name: str, device: ttnn.Device, random: np.random.Generator
) -> None:
    values = random.standard_normal((3, 40, 50), dtype=np.float32)

    kept = getattr(ttnn, name)(send(values, ttnn.float32, device), dim=dims, keepdim=True)
    gone = getattr(ttnn, name)(send(values, ttnn.float32, device), dim=dims)

    assert kept.shape == np.sum(values, axis=dims, keepdims=True).shape
    np.testing.assert_array_equal(ttnn.to_numpy(kept).ravel(), ttnn.to_numpy(gone).ravel())


@pytest.mark.parametrize("dims", [None, 0, 1, 2])
def test_integers_are_exact(
    dims: int | None, device: ttnn.Device, random: np.random.Generator
) -> None:
    values = random.integers(-(2**30), 2**30, (3, 40, 70)).astype(np.int32)
    tensor = send(values, ttnn.int32, device)

    total = ttnn.sum(tensor, dim=dims)

    assert total.dtype == ttnn.int32
    exact = values.astype(np.int64).sum(axis=dims).astype(np.int32)  # wraps
    np.testing.assert_array_equal(ttnn.to_numpy(total), exact)
    np.testing.assert_array_equal(ttnn.to_numpy(ttnn.max(tensor, dim=dims)), values.max(axis=dims))
    np.testing.assert_array_equal(ttnn.to_numpy(ttnn.min(tensor, dim=dims)), values.min(axis=dims))


@pytest.mark.parametrize("memory", ["L1", "height", "block"])
@pytest.mark.parametrize("layout", [ttnn.TILE_LAYOUT, ttnn.ROW_MAJOR_LAYOUT])
def test_operands_may_lie_anywhere(
    layout: ttnn.Layout, memory: str, device: ttnn.Device, random: np.random.Generator
) -> None:
    values = random.standard_normal((128, 128), dtype=np.float32)
    grid = ttnn.CoreGrid(x=2, y=2)
    config = {
        "L1": ttnn.L1_MEMORY_CONFIG,
        "height": ttnn.create_sharded_memory_config((128, 128), grid, ttnn.ShardStrategy.HEIGHT),
        "block": ttnn.create_sharded_memory_config((128, 128), grid, ttnn.ShardStrategy.BLOCK),
    }[memory]

    tensor = send(values, ttnn.float32, device, layout=layout, memory_config=config)

    assert_near("sum", ttnn.to_numpy(ttnn.sum(tensor, dim=-1)), values, -1, ttnn.float32)


def test_what_is_beyond_the_shape_does_not_count(device: ttnn.Device) -> None:
    """The exponential of the padding is 1."""
    tensor = ttnn.exp(send(np.zeros((3, 5), dtype=np.float32), ttnn.float32, device))

    assert ttnn.sum(tensor).item() == 15.0
    assert ttnn.min(ttnn.neg(tensor), dim=0).to_list() == [-1.0] * 5


def test_a_scalar_multiplies_the_result(device: ttnn.Device) -> None:
    tensor = send(np.ones((4, 8), dtype=np.float32), ttnn.bfloat16, device)

    assert ttnn.sum(tensor, scalar=0.5).item() == 16.0
    assert ttnn.mean(tensor, scalar=3.0).item() == 3.0


def test_block_floats_give_block_floats(device: ttnn.Device, random: np.random.Generator) -> None:
    values = random.standard_normal((64, 64), dtype=np.float32)
    tensor = send(values, ttnn.bfloat8_b, device)

    result = ttnn.sum(tensor, dim=0)

    assert result.dtype == ttnn.bfloat8_b
    exact = ttnn.to_numpy(tensor).astype(np.float64).sum(axis=0)
    assert np.abs(ttnn.to_numpy(result) - exact).max() <= np.abs(exact).max() * 2.0**-6
    assert ttnn.prod(tensor, dim=0).dtype == ttnn.float32


def test_programs_are_kept(device: ttnn.Device, random: np.random.Generator) -> None:
    tensors = [
        send(random.standard_normal((64, 96), dtype=np.float32), ttnn.float32, device)
        for _ in range(3)
    ]
    first = ttnn.to_numpy(ttnn.sum(tensors[0], dim=-1))
    entries = device.num_program_cache_entries()

    results = [ttnn.to_numpy(ttnn.sum(tensor, dim=-1)) for tensor in tensors]

    assert device.num_program_cache_entries() == entries
    np.testing.assert_array_equal(results[0], first)
    for tensor, result in zip(tensors, results, strict=True):
        assert_near("sum", result, ttnn.to_numpy(tensor), -1, ttnn.float32)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"dim": 2}, "dim: 2; the tensor has 2 dimensions"),
        ({"dim": (0, -2)}, "a dimension is reduced once"),
    ],
)
def test_impossible_dimensions_are_refused(
    arguments: dict[str, object], message: str, device: ttnn.Device
) -> None:
    tensor = send(np.ones((3, 3), dtype=np.float32), ttnn.float32, device)

    with pytest.raises(ValueError, match=message):
        ttnn.sum(tensor, **arguments)


def test_what_cannot_be_reduced_is_refused(device: ttnn.Device) -> None:
    ones = np.ones((3, 3), dtype=np.float32)

    with pytest.raises(ValueError, match=r"input_tensor: DataType\.UINT16; this takes"):
        ttnn.sum(send(ones, ttnn.uint16, device))
    with pytest.raises(ValueError, match="input_tensor: is on the host"):
        ttnn.sum(ttnn.from_numpy(ones, layout=ttnn.TILE_LAYOUT))
    with pytest.raises(ValueError, match="a product over all dimensions keeps none"):
        ttnn.prod(send(ones, ttnn.float32, device), keepdim=True)
    with pytest.raises(ValueError, match="without elements cannot be reduced"):
        ttnn.sum(send(np.ones((0, 3), dtype=np.float32), ttnn.float32, device))
