# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Functions of the SFPU against float64, over all 65,536 bfloat16 values.

A result in float32 may miss the true value by 0.51 units in the last place, and so may one in
bfloat16: most functions are computed in float64 and rounded once, which costs half a unit, and the
references are not exact either.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from tt_metal.sim.tensix.sfpu.accuracy import sfpu_functions

Doubles = NDArray[np.float64]
Function = Callable[[Doubles], Doubles]

TOLERANCE_ULP = 0.51
FLOAT32_BITS = 24
BFLOAT16_BITS = 8
# Both formats have the exponents of float32.
SMALLEST_EXPONENT = -126
LARGEST_EXPONENT = 127

ALL_BFLOAT16 = (np.arange(1 << 16, dtype=np.uint32) << 16).view(np.float32)
NUM_VARIANTS = len(sfpu_functions.variants())


def each(function: Callable[[float], float]) -> Function:
    """A function of the standard library on arrays; outside of its domain it is NaN."""

    def on_one(x: float) -> float:
        try:
            return function(x)
        except ValueError:
            return math.nan
        except OverflowError:
            return math.inf

    return np.vectorize(on_one, otypes=[np.float64])


erf, erfc = each(math.erf), each(math.erfc)

REFERENCES: dict[str, Function] = {
    "exp": np.exp,
    "exp2": np.exp2,
    "expm1": np.expm1,
    "log": np.log,
    "log2": np.log2,
    "log10": np.log10,
    "log1p": np.log1p,
    "sqrt": np.sqrt,
    "rsqrt": lambda x: 1 / np.sqrt(x),
    "cbrt": np.cbrt,
    "recip": lambda x: 1 / x,
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "asin": np.arcsin,
    "acos": np.arccos,
    "atan": np.arctan,
    "sinh": np.sinh,
    "cosh": np.cosh,
    "tanh": np.tanh,
    "asinh": np.arcsinh,
    "acosh": np.arccosh,
    "atanh": np.arctanh,
    "erf": erf,
    "erfc": erfc,
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "silu": lambda x: x / (1 + np.exp(-x)),
    "gelu": lambda x: x * 0.5 * erfc(-x / math.sqrt(2)),
    "logsigmoid": lambda x: -np.logaddexp(0, -x),
    "softsign": lambda x: x / (1 + np.abs(x)),
    "hardsigmoid": lambda x: np.clip(x / 6 + 0.5, 0, 1),
    "floor": np.floor,
    "ceil": np.ceil,
    "trunc": np.trunc,
    "square": np.square,
}


def error_in_ulp(result: NDArray[np.float32], exact: Doubles, significant_bits: int) -> Doubles:
    """Distances of finite results; 0 where NaN meets NaN or both are beyond the largest number."""
    _, exponent = np.frexp(exact)  # of 0.5 to 1
    unit = np.ldexp(1.0, np.maximum(exponent - 1, SMALLEST_EXPONENT) - (significant_bits - 1))
    # To nearest even, numbers from here on become infinite.
    infinite_from = np.ldexp(2 - 2.0**-significant_bits, LARGEST_EXPONENT)
    beyond = np.abs(exact) >= infinite_from
    agree = (np.isnan(exact) & np.isnan(result)) | (beyond & (result == np.sign(exact) * np.inf))
    return np.where(agree, 0, np.abs(result - exact) / unit)


def worst(
    result: NDArray[np.float32], exact: Doubles, significant_bits: int
) -> tuple[float, float]:
    """The largest error, and the input that has it."""
    with np.errstate(all="ignore"):
        error = np.nan_to_num(error_in_ulp(result, exact, significant_bits), nan=np.inf)
    return float(error.max()), float(ALL_BFLOAT16[error.argmax()])


@pytest.mark.parametrize("name", REFERENCES)
@pytest.mark.parametrize("bits", [FLOAT32_BITS, BFLOAT16_BITS])
def test_functions_are_rounded_once(name: str, bits: int) -> None:
    with np.errstate(all="ignore"):
        exact = REFERENCES[name](ALL_BFLOAT16.astype(np.float64))

    result = sfpu_functions.run(0, name, [ALL_BFLOAT16], bfloat16=bits == BFLOAT16_BITS)

    error, at = worst(result, exact, bits)
    assert error <= TOLERANCE_ULP, f"{name}({at}): {error} units in the last place"


@pytest.mark.parametrize("name", REFERENCES)
@pytest.mark.parametrize("variant", range(1, NUM_VARIANTS))
def test_variants_give_the_same_bits(name: str, variant: int) -> None:
    rng = np.random.default_rng(0)
    mixed = rng.integers(0, 1 << 32, 1 << 16, dtype=np.uint32).view(np.float32)

    for inputs in (ALL_BFLOAT16, mixed):
        plain = sfpu_functions.run(0, name, [inputs], bfloat16=False)
        other = sfpu_functions.run(variant, name, [inputs], bfloat16=False)

        assert plain.tobytes() == other.tobytes()


def test_functions_of_two_operands_match_numpy() -> None:
    rng = np.random.default_rng(1)
    a, b = rng.standard_normal((2, 1 << 14)).astype(np.float32) * 8
    references: dict[str, Callable[[Doubles, Doubles], Doubles]] = {
        "atan2": np.arctan2,
        "hypot": np.hypot,
        "logaddexp": np.logaddexp,
    }
    for name, reference in references.items():
        exact = reference(a.astype(np.float64), b.astype(np.float64))
        result = sfpu_functions.run(NUM_VARIANTS - 1, name, [a, b], bfloat16=False)
        assert error_in_ulp(result, exact, FLOAT32_BITS).max() <= TOLERANCE_ULP, name


def test_unknown_function_is_refused() -> None:
    with pytest.raises(ValueError, match="no function is called exponential"):
        sfpu_functions.run(0, "exponential", [ALL_BFLOAT16], bfloat16=False)
