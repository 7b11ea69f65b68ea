# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What each elementwise operation is compared with: NumPy in float64, or in integers that wrap.

Most operations miss the true value by half a unit in the last place of their dtype and little more:
they are computed in float64 and rounded to float32, then to what is stored. Where an operation may
miss by more, the case says why.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ttnn import reference_functions as reference

Range = tuple[float, float]

ANY: Range = (-1e3, 1e3)
POSITIVE: Range = (1e-3, 1e3)
UNIT: Range = (-1, 1)
EXPONENTS: Range = (-20, 20)
ROUNDED_ONCE = 0.51


@dataclass(frozen=True)
class Case:
    """How one operation is tried.

    Args:
        reference: Of arrays, one for each range.
        ranges: Of the elements of each tensor.
        arguments: Further arguments, by position.
        keywords: Further arguments, by name.
        ulp: What a result may miss, in units of the last place.
        reason: Why it may be more than half a unit.
        integers: The range of integers; None: all that the dtype has.
    """

    reference: Callable[..., Any]
    ranges: tuple[Range, ...] = (ANY,)
    arguments: tuple[Any, ...] = ()
    keywords: dict[str, Any] = field(default_factory=dict)
    ulp: float = ROUNDED_ONCE
    reason: str = ""
    integers: tuple[int, int] | None = None


def _round_decimals(x: Any) -> Any:
    return np.rint(x.astype(np.float32) * np.float32(100)) / np.float32(100)


def _hardshrink(x: Any) -> Any:
    return np.where(np.abs(x) <= 0.5, 0, x)


def _softshrink(x: Any) -> Any:
    return np.where(x > 0.5, x - 0.5, np.where(x < -0.5, x + 0.5, 0))


def _xielu(x: Any) -> Any:
    alpha = np.float64(np.float32(0.8))
    below = alpha * np.expm1(np.minimum(x, -1e-6)) - alpha * x
    return np.where(x > 0, alpha * x * x, below) + 0.5 * x


def _rotate(x: Any) -> Any:
    return np.stack((-x[..., 1::2], x[..., ::2]), -1).reshape(x.shape)


def _clamp(low: float, high: float) -> Callable[[Any], Any]:
    return lambda x: np.clip(x, low, high)


CONSTANT = "the constant is a float32, so that two roundings add up"
IN_FLOAT32 = "the formula has steps in float32, each of which is rounded"
SMALL_DIFFERENCE = "its terms cancel where the result is close to 0"
SCALAR = "the parameter is a float32"

