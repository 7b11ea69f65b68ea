# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Special functions of the SFPU against mpmath, over a part of all bfloat16 values.

All are computed in float64 and rounded once. What they miss beyond that half unit is the error of
the series, and, near their zeros, cancellation: that is bounded in absolute terms.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import mpmath
import numpy as np
import pytest
from numpy.typing import NDArray

from tt_metal.sim.tensix.sfpu.accuracy import sfpu_functions

SIZE = 1024
FASTEST = len(sfpu_functions.variants()) - 1
SMALLEST = 2.0**-126
UNITS = 0.51 * 2.0**-23  # a unit in the last place is between 2^-24 and 2^-23 of a number


def values(low: float, high: float) -> NDArray[np.float32]:
    """Of bfloat16, among them the ends, from all that lie between."""
    every = (np.arange(1 << 16, dtype=np.uint32) << 16).view(np.float32)
    inside = every[(every >= low) & (every <= high)]
    chosen = np.random.default_rng(0).choice(inside, SIZE)
    chosen[:2] = inside.min(), inside.max()
    return chosen


def exact(function: Callable[[float], float], numbers: NDArray[np.float32]) -> NDArray[np.float64]:
    with mpmath.workdps(40):
        return np.array([float(function(mpmath.mpf(float(x)))) for x in numbers])


def lgamma(x: mpmath.mpf) -> mpmath.mpf:
    return mpmath.re(mpmath.loggamma(x))


# Where each is defined and not too large for float32; and what it may miss near its zeros.
CASES: dict[str, tuple[Callable[[float], float], tuple[float, float], float]] = {
    "erfinv": (mpmath.erfinv, (-0.99609375, 0.99609375), 0),
    "i0": (lambda x: mpmath.besseli(0, x), (-88, 88), 0),
    "i1": (lambda x: mpmath.besseli(1, x), (-88, 88), 0),
    "lgamma": (lgamma, (2.0**-30, 1e30), 1e-14),
    "digamma": (mpmath.digamma, (2.0**-30, 1e30), 1e-14),
}


def check(result: NDArray[np.float32], expected: NDArray[np.float64], near_zero: float) -> None:
    np.testing.assert_allclose(result, expected, rtol=UNITS, atol=max(near_zero, SMALLEST * UNITS))


@pytest.mark.parametrize("name", CASES)
def test_special_function(name: str) -> None:
    function, domain, near_zero = CASES[name]
    numbers = values(*domain)

    result = sfpu_functions.run(FASTEST, name, [numbers], bfloat16=False)

    check(result, exact(function, numbers), near_zero)


@pytest.mark.parametrize(
    ("name", "function"),
    [("lgamma", lgamma), ("digamma", mpmath.digamma)],
    ids=["lgamma", "digamma"],
)
def test_reflected_below_zero(name: str, function: Callable[[float], float]) -> None:
    numbers = values(-30, -(2.0**-20))
    numbers = np.where(numbers == np.rint(numbers), np.float32(-0.5), numbers)

    result = sfpu_functions.run(FASTEST, name, [numbers], bfloat16=False)

    # Close to a pole, or where logarithms of both signs meet, digits cancel.
    check(result, exact(function, numbers), 1e-12)


@pytest.mark.parametrize("order", range(1, 11))
def test_polygamma(order: int) -> None:
    numbers = values(0.0625, 200)
    orders = np.full(SIZE, order, np.float32)

    result = sfpu_functions.run(FASTEST, "polygamma", [numbers, orders], bfloat16=False)

    check(result, exact(lambda x: mpmath.psi(order, x), numbers), 0)


def test_ends_of_their_domains() -> None:
    numbers = np.zeros(SIZE, np.float32)
    numbers[:6] = 1, -1, 1.5, math.inf, -0.0, math.nan

    def first(name: str) -> list[float]:
        return sfpu_functions.run(FASTEST, name, [numbers], bfloat16=False)[:6].tolist()

    nan, inf = pytest.approx(math.nan, nan_ok=True), math.inf
    assert first("erfinv") == [inf, -inf, nan, nan, 0, nan]
    assert first("lgamma")[3:5] == [inf, inf]
    assert first("digamma")[3:5] == [inf, inf]
    assert first("i0")[3:5] == [inf, 1]
