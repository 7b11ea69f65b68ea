# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Elementwise operations on one tensor: powers, circular and special functions, rounding.

Results are those of float64, rounded once to the dtype of the result; `fast_and_approximate_mode`
makes no difference. Activations are in `activation`, questions in `relational`.
"""

from __future__ import annotations

import math

from ttnn._ttnn import DataType
from ttnn.operations.elementwise.families import unary
from ttnn.operations.elementwise.row import Formula
from ttnn.operations.elementwise.value import FLOATS, INTEGERS, Number, Value, constant, sfpu

ALL = FLOATS | INTEGERS
SIGNED = FLOATS | {DataType.INT32}


def fast(formula: Formula) -> Formula:
    """Adds the flag by which users let an operation be less exact."""
    return lambda x, *, fast_and_approximate_mode=False: formula(x)


exp = unary("exp", fast(sfpu.exp), "e to the power of x.")
exp2 = unary("exp2", sfpu.exp2, "2 to the power of x.")
expm1 = unary("expm1", sfpu.expm1, "e to the power of x, less 1.")
log = unary("log", fast(sfpu.log), "Natural logarithm.")
log2 = unary("log2", fast(sfpu.log2), "Logarithm to base 2.")
log10 = unary("log10", fast(sfpu.log10), "Logarithm to base 10.")
log1p = unary("log1p", fast(sfpu.log1p), "Natural logarithm of 1 + x.")
sqrt = unary("sqrt", fast(sfpu.sqrt), "Square root.")
rsqrt = unary("rsqrt", fast(sfpu.rsqrt), "1 by the square root.")
cbrt = unary(
    "cbrt",
    sfpu.cbrt,
    "Cube root.",
    golden=lambda torch, x: torch.sign(x) * torch.pow(torch.abs(x), 1 / 3),
)
square = unary("square", sfpu.square, "x times x; integers wrap.", ALL)
reciprocal = unary("reciprocal", sfpu.recip, "1 by x.")

sin = unary("sin", sfpu.sin, "Sine.")
cos = unary("cos", sfpu.cos, "Cosine.")
tan = unary("tan", sfpu.tan, "Tangent.")
asin = unary("asin", sfpu.asin, "Inverse sine.")
acos = unary("acos", sfpu.acos, "Inverse cosine.")
atan = unary("atan", sfpu.atan, "Inverse tangent.")
sinh = unary("sinh", sfpu.sinh, "Hyperbolic sine.")
cosh = unary("cosh", sfpu.cosh, "Hyperbolic cosine.")
tanh = unary("tanh", fast(sfpu.tanh), "Hyperbolic tangent.")
asinh = unary("asinh", sfpu.asinh, "Inverse hyperbolic sine.")
acosh = unary("acosh", sfpu.acosh, "Inverse hyperbolic cosine.")
atanh = unary("atanh", sfpu.atanh, "Inverse hyperbolic tangent.")
deg2rad = unary("deg2rad", lambda x: x * (math.pi / 180), "Degrees as radians.")
rad2deg = unary("rad2deg", lambda x: x * (180 / math.pi), "Radians as degrees.")

erf = unary("erf", fast(sfpu.erf), "Error function.")
erfc = unary("erfc", fast(sfpu.erfc), "1 less the error function.")
erfinv = unary("erfinv", sfpu.erfinv, "Inverse error function.")
i0 = unary("i0", sfpu.i0, "Modified Bessel function of order 0.")
i1 = unary("i1", sfpu.i1, "Modified Bessel function of order 1.")
lgamma = unary("lgamma", sfpu.lgamma, "Logarithm of the gamma function's magnitude.")
digamma = unary("digamma", sfpu.digamma, "Derivative of lgamma.")


def _multigammaln(x: Value) -> Value:
    logarithms = [sfpu.lgamma(x - shift) if shift else sfpu.lgamma(x) for shift in (0, 0.5, 1, 1.5)]
    return sum(logarithms[1:], logarithms[0]) + 3 * math.log(math.pi)


def _polygamma(x: Value, k: int) -> Value:
    if k not in range(1, 11):
        raise ValueError(f"k: {k}; the order is between 1 and 10")
    return sfpu.polygamma(x, k)


def _logit(x: Value, *, eps: float | None = None) -> Value:
    if eps is None:
        return sfpu.logit(x)
    low, high = sorted((eps, 1 - eps))
    return sfpu.logit(sfpu.clamp(x, low, high))


multigammaln = unary(
    "multigammaln",
    _multigammaln,
    "Logarithm of the multivariate gamma function of dimension 4.",
    golden=lambda torch, x: torch.special.multigammaln(x, 4),
)
polygamma = unary(
    "polygamma",
    _polygamma,
    "Derivative of digamma, of order k.",
    golden=lambda torch, x, k: torch.special.polygamma(k, x),
)
logit = unary(
    "logit",
    _logit,
    "Logarithm of x / (1 - x), x first clamped to [eps, 1 - eps] if there is an eps.",
)

abs = unary("abs", sfpu.abs, "Magnitude.", SIGNED)
neg = unary("neg", sfpu.negative, "The negative; unsigned integers wrap.", ALL)
sign = unary("sign", sfpu.sign, "1, 0 or -1.", SIGNED)
signbit = unary("signbit", sfpu.signbit, "1 if the sign is minus, of -0.0 too.", SIGNED)
floor = unary("floor", sfpu.floor, "The largest integer that is not above x.")
ceil = unary("ceil", sfpu.ceil, "The smallest integer that is not below x.")
trunc = unary("trunc", sfpu.trunc, "x without its fraction.")
frac = unary("frac", sfpu.frac, "The fraction of x, with its sign.")
round = unary(
    "round",
    lambda x, *, decimals=0: sfpu.round(x, decimals),
    "The nearest number of so many decimals, half to even.",
    golden=lambda torch, x, decimals: torch.round(x, decimals=decimals),
)

identity = unary("identity", lambda x: x, "x itself.", ALL, golden=lambda torch, x: x)
fill = unary(
    "fill",
    lambda x, fill_value: constant(fill_value, x.lane),
    "`fill_value` everywhere.",
    ALL,
    golden=lambda torch, x, fill_value: torch.full_like(x, fill_value),
)
bitwise_not = unary("bitwise_not", sfpu.bitwise_not, "All bits turned over.", INTEGERS)
alt_complex_rotate90 = unary(
    "alt_complex_rotate90",
    sfpu.alt_complex_rotate90,
    "Neighbours (a, b) along the last dimension become (-b, a).",
    golden=lambda torch, x: torch.stack((-x[..., 1::2], x[..., ::2]), -1).reshape(x.shape),
)


def _typecast(x: Value, dtype: DataType) -> Value:
    # Floats are rounded to uint16, but those of blocks are cut.
    if dtype == DataType.UINT16 and x.dtype in (DataType.BFLOAT8_B, DataType.BFLOAT4_B):
        return sfpu.trunc(x)
    return x


_WIDTHS = {
    DataType.BFLOAT16: 16,
    DataType.UINT16: 16,
    DataType.FLOAT32: 32,
    DataType.UINT32: 32,
    DataType.INT32: 32,
}


def _bitcast(x: Value, dtype: DataType) -> Value:
    assert x.dtype is not None
    if _WIDTHS.get(x.dtype, -1) != _WIDTHS.get(dtype):
        raise ValueError(f"dtype: {dtype}; it has to be as wide as {x.dtype}")
    if x.dtype == dtype:
        return x
    # The upper half of a float32 is a bfloat16.
    if x.dtype == DataType.BFLOAT16:
        return sfpu.logical_right_shift(sfpu.bits_to_int32(x), 16).to(DataType.UINT16)
    if dtype == DataType.BFLOAT16:
        return sfpu.bits_to_float32(sfpu.left_shift(x.to(DataType.INT32), 16))
    if dtype == DataType.FLOAT32:
        return sfpu.bits_to_float32(x)
    as_int32 = sfpu.bits_to_int32(x)
    return as_int32 if dtype == DataType.INT32 else sfpu.bits_to_uint32(as_int32)


typecast = unary(
    "typecast",
    _typecast,
    "The same numbers in another dtype; out of range the nearest that there is, uint8 modulo 256.",
    ALL,
    golden=lambda torch, x, dtype: x,
)
bitcast = unary(
    "bitcast",
    _bitcast,
    "The same bits in another dtype.",
    set(_WIDTHS),
    golden=lambda torch, x, dtype: x,
)


def _rdiv(x: Value, value: Number, *, rounding_mode: str | None = None) -> Value:
    from ttnn.operations.binary import divided

    return divided(value, x, rounding_mode)


rdiv = unary(
    "rdiv",
    _rdiv,
    "`value` by x.",
    golden=lambda torch, x, value, rounding_mode: torch.div(
        torch.full_like(x, value), x, rounding_mode=rounding_mode
    ),
)
rpow = unary(
    "rpow",
    lambda x, exponent: sfpu.power(exponent, x),
    "`exponent` to the power of x.",
    golden=lambda torch, x, exponent: torch.pow(exponent, x),
)
