# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Activations as parts of other operations, or of a chain: types, perhaps with parameters."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from inspect import Parameter, signature

from ttnn.operations.elementwise.families import formulas, unary
from ttnn.operations.elementwise.row import Formula
from ttnn.operations.elementwise.value import Number, Value, sfpu
from ttnn.operations.unary import ALL


class UnaryOpType(Enum):
    """Elementwise operations on one tensor, by the names that chains and fused activations use."""

    EXP = auto()
    EXP2 = auto()
    EXPM1 = auto()
    LOG = auto()
    LOG2 = auto()
    LOG10 = auto()
    LOG1P = auto()
    SQRT = auto()
    RSQRT = auto()
    CBRT = auto()
    RECIP = auto()
    SQUARE = auto()
    POWER = auto()
    POWER_ITERATIVE = auto()
    RPOW = auto()
    SIN = auto()
    COS = auto()
    TAN = auto()
    ASIN = auto()
    ACOS = auto()
    ATAN = auto()
    SINH = auto()
    COSH = auto()
    TANH = auto()
    ASINH = auto()
    ACOSH = auto()
    ATANH = auto()
    ERF = auto()
    ERFC = auto()
    ERFINV = auto()
    I0 = auto()
    I1 = auto()
    LGAMMA = auto()
    RELU = auto()
    RELU6 = auto()
    RELU_MAX = auto()
    RELU_MIN = auto()
    LEAKY_RELU = auto()
    PRELU_SFPU = auto()
    ELU = auto()
    CELU = auto()
    SELU = auto()
    GELU = auto()
    GELU_TANH = auto()
    SILU = auto()
    MISH = auto()
    SIGMOID = auto()
    LOGSIGMOID = auto()
    SOFTPLUS = auto()
    SOFTSIGN = auto()
    SOFTCAP = auto()
    HARDSIGMOID = auto()
    HARDSWISH = auto()
    HARDMISH = auto()
    HARDTANH = auto()
    HARDSHRINK = auto()
    SOFTSHRINK = auto()
    TANHSHRINK = auto()
    XIELU = auto()
    THRESHOLD = auto()
    HEAVISIDE = auto()
    CLAMP_TSS = auto()
    ABS = auto()
    NEG = auto()
    SIGN = auto()
    SIGNBIT = auto()
    FLOOR = auto()
    CEIL = auto()
    TRUNC = auto()
    FRAC = auto()
    ROUND = auto()
    IDENTITY = auto()
    FILL = auto()
    ADD_UNARY_SFPU = auto()
    SUB_UNARY_SFPU = auto()
    MUL_UNARY_SFPU = auto()
    DIV_UNARY_SFPU = auto()
    RSUB = auto()
    RDIV = auto()
    REMAINDER = auto()
    FMOD = auto()
    MAXIMUM = auto()
    MINIMUM = auto()
    EQZ = auto()
    NEZ = auto()
    GTZ = auto()
    LTZ = auto()
    GEZ = auto()
    LEZ = auto()
    UNARY_EQ = auto()
    UNARY_NE = auto()
    UNARY_GT = auto()
    UNARY_LT = auto()
    UNARY_GE = auto()
    UNARY_LE = auto()
    ISFINITE = auto()
    ISINF = auto()
    ISNAN = auto()
    ISPOSINF = auto()
    ISNEGINF = auto()
    LOGICAL_NOT_UNARY = auto()
    BITWISE_NOT = auto()
    BITWISE_AND = auto()
    BITWISE_OR = auto()
    BITWISE_XOR = auto()
    LEFT_SHIFT = auto()
    RIGHT_SHIFT = auto()
    ALT_COMPLEX_ROTATE90 = auto()


class BinaryOpType(Enum):
    """Elementwise operations on two tensors, by their names in upstream's C++."""

    ADD = auto()
    SUB = auto()
    MUL = auto()
    GT = auto()
    LT = auto()
    LTE = auto()
    GTE = auto()
    EQ = auto()
    NE = auto()
    SQUARED_DIFFERENCE = auto()
    BIAS_GELU = auto()
    LOGADDEXP = auto()
    LOGICAL_AND = auto()
    LOGICAL_OR = auto()
    LOGICAL_XOR = auto()
    LDEXP = auto()
    LOGADDEXP2 = auto()
    DIV = auto()
    RSUB = auto()
    POWER = auto()
    BITWISE_XOR = auto()
    BITWISE_AND = auto()
    BITWISE_OR = auto()
    LEFT_SHIFT = auto()
    RIGHT_SHIFT = auto()


class UnaryWithParam:
    """A type of operation with the parameters that it is to have.

    Args:
        op_type: Which operation.
        param: Its parameter, or all of them in order.
    """

    def __init__(self, op_type: UnaryOpType, param: Number | Sequence[Number] = ()):
        if not isinstance(op_type, UnaryOpType):
            kind = type(op_type).__name__
            raise TypeError(f"op_type: expected ttnn.UnaryOpType, got {kind}")
        self.op_type = op_type
        self.params = tuple(param) if isinstance(param, Sequence) else (param,)

    def __repr__(self) -> str:
        """As it is made."""
        return f"UnaryWithParam({self.op_type}, {list(self.params)})"


