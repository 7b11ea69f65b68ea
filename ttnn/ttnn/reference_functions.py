# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Functions in float64 that NumPy lacks, for tests to compare with.

Made of the standard library and of textbook formulas, apart from what the device does.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]


def each(function: Callable[[float], float]) -> Callable[[Doubles], Doubles]:
    """A function of one number on arrays; NaN outside its domain, infinite where it overflows."""

    def on_one(x: float) -> float:
        try:
            return function(x)
        except ValueError:
            return math.nan
        except OverflowError:
            return math.inf

    return np.vectorize(on_one, otypes=[np.float64])


erf = each(math.erf)
erfc = each(math.erfc)
lgamma = each(math.lgamma)


@each
def erfinv(y: float) -> float:
    """Newton's method, from the approximation of Winitzki."""
    if abs(y) >= 1:
        return math.copysign(math.inf, y) if abs(y) == 1 else math.nan
    logarithm = math.log1p(-y * y)
    half = 2 / (math.pi * 0.147) + logarithm / 2
    x = math.copysign(math.sqrt(math.sqrt(half * half - logarithm / 0.147) - half), y)
    for _ in range(4):
        # By erfc where erf is close to 1.
        rest = math.copysign(1, y) * (math.erfc(abs(x)) - (1 - abs(y)))
        x += (rest if abs(y) > 0.5 else y - math.erf(x)) * math.sqrt(math.pi) / 2 * math.exp(x * x)
    return x


def bessel_i(order: int) -> Callable[[Doubles], Doubles]:
    """The modified Bessel function: the mean of e^(x cos t) cos(order t), which converges fast."""
    angles = np.linspace(0, np.pi, 2001)
    weights = np.where((angles == 0) | (angles == np.pi), 0.5, 1.0) / 2000

    def on_one(x: float) -> float:
        if math.isinf(x):
            return math.inf if x > 0 or order % 2 == 0 else -math.inf
        return float(np.sum(weights * np.exp(x * np.cos(angles)) * np.cos(order * angles)))

    return each(on_one)


_BERNOULLI = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6]


@each
def digamma(x: float) -> float:
    """For x > 0: the asymptotic series, once x has been moved up."""
    if x <= 0 or math.isnan(x):
        return -math.inf if x == 0 else math.nan
    if math.isinf(x):
        return x
    moved = 0.0
    while x < 20:
        moved -= 1 / x
        x += 1
    series = sum(b / (2 * k * x ** (2 * k)) for k, b in enumerate(_BERNOULLI, 1))
    return moved + math.log(x) - 0.5 / x - series


def polygamma(order: int) -> Callable[[Doubles], Doubles]:
    """For x > 0: a sum of powers, and what is left of it by Euler and Maclaurin."""

    def on_one(x: float) -> float:
        if not 0 < x < math.inf:
            return 0.0 if x == math.inf else math.nan
        s = order + 1
        total = sum((x + k) ** -s for k in range(30))
        y = x + 30
        total += y ** (1 - s) / (s - 1) + 0.5 * y**-s
        rising = 1.0
        for k, b in enumerate(_BERNOULLI, 1):
            rising = math.prod(s + i for i in range(2 * k - 1)) / math.factorial(2 * k)
            total += b * rising * y ** (-s - 2 * k + 1)
        return float((-1) ** (order + 1) * math.factorial(order) * total)

    return each(on_one)


def sigmoid(x: Doubles) -> Doubles:
    """1 / (1 + e^-x)."""
    return 1 / (1 + np.exp(-x))


def gelu(x: Doubles) -> Doubles:
    """By the error function."""
    return x * 0.5 * erfc(-x / math.sqrt(2))
