# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Functions of the SFPU on integers against NumPy's 64-bit ones, cut to the width of the format.

Every one in every format that it takes.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from tt_metal.sim.tensix.sfpu.accuracy import sfpu_functions

Longs = NDArray[np.int64]
Function = Callable[..., Longs]

SIZE = 4096
NUM_VARIANTS = len(sfpu_functions.variants())


def truth(condition: NDArray[np.bool_]) -> Longs:
    return condition.astype(np.int64)


def truncated(a: Longs, b: Longs) -> Longs:
    """Quotients towards zero; by zero as RISC-V has it."""
    divisor = np.where(b == 0, 1, b)
    return np.where(b == 0, -1, np.sign(a) * np.sign(divisor) * (np.abs(a) // np.abs(divisor)))


def floored(a: Longs, b: Longs) -> Longs:
    return np.where(b == 0, -1, a // np.where(b == 0, 1, b))


def rest_of_truncated(a: Longs, b: Longs) -> Longs:
    return np.where(b == 0, a, a - truncated(a, b) * b)


def rest_of_floored(a: Longs, b: Longs) -> Longs:
    return np.where(b == 0, a, a - floored(a, b) * b)


def shifted_left(a: Longs, count: Longs) -> Longs:
    fits = (count >= 0) & (count < 32)
    return np.where(fits, a << np.where(fits, count, 0), 0)


def shifted_right(a: Longs, count: Longs) -> Longs:
    fits = (count >= 0) & (count < 32)
    return np.where(fits, a >> np.where(fits, count, 0), 0)


def to_float32(a: Longs) -> Longs:
    return a.astype(np.float32).view(np.uint32).astype(np.int64)


def as_float32(a: Longs) -> Longs:
    """The same bits, but for those of a NaN: there is one."""
    return np.where((a & 0x7FFFFFFF) > 0x7F800000, 0x7FC00000, a)


REFERENCES: dict[str, Function] = {
    "relu": lambda a: np.maximum(a, 0),
    "relu_max": lambda a, b: np.minimum(np.maximum(a, 0), b),
    "threshold": lambda a, b, c: np.where(a > b, a, c),
    "identity": lambda a: a,
    "abs": np.abs,
    "negative": lambda a: -a,
    "sign": np.sign,
    "signbit": lambda a: truth(a < 0),
    "square": lambda a: a * a,
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "rsub": lambda a, b: b - a,
    "mul": lambda a, b: a * b,
    "div_trunc": truncated,
    "div_floor": floored,
    "fmod": rest_of_truncated,
    "remainder": rest_of_floored,
    "squared_difference": lambda a, b: (a - b) * (a - b),
    "max": np.maximum,
    "min": np.minimum,
    "clamp": lambda a, b, c: np.minimum(np.maximum(a, b), c),
    "mac": lambda a, b, c: a * b + c,
    "addcmul": lambda a, b, c, d: a + d * b * c,
    "gcd": np.gcd,
    "lcm": np.lcm,
    "eq": lambda a, b: truth(a == b),
    "ne": lambda a, b: truth(a != b),
    "lt": lambda a, b: truth(a < b),
    "le": lambda a, b: truth(a <= b),
    "gt": lambda a, b: truth(a > b),
    "ge": lambda a, b: truth(a >= b),
    "eqz": lambda a: truth(a == 0),
    "nez": lambda a: truth(a != 0),
    "ltz": lambda a: truth(a < 0),
    "lez": lambda a: truth(a <= 0),
    "gtz": lambda a: truth(a > 0),
    "gez": lambda a: truth(a >= 0),
    "logical_not": lambda a: truth(a == 0),
    "logical_and": lambda a, b: truth((a != 0) & (b != 0)),
    "logical_or": lambda a, b: truth((a != 0) | (b != 0)),
    "logical_xor": lambda a, b: truth((a != 0) ^ (b != 0)),
    "where": lambda a, b, c: np.where(a != 0, b, c),
    "mask": lambda a, b: np.where(b != 0, a, 0),
    "bitwise_not": np.invert,
    "bitwise_and": np.bitwise_and,
    "bitwise_or": np.bitwise_or,
    "bitwise_xor": np.bitwise_xor,
    "left_shift": shifted_left,
    "right_shift": shifted_right,
    "logical_right_shift": lambda a, b: shifted_right(a & 0xFFFFFFFF, b),
    "to_float32": to_float32,
    "to_int32": lambda a: np.minimum(a, 0x7FFFFFFF),
    "to_uint32": lambda a: np.maximum(a, 0),
    "to_uint16": lambda a: np.clip(a, 0, 0xFFFF),
    "to_uint8": lambda a: a & 0xFF,
    "bits_to_float32": as_float32,
    "bits_to_int32": lambda a: a,
    "bits_to_uint32": lambda a: a,
}


def integers_alone(formats: list[str]) -> list[str]:
    return [name for name in formats if name != "float32"]


ROWS = {
    name: (operands, integers_alone(formats))
    for name, (operands, formats) in sfpu_functions.functions().items()
    if integers_alone(formats)
}
CASES = [(name, format) for name, (_, formats) in ROWS.items() for format in formats]


def any_numbers(rng: np.random.Generator, name: str, place: int, format: str) -> Longs:
    """Of all magnitudes, many of them small, equal, or the ends of the range."""
    limits = np.iinfo(format)
    if "shift" in name and place == 1:
        return rng.integers(0, 41, SIZE)
    wide = rng.integers(limits.min, limits.max, SIZE, endpoint=True, dtype=np.int64)
    small = rng.integers(-9 if limits.min < 0 else 0, 9, SIZE)
    # The lcm and the product of three of 32 bits are beyond 64.
    if name in ("lcm", "addcmul"):
        wide %= 1 << 15
    ends = rng.choice([limits.min, 0, 1, limits.max], SIZE) if name != "lcm" else small
    return np.choose(rng.integers(0, 4, SIZE), [wide, small, small, ends])


def as_bits(numbers: Longs) -> NDArray[np.float32]:
    return (numbers & 0xFFFFFFFF).astype(np.uint32).view(np.float32)


def test_every_function_on_integers_has_a_reference() -> None:
    assert set(ROWS) == set(REFERENCES)


@pytest.mark.parametrize(("name", "format"), CASES)
def test_function(name: str, format: str) -> None:
    rng = np.random.default_rng(0)
    operands = [any_numbers(rng, name, i, format) for i in range(ROWS[name][0])]
    with np.errstate(over="ignore"):
        exact = REFERENCES[name](*operands)
    keeps_format = not name.startswith(("to_", "bits_to_"))
    width = 8 * np.dtype(format).itemsize if keeps_format else 32
    expected = exact & ((1 << width) - 1)

    for variant in range(NUM_VARIANTS):
        bits = [as_bits(operand) for operand in operands]
        result = sfpu_functions.run(variant, name, bits, bfloat16=False, format=format)
        np.testing.assert_array_equal(result.view(np.uint32), expected)
