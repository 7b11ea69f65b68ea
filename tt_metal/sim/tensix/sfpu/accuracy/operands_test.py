# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Functions of the SFPU on several floats, conversions, and random numbers, against NumPy."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from tt_metal.sim.tensix.sfpu.accuracy import sfpu_functions

Doubles = NDArray[np.float64]
Floats = NDArray[np.float32]

SIZE = 1 << 14
NUM_OPERANDS = {name: count for name, (count, _) in sfpu_functions.functions().items()}
VARIANTS = range(len(sfpu_functions.variants()))
FLOAT32_BITS = 24
SMALLEST_EXPONENT = -126


def truth(condition: NDArray[np.bool_]) -> Doubles:
    return condition.astype(np.float64)


def positive(a: Doubles) -> Doubles:
    return np.abs(a) + 0.125


# What is exact, or rounded once to float32.
REFERENCES: dict[str, Callable[..., Doubles]] = {
    "ldexp": lambda a, b: a * np.exp2(b),
    "logaddexp2": np.logaddexp2,
    "xlogy": lambda a, b: np.where(a == 0, 0, a * np.log(b)),
    "relu_max": lambda a, b: np.minimum(np.maximum(a, 0), b),
    "leaky_relu": lambda a, b: np.where(a < 0, a * b, a),
    "elu": lambda a, b: np.where(a < 0, b * np.expm1(np.minimum(a, 0)), a),
    "celu": lambda a, b: np.where(a < 0, b * np.expm1(a / b), a),
    "selu": lambda a, b, c: b * np.where(a < 0, c * np.expm1(np.minimum(a, 0)), a),
    "softplus": lambda a, b, c: np.where(a * b > c, a, np.log1p(np.exp(a * b)) / b),
    "softcap": lambda a, b: b * np.tanh(a / b),
    "hardshrink": lambda a, b: np.where(np.abs(a) <= b, 0, a),
    "softshrink": lambda a, b: np.sign(a) * np.maximum(np.abs(a) - b, 0),
    "threshold": lambda a, b, c: np.where(a > b, a, c),
    "heaviside": np.heaviside,
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "rsub": lambda a, b: b - a,
    "mul": lambda a, b: a * b,
    "div": lambda a, b: a / b,
    "squared_difference": lambda a, b: (a - b) ** 2,
    "max": np.maximum,
    "min": np.minimum,
    "clamp": lambda a, b, c: np.minimum(np.maximum(a, b), c),
    "lerp": lambda a, b, c: a + c * (b - a),
    "mac": lambda a, b, c: a * b + c,
    "addcmul": lambda a, b, c, d: a + d * b * c,
    "addcdiv": lambda a, b, c, d: a + d * (b / c),
    "fmod": np.fmod,
    "remainder": np.remainder,
    "eq": lambda a, b: truth(a == b),
    "ne": lambda a, b: truth(a != b),
    "lt": lambda a, b: truth(a < b),
    "le": lambda a, b: truth(a <= b),
    "gt": lambda a, b: truth(a > b),
    "ge": lambda a, b: truth(a >= b),
    "logical_and": lambda a, b: truth((a != 0) & (b != 0)),
    "logical_or": lambda a, b: truth((a != 0) | (b != 0)),
    "logical_xor": lambda a, b: truth((a != 0) ^ (b != 0)),
    "isclose": lambda a, b, c, d: truth(np.abs(a - b) <= d + c * np.abs(b)),
    "where": lambda a, b, c: np.where(a != 0, b, c),
    "mask": lambda a, b: np.where(b != 0, a, 0),
    "mask_posinf": lambda a, b: np.where(b != 0, a, np.inf),
}
# Operands that are to be above zero: bases, scales, limits.
POSITIVE = {
    "xlogy": [1],
    "elu": [1],
    "celu": [1],
    "softplus": [1],
    "softcap": [1],
    "hardshrink": [1],
    "softshrink": [1],
    "isclose": [2, 3],
}


def operands_of(name: str, count: int) -> list[Floats]:
    """Eighths around zero: many are equal, and some are zero."""
    rng = np.random.default_rng(0)
    operands = []
    for place in range(count):
        numbers = np.rint(rng.standard_normal(SIZE) * 16) / 8
        if place in POSITIVE.get(name, []):
            numbers = positive(numbers)
        operands.append(numbers.astype(np.float32))
    return operands


def ulp(exact: Doubles) -> Doubles:
    _, exponent = np.frexp(exact)
    return np.ldexp(1.0, np.maximum(exponent - 1, SMALLEST_EXPONENT) - (FLOAT32_BITS - 1))


@pytest.mark.parametrize("name", REFERENCES)
def test_several_operands(name: str) -> None:
    reference = REFERENCES[name]
    operands = operands_of(name, NUM_OPERANDS[name])
    with np.errstate(all="ignore"):
        exact = reference(*(operand.astype(np.float64) for operand in operands))

    results = [sfpu_functions.run(v, name, operands, bfloat16=False) for v in VARIANTS]

    for result in results:
        assert result.tobytes() == results[0].tobytes()
    finite = np.isfinite(exact)
    np.testing.assert_array_equal(np.isfinite(results[0]), finite)
    error = np.abs(results[0][finite] - exact[finite]) / ulp(exact[finite])
    assert error.max() <= 0.51