UNARY: dict[str, Case] = {
    "exp": Case(np.exp, (EXPONENTS,)),
    "exp2": Case(np.exp2, (EXPONENTS,)),
    "expm1": Case(np.expm1, (EXPONENTS,)),
    "log": Case(np.log, (POSITIVE,)),
    "log2": Case(np.log2, (POSITIVE,)),
    "log10": Case(np.log10, (POSITIVE,)),
    "log1p": Case(np.log1p, ((-0.99, 1e3),)),
    "sqrt": Case(np.sqrt, (POSITIVE,)),
    "rsqrt": Case(lambda x: 1 / np.sqrt(x), (POSITIVE,)),
    "cbrt": Case(np.cbrt),
    "square": Case(np.square),
    "reciprocal": Case(lambda x: 1 / x),
    "sin": Case(np.sin),
    "cos": Case(np.cos),
    "tan": Case(np.tan, ((-1.45, 1.45),)),
    "asin": Case(np.arcsin, (UNIT,)),
    "acos": Case(np.arccos, (UNIT,)),
    "atan": Case(np.arctan),
    "sinh": Case(np.sinh, ((-9, 9),)),
    "cosh": Case(np.cosh, ((-9, 9),)),
    "tanh": Case(np.tanh, ((-9, 9),)),
    "asinh": Case(np.arcsinh),
    "acosh": Case(np.arccosh, ((1, 1e3),)),
    "atanh": Case(np.arctanh, ((-0.99, 0.99),)),
    "deg2rad": Case(np.deg2rad, ulp=1.01, reason=CONSTANT),
    "rad2deg": Case(np.rad2deg, ulp=1.01, reason=CONSTANT),
    "erf": Case(reference.erf, ((-4, 4),)),
    "erfc": Case(reference.erfc, ((-4, 9),)),
    "erfinv": Case(reference.erfinv, ((-0.99, 0.99),)),
    "i0": Case(reference.bessel_i(0), ((-10, 10),)),
    "i1": Case(reference.bessel_i(1), ((-10, 10),)),
    "lgamma": Case(reference.lgamma, ((0.1, 50),), ulp=2, reason=SMALL_DIFFERENCE),
    "digamma": Case(reference.digamma, ((0.1, 50),), ulp=2, reason=SMALL_DIFFERENCE),
    "multigammaln": Case(
        lambda x: (
            sum(reference.lgamma(x - shift) for shift in (0, 0.5, 1, 1.5)) + 3 * math.log(math.pi)
        ),
        ((1.6, 50),),
        ulp=4,
        reason=IN_FLOAT32,
    ),
    "polygamma": Case(reference.polygamma(2), ((0.5, 20),), (2,)),
    "logit": Case(lambda x: np.log(x / (1 - x)), ((0.01, 0.99),), ulp=2, reason=SMALL_DIFFERENCE),
    "abs": Case(np.abs),
    "neg": Case(np.negative),
    "sign": Case(np.sign),
    "signbit": Case(lambda x: np.signbit(x) if x.dtype.kind == "f" else x < 0),
    "floor": Case(np.floor),
    "ceil": Case(np.ceil),
    "trunc": Case(np.trunc),
    "frac": Case(lambda x: x - np.trunc(x)),
    "round": Case(_round_decimals, keywords={"decimals": 2}),
    "identity": Case(lambda x: x),
    "fill": Case(lambda x: np.full_like(x, 7), arguments=(7,)),
    "bitwise_not": Case(np.invert),
    "alt_complex_rotate90": Case(_rotate),
    "rdiv": Case(lambda x: 3 / x, arguments=(3.0,)),
    "rpow": Case(lambda x: 3.0**x, (EXPONENTS,), (3.0,)),
}

ACTIVATIONS: dict[str, Case] = {
    "relu": Case(lambda x: np.maximum(x, 0)),
    "relu6": Case(_clamp(0, 6), ((-10, 10),)),
    "relu_max": Case(_clamp(0, 5), ((-10, 10),), (5,)),
    "relu_min": Case(lambda x: np.maximum(x, 5), ((-10, 10),), (5,)),
    "leaky_relu": Case(
        lambda x: np.where(x < 0, x * 0.1, x), arguments=(0.1,), ulp=1.01, reason=SCALAR
    ),
    "elu": Case(lambda x: np.where(x < 0, np.expm1(np.minimum(x, 0)), x), (EXPONENTS,)),
    "celu": Case(
        lambda x: np.where(x < 0, 2 * np.expm1(np.minimum(x, 0) / 2), x),
        (EXPONENTS,),
        keywords={"alpha": 2.0},
    ),
    "selu": Case(
        lambda x: 1.0507 * np.where(x < 0, 1.67326 * np.expm1(np.minimum(x, 0)), x),
        (EXPONENTS,),
        ulp=2,
        reason=SCALAR,
    ),
    "gelu": Case(reference.gelu, ((-9, 9),)),
    "silu": Case(lambda x: x * reference.sigmoid(x), (EXPONENTS,)),
    "swish": Case(lambda x: x * reference.sigmoid(x), (EXPONENTS,)),
    "mish": Case(lambda x: x * np.tanh(np.log1p(np.exp(x))), (EXPONENTS,)),
    "sigmoid": Case(reference.sigmoid, (EXPONENTS,)),
    "sigmoid_accurate": Case(reference.sigmoid, (EXPONENTS,)),
    "log_sigmoid": Case(lambda x: -np.logaddexp(0, -x), (EXPONENTS,)),
    "softplus": Case(
        lambda x: np.where(2 * x > 20, x, np.logaddexp(0, 2 * x) / 2),
        (EXPONENTS,),
        keywords={"beta": 2.0},
    ),
    "softsign": Case(lambda x: x / (1 + np.abs(x))),
    "softcap": Case(lambda x: 5 * np.tanh(x / 5), (EXPONENTS,), (5.0,)),
    "hardsigmoid": Case(lambda x: np.clip(x / 6 + 0.5, 0, 1), ((-4, 4),)),
    "hardswish": Case(lambda x: x * np.clip(x / 6 + 0.5, 0, 1), ((-4, 4),)),
    "hardmish": Case(lambda x: x * np.clip(x / 2 + 1, 0, 1), ((-4, 4),)),
    "hardtanh": Case(_clamp(-2, 3), ((-5, 5),), keywords={"min_val": -2, "max_val": 3.0}),
    "hardshrink": Case(_hardshrink, ((-2, 2),)),
    "softshrink": Case(_softshrink, ((-2, 2),)),
    "tanhshrink": Case(lambda x: x - np.tanh(x), ((-9, 9),), ulp=1.01, reason=SMALL_DIFFERENCE),
    "xielu": Case(_xielu, ((-5, 5),)),
    "threshold": Case(lambda x: np.where(x > 3, x, 20), arguments=(3, 20)),
    "heaviside": Case(lambda x: np.heaviside(x, 0.5), arguments=(0.5,)),
}

