# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Elementwise operations on two tensors, or on a tensor and a number.

Shapes broadcast as NumPy's do. Results are exact, or those of float64, rounded once to the dtype of
the result, which is that of the first tensor unless `dtype` or `output_tensor` says another.
Integers wrap. A number that meets integers is truncated to one first.

`input_tensor_a_activations` and `input_tensor_b_activations` are applied to the operands before the
operation, `activations` after it: `fused` has what they can be.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from ttnn._ttnn import DataType
from ttnn.operations.elementwise import families
from ttnn.operations.elementwise.families import BinaryOperation, in_place
from ttnn.operations.elementwise.golden import Golden
from ttnn.operations.elementwise.row import Formula
from ttnn.operations.elementwise.value import (
    FLOATS,
    INTEGERS,
    Number,
    Term,
    Value,
    apply,
    constant,
    sfpu,
    to_float,
)
from ttnn.operations.fused import activate

ALL = FLOATS | INTEGERS
TENSORS = ("input_tensor_a", "input_tensor_b")


def binary(
    name: str,
    formula: Formula,
    doc: str,
    dtypes: Collection[DataType] = FLOATS,
    *,
    golden: Golden | None = None,
    tensors: tuple[str, str] = TENSORS,
    numbers: Collection[str] = ("input_tensor_b",),
) -> BinaryOperation:
    """Makes an operation of which activations can be part."""
    return families.binary(
        name,
        formula,
        doc,
        dtypes,
        activate=activate,
        golden=golden,
        tensors=tensors,
        numbers=numbers,
    )


def divided(a: Term, b: Term, rounding_mode: str | None) -> Value:
    """Returns a quotient; of integers as float32 if it is not rounded.

    Raises:
        ValueError: There is no such rounding mode.
    """
    if rounding_mode is None:
        return apply("div", to_float(a), to_float(b))
    if rounding_mode not in ("trunc", "floor"):
        raise ValueError(f"rounding_mode: {rounding_mode!r}; it is None, 'trunc' or 'floor'")
    return apply(f"div_{rounding_mode}", wide(a), wide(b))


def wide(term: Term) -> Term:
    """Returns short integers as uint32, which has functions that they lack."""
    if isinstance(term, Value) and term.lane in (DataType.UINT16, DataType.UINT8):
        return term.to(DataType.UINT32)
    return term


def _divide(
    a: Term,
    b: Term,
    *,
    fast_and_approximate_mode: bool = False,
    rounding_mode: str | None = None,
) -> Value:
    return divided(a, b, rounding_mode)


def _div_golden(torch: Any, a: Any, b: Any, rounding_mode: str | None) -> Any:
    return torch.div(a, b, rounding_mode=rounding_mode)


# ── Arithmetic ──

add = binary("add", sfpu.add, "a + b.", ALL)
subtract = binary("subtract", sfpu.sub, "a - b.", ALL)
multiply = binary(
    "multiply",
    lambda a, b, *, fast_and_approximate_mode=False: sfpu.mul(a, b),
    "a times b.",
    ALL,
)
divide = binary("divide", _divide, "a by b.", ALL, golden=_div_golden)
rsub = binary("rsub", sfpu.rsub, "b - a.", ALL)
squared_difference = binary(
    "squared_difference",
    sfpu.squared_difference,
    "(a - b)^2.",
    ALL,
    golden=lambda torch, a, b: torch.square(torch.sub(a, b)),
)
div_no_nan = binary(
    "div_no_nan",
    lambda a, b: sfpu.where(b, sfpu.div(a, b), 0) if isinstance(b, Value) else _by_number(a, b),
    "a by b; 0 where b is.",
    golden=lambda torch, a, b: torch.where(torch.as_tensor(b) == 0, 0.0, torch.div(a, b)),
)
floor_div = binary(
    "floor_div",
    lambda a, b: divided(a, b, "floor"),
    "The largest integer that is not above a by b.",
    FLOATS | {DataType.INT32},
    golden=lambda torch, a, b: torch.div(a, b, rounding_mode="floor"),
)
REMAINDERS = FLOATS | {DataType.INT32, DataType.UINT32}
fmod = binary("fmod", sfpu.fmod, "What a by b leaves, with the sign of a.", REMAINDERS)
remainder = binary(
    "remainder", sfpu.remainder, "What a by b leaves, with the sign of b.", REMAINDERS
)
maximum = binary("maximum", sfpu.max, "The larger; NaN if either is.", ALL)
minimum = binary("minimum", sfpu.min, "The smaller; NaN if either is.", ALL)
addalpha = binary(
    "addalpha",
    lambda a, b, alpha: sfpu.mac(b, alpha, a),
    "a + alpha b.",
    golden=lambda torch, a, b, alpha: torch.add(a, b, alpha=alpha),
)
subalpha = binary(
    "subalpha",
    lambda a, b, alpha: sfpu.mac(b, -alpha, a),
    "a - alpha b.",
    golden=lambda torch, a, b, alpha: torch.sub(a, b, alpha=alpha),
)