Activation = UnaryOpType | UnaryWithParam | str

# What differs from the operation of the same name in lower case.
_FORMULAS: dict[UnaryOpType, Formula] = {
    UnaryOpType.RECIP: sfpu.recip,
    UnaryOpType.POWER: lambda x, exponent: sfpu.power(x, exponent),
    UnaryOpType.POWER_ITERATIVE: lambda x, exponent: sfpu.power(x, exponent),
    UnaryOpType.GELU: lambda x, fast=0: sfpu.gelu(x),
    UnaryOpType.GELU_TANH: sfpu.gelu_tanh,
    UnaryOpType.SIGMOID: lambda x, vector_mode=4, fast=0: sfpu.sigmoid(x),
    UnaryOpType.LOGSIGMOID: sfpu.logsigmoid,
    UnaryOpType.PRELU_SFPU: lambda x, slope: sfpu.leaky_relu(x, slope),
    UnaryOpType.CLAMP_TSS: lambda x, low, high: sfpu.clamp(x, low, high),
    UnaryOpType.ADD_UNARY_SFPU: lambda x, other: x + other,
    UnaryOpType.SUB_UNARY_SFPU: lambda x, other: x - other,
    UnaryOpType.MUL_UNARY_SFPU: lambda x, other: x * other,
    UnaryOpType.DIV_UNARY_SFPU: lambda x, other: x / other,
    UnaryOpType.RSUB: lambda x, other: sfpu.rsub(x, other),
    UnaryOpType.REMAINDER: lambda x, other: sfpu.remainder(x, other),
    UnaryOpType.FMOD: lambda x, other: sfpu.fmod(x, other),
    UnaryOpType.MAXIMUM: lambda x, other: sfpu.max(x, other),
    UnaryOpType.MINIMUM: lambda x, other: sfpu.min(x, other),
    UnaryOpType.UNARY_EQ: lambda x, other: sfpu.eq(x, other),
    UnaryOpType.UNARY_NE: lambda x, other: sfpu.ne(x, other),
    UnaryOpType.UNARY_GT: lambda x, other: sfpu.gt(x, other),
    UnaryOpType.UNARY_LT: lambda x, other: sfpu.lt(x, other),
    UnaryOpType.UNARY_GE: lambda x, other: sfpu.ge(x, other),
    UnaryOpType.UNARY_LE: lambda x, other: sfpu.le(x, other),
    UnaryOpType.LOGICAL_NOT_UNARY: sfpu.logical_not,
    UnaryOpType.BITWISE_AND: lambda x, other: sfpu.bitwise_and(x, other),
    UnaryOpType.BITWISE_OR: lambda x, other: sfpu.bitwise_or(x, other),
    UnaryOpType.BITWISE_XOR: lambda x, other: sfpu.bitwise_xor(x, other),
    UnaryOpType.LEFT_SHIFT: lambda x, other: sfpu.left_shift(x, other),
    UnaryOpType.RIGHT_SHIFT: lambda x, other: sfpu.right_shift(x, other),
}


def activate(x: Value, activation: Activation) -> Value:
    """Returns an activation of a value.

    Raises:
        TypeError: It is no activation.
        ValueError: There is none of this name, or it lacks a parameter or has too many.
    """
    op_type, params = _parts(activation)
    formula = _FORMULAS.get(op_type) or formulas[op_type.name.lower()]
    parameters = list(signature(formula).parameters.values())[1:]
    required = sum(parameter.default is Parameter.empty for parameter in parameters)
    own = [] if parameters and parameters[0].kind is Parameter.VAR_POSITIONAL else parameters
    if not required <= len(params) <= len(own):
        raise ValueError(
            f"activations: {op_type.name} with parameters {list(params)}; it takes "
            f"{required} to {len(own)} (ttnn.UnaryWithParam)"
        )
    return formula(
        x,
        **{parameter.name: param for parameter, param in zip(own, params, strict=False)},
    )


def _chain(x: Value, ops_chain: Sequence[Activation]) -> Value:
    for activation in ops_chain:
        x = activate(x, activation)
    return x


unary_chain = unary("unary_chain", _chain, "One activation after the other, in one pass.", ALL)


def _parts(activation: Activation) -> tuple[UnaryOpType, tuple[Number, ...]]:
    if isinstance(activation, UnaryWithParam):
        return activation.op_type, activation.params
    if isinstance(activation, UnaryOpType):
        return activation, ()
    if not isinstance(activation, str):
        kind = type(activation).__name__
        raise TypeError(f"activations: expected ttnn.UnaryOpType or UnaryWithParam, got {kind}")
    if activation.upper() not in UnaryOpType.__members__:
        raise ValueError(f"activations: {activation!r}; no activation has this name")
    return UnaryOpType[activation.upper()], ()
