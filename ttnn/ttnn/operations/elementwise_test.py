# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Every elementwise operation on every dtype that it takes, against NumPy in float64.

Each operation and dtype is tried in some of the layouts, places and shapes below, all of which turn
up many times over the whole table; `elementwise_mechanism_test` has them all for one operation.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

import ttnn
from ttnn.elementwise_cases import CASES, ROUNDED_ONCE, Case
from ttnn.elementwise_ulp import error_in_units
from ttnn.operations.elementwise.call import ElementwiseFunction

OPERATIONS = {
    operation.__name__: operation
    for operation in ttnn.query_registered_operations()
    if isinstance(operation.function, ElementwiseFunction)
}
# Compared apart: they have tests of their own.
OTHERS = {"bitcast", "dequantize", "nextafter", "quantize", "typecast", "unary_chain"}

INTEGERS = {
    ttnn.int32: np.int32,
    ttnn.uint32: np.uint32,
    ttnn.uint16: np.uint16,
    ttnn.uint8: np.uint8,
}
BLOCK_FLOATS = (ttnn.bfloat8_b, ttnn.bfloat4_b)


@dataclass(frozen=True)
class Placement:
    """The shape of tensors, and how they are stored."""

    shape: tuple[int, ...]
    layout: ttnn.Layout = ttnn.TILE_LAYOUT
    memory_config: ttnn.MemoryConfig = ttnn.DRAM_MEMORY_CONFIG


SHARDED = ttnn.create_sharded_memory_config(
    (128, 64), ttnn.CoreGrid(x=2, y=2), ttnn.ShardStrategy.HEIGHT
)
PLACEMENTS = [
    Placement((33, 66)),
    Placement((3, 2, 40, 50), memory_config=ttnn.L1_MEMORY_CONFIG),
    Placement((128, 64), memory_config=SHARDED),
    Placement((70, 34), layout=ttnn.ROW_MAJOR_LAYOUT),
    Placement((2, 5, 36), ttnn.ROW_MAJOR_LAYOUT, ttnn.L1_MEMORY_CONFIG),
    Placement((128, 64), ttnn.ROW_MAJOR_LAYOUT, SHARDED),
    Placement((8,)),
    Placement((1, 1, 2, 2, 3, 4)),
]
# In whole groups that share an exponent: what is beyond the edge of a tensor has a share in it too.
BLOCK_PLACEMENTS = [
    Placement((33, 64)),
    Placement((3, 2, 40, 48), memory_config=ttnn.L1_MEMORY_CONFIG),
    Placement((128, 64), memory_config=SHARDED),
]
# What rounds up to more than a mantissa holds is cut.
BLOCK_CUT = 0.5


def case_of(name: str) -> Case:
    return CASES[name] if name in CASES else CASES[name.removesuffix("_")]


def placements(name: str, dtype: ttnn.DataType) -> list[Placement]:
    """Two of them, by chance but always the same."""
    first = zlib.crc32(f"{name} {dtype}".encode())
    possible = BLOCK_PLACEMENTS if dtype in BLOCK_FLOATS else PLACEMENTS
    return [possible[(first + i) % len(possible)] for i in range(2)]


def elements(
    random: np.random.Generator,
    case: Case,
    place: int,
    dtype: ttnn.DataType,
    shape: tuple[int, ...],
) -> np.ndarray:
    if dtype not in INTEGERS:
        low, high = case.ranges[place]
        if dtype in BLOCK_FLOATS:
            # Of one magnitude: what is much smaller than its neighbours becomes 0.
            signs = random.choice([-1, 1], shape) if -low >= 0.9 * high else 1
            return np.asarray(signs * random.uniform(0.45 * high, 0.9 * high, shape), np.float32)
        return np.asarray(random.uniform(low, high, shape), np.float32)
    limits = np.iinfo(INTEGERS[dtype])
    low, high = case.integers or (limits.min, limits.max)
    low, high = max(low, int(limits.min)), min(high, int(limits.max))
    return np.asarray(random.integers(low, high, shape, np.int64, endpoint=True)).astype(
        INTEGERS[dtype]
    )


def send(values: np.ndarray, dtype: ttnn.DataType, place: Placement, device: Any) -> ttnn.Tensor:
    return ttnn.from_numpy(
        values, dtype, layout=place.layout, device=device, memory_config=place.memory_config
    )


def wide(tensor: ttnn.Tensor) -> np.ndarray:
    """What is in a tensor, in a type that has room for results."""
    values = ttnn.to_numpy(tensor)
    return values.astype(np.float64 if values.dtype.kind == "f" else np.int64)


def check(result: ttnn.Tensor, exact: np.ndarray, ulp: float) -> None:
    values = ttnn.to_numpy(result)
    assert values.shape == np.shape(exact)
    if result.dtype in INTEGERS:
        np.testing.assert_array_equal(
            values, np.asarray(exact).astype(np.int64).astype(values.dtype)
        )
        return
    error = error_in_units(values, np.asarray(exact, np.float64), result.dtype)
    assert error.max(initial=0) <= ulp + (BLOCK_CUT if result.dtype in BLOCK_FLOATS else 0)


def test_every_operation_has_a_case() -> None:
    without = {
        name for name in OPERATIONS if name not in CASES and name.removesuffix("_") not in CASES
    }

    assert without == OTHERS & set(OPERATIONS)


def test_tolerances_have_reasons() -> None:
    assert [
        name for name, case in CASES.items() if case.ulp > ROUNDED_ONCE and not case.reason
    ] == []


@pytest.mark.parametrize(
    ("name", "dtype"),
    [
        pytest.param(name, dtype, id=f"{name}-{dtype.name.lower()}")
        for name, operation in OPERATIONS.items()
        if name not in OTHERS
        for dtype in ttnn.DataType
        if dtype in operation.function.row.dtypes
    ],
)
def test_results_are_those_of_float64(
    name: str, dtype: ttnn.DataType, device: ttnn.Device, random: np.random.Generator
) -> None:
    case, operation = case_of(name), OPERATIONS[name]
    for place in placements(name, dtype):
        tensors = [
            send(elements(random, case, i, dtype, place.shape), dtype, place, device)
            for i in range(len(case.ranges))
        ]
        with np.errstate(all="ignore"):
            exact = case.reference(*map(wide, tensors))

        result = operation(*tensors, *case.arguments, **case.keywords)

        assert result.layout == place.layout
        assert result.memory_config() == place.memory_config
        check(result, exact, case.ulp)