def _by_number(a: Value, b: float) -> Value:
    return a * 0 if b == 0 else a / b


# ── Powers, logarithms, geometry ──

pow = binary(
    "pow",
    sfpu.power,
    "The input to the power of the exponent; either may be a number.",
    tensors=("input_tensor", "exponent"),
    numbers=("input_tensor", "exponent"),
)
ldexp = binary("ldexp", sfpu.ldexp, "a times 2 to the power of b.")
logaddexp = binary("logaddexp", sfpu.logaddexp, "log(e^a + e^b).")
logaddexp2 = binary("logaddexp2", sfpu.logaddexp2, "log2(2^a + 2^b).")
xlogy = binary("xlogy", sfpu.xlogy, "a log(b); 0 where a is, unless b is NaN.")
hypot = binary("hypot", sfpu.hypot, "Root of a^2 + b^2.")
atan2 = binary("atan2", sfpu.atan2, "Angle of the point whose y is a and x is b.")
bias_gelu = binary(
    "bias_gelu",
    lambda a, b: sfpu.gelu(a + b),
    "gelu(a + b).",
    golden=lambda torch, a, b: torch.nn.functional.gelu(torch.add(a, b)),
)


def _nextafter(a: Value, b: Term) -> Value:
    following = sfpu.nextafter(a, b)
    if a.dtype != DataType.BFLOAT16:
        return following
    # A bfloat16 has 16 bits less: its next number is as many times further away.
    return sfpu.where(sfpu.eq(a, b), a, sfpu.mac(following - a, 65536.0, a))


nextafter = binary("nextafter", _nextafter, "The number next to a in the direction of b.")

MOST_COEFFICIENTS = 50  # arguments of the kernel are limited


def _polyval(x: Value, coeffs: Sequence[float]) -> Value:
    if not 0 < len(coeffs) <= MOST_COEFFICIENTS:
        raise ValueError(
            f"coeffs: {len(coeffs)} numbers; there have to be 1 to {MOST_COEFFICIENTS}"
        )
    result = constant(coeffs[0], x.lane)
    for coefficient in coeffs[1:]:
        result = sfpu.mac(result, x, coefficient)
    return result


polyval = families.unary(
    "polyval",
    _polyval,
    "The polynomial whose coefficients are given, that of the highest degree first.",
    golden=lambda torch, x, coeffs: sum(c * x**i for i, c in enumerate(reversed(coeffs))),
    tensor="input_tensor_a",
)
situ_glu = binary(
    "situ_glu",
    lambda gate, up, beta1, beta2: (
        sfpu.softcap(gate, beta1) * sfpu.sigmoid(gate) * sfpu.softcap(up, beta2)
    ),
    "beta1 tanh(gate / beta1) sigmoid(gate) times beta2 tanh(up / beta2).",
    tensors=("gate", "up"),
    numbers=(),
    golden=lambda torch, gate, up, beta1, beta2: (
        beta1 * torch.tanh(gate / beta1) * torch.sigmoid(gate) * beta2 * torch.tanh(up / beta2)
    ),
)

# ── Integers ──