QUESTIONS: dict[str, Case] = {
    "eqz": Case(lambda x: x == 0),
    "nez": Case(lambda x: x != 0),
    "gez": Case(lambda x: x >= 0),
    "gtz": Case(lambda x: x > 0),
    "lez": Case(lambda x: x <= 0),
    "ltz": Case(lambda x: x < 0),
    "isfinite": Case(np.isfinite),
    "isinf": Case(np.isinf),
    "isnan": Case(np.isnan),
    "isneginf": Case(np.isneginf),
    "isposinf": Case(np.isposinf),
    "logical_not": Case(np.logical_not),
    "logical_not_": Case(np.logical_not),
}

PAIR = (ANY, ANY)
SHIFTS = (0, 31)


def _isclose(a: Any, b: Any) -> Any:
    return np.abs(a - b) <= 0.5 + np.float64(np.float32(0.1)) * np.abs(b)


def _floor_div(a: Any, b: Any) -> Any:
    if a.dtype.kind == "i":
        return np.floor_divide(a, b)
    return np.floor((a.astype(np.float32) / b.astype(np.float32)).astype(np.float64))


def _truth(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda a, b: function(a != 0, b != 0)


BINARY: dict[str, Case] = {
    "add": Case(np.add, PAIR),
    "subtract": Case(np.subtract, PAIR),
    "multiply": Case(np.multiply, PAIR),
    "divide": Case(np.divide, PAIR, ulp=2.6, reason="integers are rounded to float32 first"),
    "rsub": Case(lambda a, b: b - a, PAIR),
    "squared_difference": Case(lambda a, b: np.square(a - b), PAIR),
    "div_no_nan": Case(lambda a, b: np.where(b == 0, 0, a / b), PAIR),
    "floor_div": Case(_floor_div, PAIR, integers=(1, 1 << 30)),
    "fmod": Case(np.fmod, PAIR, integers=(1, 1 << 30)),
    "remainder": Case(np.remainder, PAIR, integers=(1, 1 << 30), ulp=1.01, reason=IN_FLOAT32),
    "maximum": Case(np.maximum, PAIR),
    "minimum": Case(np.minimum, PAIR),
    "addalpha": Case(lambda a, b: a + 2.5 * b, PAIR, (2.5,)),
    "subalpha": Case(lambda a, b: a - 2.5 * b, PAIR, (2.5,)),
    "pow": Case(np.power, ((0.1, 20), (-5, 5))),
    "ldexp": Case(lambda a, b: a * np.exp2(b), (ANY, (-10, 10))),
    "logaddexp": Case(np.logaddexp, (EXPONENTS, EXPONENTS)),
    "logaddexp2": Case(np.logaddexp2, (EXPONENTS, EXPONENTS)),
    "xlogy": Case(lambda a, b: a * np.log(b), (ANY, POSITIVE)),
    "hypot": Case(np.hypot, PAIR),
    "atan2": Case(np.arctan2, PAIR),
    "bias_gelu": Case(
        lambda a, b: reference.gelu((a + b).astype(np.float32).astype(np.float64)),
        ((-4, 4), (-4, 4)),
    ),
    "gcd": Case(np.gcd, PAIR, integers=(-(1 << 30), 1 << 30)),
    "lcm": Case(np.lcm, PAIR, integers=(-32768, 32767)),
    "bitwise_and": Case(np.bitwise_and, PAIR),
    "bitwise_or": Case(np.bitwise_or, PAIR),
    "bitwise_xor": Case(np.bitwise_xor, PAIR),
    "bitwise_left_shift": Case(np.left_shift, PAIR, integers=SHIFTS),
    "logical_left_shift": Case(np.left_shift, PAIR, integers=SHIFTS),
    "bitwise_right_shift": Case(np.right_shift, PAIR, integers=SHIFTS),
    "logical_right_shift": Case(np.right_shift, PAIR, integers=SHIFTS),
    "eq": Case(np.equal, ((-3, 3), (-3, 3)), integers=(0, 3)),
    "ne": Case(np.not_equal, ((-3, 3), (-3, 3)), integers=(0, 3)),
    "lt": Case(np.less, PAIR),
    "le": Case(np.less_equal, PAIR),
    "gt": Case(np.greater, PAIR),
    "ge": Case(np.greater_equal, PAIR),
    "logical_and": Case(_truth(np.logical_and), PAIR, integers=(0, 1)),
    "logical_or": Case(_truth(np.logical_or), PAIR, integers=(0, 1)),
    "logical_xor": Case(_truth(np.logical_xor), PAIR, integers=(0, 1)),
    "polyval": Case(
        lambda x: 3 * x * x - 2 * x + 0.5,
        ((-5, 5),),
        ([3, -2, 0.5],),
        ulp=16,
        reason=SMALL_DIFFERENCE,
    ),
    "situ_glu": Case(
        lambda g, u: 2 * np.tanh(g / 2) * reference.sigmoid(g) * 3 * np.tanh(u / 3),
        ((-9, 9), (-9, 9)),
        (2.0, 3.0),
        ulp=4,
        reason=IN_FLOAT32,
    ),
    "isclose": Case(_isclose, ((-5, 5), (-5, 5)), keywords={"rtol": 0.1, "atol": 0.5}),
}

TRIPLE = (ANY, ANY, ANY)

TERNARY: dict[str, Case] = {
    "where": Case(lambda p, a, b: np.where(p != 0, a, b), ((-1, 1), ANY, ANY), integers=(0, 1)),
    "clamp": Case(lambda x, low, high: np.minimum(np.maximum(x, low), high), TRIPLE),
    "clip": Case(lambda x, low, high: np.minimum(np.maximum(x, low), high), TRIPLE),
    "addcmul": Case(lambda a, b, c: a + 2 * b * c, TRIPLE, keywords={"value": 2}),
    "addcdiv": Case(lambda a, b, c: a + 2 * b / c, (ANY, ANY, POSITIVE), keywords={"value": 2.0}),
    "mac": Case(lambda a, b, c: a * b + c, TRIPLE),
    "lerp": Case(lambda a, b, w: a + w * (b - a), (ANY, ANY, UNIT)),
    "snake_beta": Case(
        lambda x, alpha, beta: (
            x + np.square(np.sin((x * alpha).astype(np.float32).astype(np.float64))) / beta
        ),
        ((-5, 5), (0.1, 3), (0.5, 4)),
    ),
}

CASES = {**UNARY, **ACTIVATIONS, **QUESTIONS, **BINARY, **TERNARY}