def test_powers() -> None:
    rng = np.random.default_rng(0)
    base = rng.uniform(0, 20, SIZE).astype(np.float32)
    exponent = rng.uniform(-9, 9, SIZE).astype(np.float32)
    base[: SIZE // 2] *= -1
    exponent[: SIZE // 2] = np.rint(exponent[: SIZE // 2])
    exact = np.power(base.astype(np.float64), exponent.astype(np.float64))

    result = sfpu_functions.run(VARIANTS[-1], "power", [base, exponent], bfloat16=False)

    assert (np.abs(result - exact) / ulp(exact)).max() <= 0.51


def test_rounding_to_decimals() -> None:
    rng = np.random.default_rng(0)
    numbers = rng.uniform(-500, 500, SIZE).astype(np.float32)
    decimals = rng.integers(-2, 4, SIZE).astype(np.float32)

    result = sfpu_functions.run(VARIANTS[-1], "round", [numbers, decimals], bfloat16=False)

    unit = 10.0 ** -decimals.astype(np.float64)
    steps = result / unit
    # A multiple of the unit, and none is nearer, but for the rounding of float32.
    np.testing.assert_allclose(steps, np.rint(steps), atol=2e-2 * 2**-7)
    assert (np.abs(result - numbers) <= 0.5 * unit + 2.0 * ulp(numbers.astype(np.float64))).all()


def test_next_numbers() -> None:
    a, b = operands_of("nextafter", 2)

    result = sfpu_functions.run(VARIANTS[-1], "nextafter", [a, b], bfloat16=False)

    np.testing.assert_array_equal(result, np.nextafter(a, b))


def test_neighbours_are_rotated() -> None:
    (a,) = operands_of("alt_complex_rotate90", 1)

    result = sfpu_functions.run(VARIANTS[-1], "alt_complex_rotate90", [a], bfloat16=False)

    np.testing.assert_array_equal(result[0::2], -a[1::2])
    np.testing.assert_array_equal(result[1::2], a[0::2])


# What lies between integers, beyond the ranges, and is none.
EDGES = [0.5, 1.5, 2.5, -0.5, -1.5, 254.5, 255.5, 65534.5, 65535.5, 2**31, -(2.0**31), 2**32, 1e30]
UNUSUAL = np.array([*EDGES, *np.negative(EDGES), 0.0, -0.0, np.inf, -np.inf, np.nan], np.float32)


def unusual_and_usual() -> Floats:
    usual = np.random.default_rng(0).uniform(-70000, 70000, SIZE).astype(np.float32)
    usual[: UNUSUAL.size] = UNUSUAL
    return usual


CONVERSIONS: dict[str, Callable[[Doubles], Doubles]] = {
    "to_int32": lambda a: np.clip(np.trunc(a), -(2.0**31), 2.0**31 - 1),
    "to_uint32": lambda a: np.clip(np.trunc(a), 0, 2.0**32 - 1),
    "to_uint16": lambda a: np.floor(np.clip(a, 0, 65535) + 0.5),
    "to_uint8": lambda a: np.where(np.abs(a) < 2.0**31, np.mod(np.trunc(a), 256), 0),
}


@pytest.mark.parametrize("name", CONVERSIONS)
def test_conversions(name: str) -> None:
    numbers = unusual_and_usual()
    with np.errstate(all="ignore"):
        expected = np.nan_to_num(CONVERSIONS[name](numbers.astype(np.float64)), nan=0.0)

    for variant in VARIANTS:
        result = sfpu_functions.run(variant, name, [numbers], bfloat16=False)
        integers = result.view(np.int32 if name == "to_int32" else np.uint32)
        np.testing.assert_array_equal(integers.astype(np.float64), expected)


def test_quantization() -> None:
    rng = np.random.default_rng(0)
    numbers = rng.uniform(-100, 100, SIZE).astype(np.float32)
    scale = np.full(SIZE, 0.25, np.float32)
    zero_point = np.full(SIZE, 7, np.float32)

    result = sfpu_functions.run(0, "quant", [numbers, scale, zero_point], bfloat16=False)

    scaled = numbers * scale + zero_point
    np.testing.assert_array_equal(result.view(np.int32), np.rint(scaled).astype(np.int32))


def random_words() -> Floats:
    rng = np.random.default_rng(0)
    return rng.integers(0, 1 << 32, SIZE, dtype=np.uint32).view(np.float32)


def test_random_numbers_are_uniform() -> None:
    start, width = np.full(SIZE, -3, np.float32), np.full(SIZE, 8, np.float32)
    words = random_words()

    result = sfpu_functions.run(0, "rand", [words, start, width], bfloat16=False)

    uniform = (words.view(np.uint32) >> 8) * 2.0**-24
    np.testing.assert_array_equal(result, (-3 + uniform * 8).astype(np.float32))
    assert result.min() >= -3
    assert result.max() < 5
    counts, _ = np.histogram(result, bins=16, range=(-3, 5))
    np.testing.assert_allclose(counts, SIZE / 16, rtol=0.1)


def test_dropout_drops_with_its_probability() -> None:
    (numbers,) = operands_of("dropout", 1)
    numbers[numbers == 0] = 1
    probability = np.full(SIZE, int(0.25 * 2**31), np.uint32).view(np.float32)
    scale = np.full(SIZE, 4 / 3, np.float32)

    operands = [numbers, random_words(), probability, scale]
    result = sfpu_functions.run(0, "dropout", operands, bfloat16=False)

    kept = result != 0
    np.testing.assert_array_equal(result[kept], numbers[kept] * scale[kept])
    assert abs(kept.mean() - 0.75) < 0.02