SHIFTED = INTEGERS - {DataType.UINT8}
gcd = binary("gcd", sfpu.gcd, "Greatest common divisor.", {DataType.INT32, DataType.UINT32})
lcm = binary("lcm", sfpu.lcm, "Least common multiple.", {DataType.INT32, DataType.UINT32})
bitwise_and = binary("bitwise_and", sfpu.bitwise_and, "Bits that both have.", INTEGERS)
bitwise_or = binary("bitwise_or", sfpu.bitwise_or, "Bits that either has.", INTEGERS)
bitwise_xor = binary("bitwise_xor", sfpu.bitwise_xor, "Bits that one of them has.", INTEGERS)
bitwise_left_shift = binary(
    "bitwise_left_shift", sfpu.left_shift, "Bits of a moved up by b.", SHIFTED
)
logical_left_shift = binary(
    "logical_left_shift",
    sfpu.left_shift,
    "Bits of a moved up by b.",
    SHIFTED,
    golden=lambda torch, a, b: torch.bitwise_left_shift(a, b),
)


def _right_shift(a: Value, b: Value | Number) -> Value:
    if isinstance(b, Value):
        return sfpu.right_shift(a, b)
    if b < 0:
        return a * 0
    # As signed numbers, a whole shift leaves the sign.
    return sfpu.right_shift(a, min(b, 31))


bitwise_right_shift = binary(
    "bitwise_right_shift", _right_shift, "Bits of a moved down by b; the sign is repeated.", SHIFTED
)
logical_right_shift = binary(
    "logical_right_shift",
    sfpu.logical_right_shift,
    "Bits of a moved down by b.",
    SHIFTED,
    golden=lambda torch, a, b: torch.bitwise_right_shift(a, b),
)

# ── Questions ──

eq = binary("eq", sfpu.eq, "1 where a == b, else 0.", ALL)
ne = binary("ne", sfpu.ne, "1 where a != b, else 0.", ALL)
lt = binary("lt", sfpu.lt, "1 where a < b, else 0.", ALL)
le = binary("le", sfpu.le, "1 where a <= b, else 0.", ALL)
gt = binary("gt", sfpu.gt, "1 where a > b, else 0.", ALL)
ge = binary("ge", sfpu.ge, "1 where a >= b, else 0.", ALL)
logical_and = binary("logical_and", sfpu.logical_and, "1 where both are not 0.", ALL)
logical_or = binary("logical_or", sfpu.logical_or, "1 where either is not 0.", ALL)
logical_xor = binary("logical_xor", sfpu.logical_xor, "1 where one of them is not 0.", ALL)


def _isclose(
    a: Value, b: Value, *, rtol: float = 1e-5, atol: float = 1e-8, equal_nan: bool = False
) -> Value:
    x, y = to_float(a), to_float(b)
    close = apply("isclose", x, y, rtol, atol)
    if not equal_nan:
        return close
    return sfpu.logical_or(close, sfpu.logical_and(apply("isnan", x), apply("isnan", y)))


isclose = binary(
    "isclose",
    _isclose,
    "1 where |a - b| <= atol + rtol |b|.",
    FLOATS | {DataType.INT32},
    numbers=(),
    golden=lambda torch, a, b, rtol, atol, equal_nan: torch.isclose(
        a, b, rtol=rtol, atol=atol, equal_nan=equal_nan
    ),
)

# ── In place ──

add_ = in_place(add)
subtract_ = in_place(subtract)
multiply_ = in_place(multiply)
divide_ = in_place(divide, FLOATS)
rsub_ = in_place(rsub)
bias_gelu_ = in_place(bias_gelu)
ldexp_ = in_place(ldexp)
logaddexp_ = in_place(logaddexp)
logaddexp2_ = in_place(logaddexp2)
squared_difference_ = in_place(squared_difference)
eq_ = in_place(eq)
ne_ = in_place(ne)
lt_ = in_place(lt)
le_ = in_place(le)
gt_ = in_place(gt)
ge_ = in_place(ge)
logical_and_ = in_place(logical_and)
logical_or_ = in_place(logical_or)
logical_xor_ = in_place(logical_xor)

sub = subtract
mul = multiply
div = divide
sub_ = subtract_
mul_ = multiply_
div_ = divide_
