# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Activations: elementwise operations on one tensor, made for neural networks."""

from __future__ import annotations

from enum import Enum

from ttnn.operations.elementwise.families import unary
from ttnn.operations.elementwise.value import FLOATS, UNSIGNED, Number, Value, sfpu
from ttnn.operations.unary import ALL, fast


class GeluVariant(Enum):
    """How gelu is computed. FastLut gives what Accurate gives."""

    Accurate = 0
    FastLut = 1
    Tanh = 2


class SigmoidMode(Enum):
    """How sigmoid is computed: all give the same."""

    Accurate = 0
    AccurateWithFastExp = 1
    FastApproximate = 2


relu = unary("relu", sfpu.relu, "max(x, 0).", ALL)
relu6 = unary("relu6", lambda x: sfpu.clamp(x, 0, 6), "min(max(x, 0), 6).", ALL)
relu_max = unary(
    "relu_max",
    lambda x, upper_limit: sfpu.relu_max(x, upper_limit),
    "min(max(x, 0), upper_limit).",
    ALL,
    golden=lambda torch, x, limit: torch.relu(torch.min(x, torch.tensor(limit))),
)
relu_min = unary(
    "relu_min",
    lambda x, lower_limit: sfpu.max(x, lower_limit),
    "max(x, lower_limit).",
    ALL,
    golden=lambda torch, x, limit: torch.max(x, torch.tensor(limit)),
)


def _leaky_relu(x: Value, negative_slope: Number) -> Value:
    return x if x.lane in UNSIGNED else sfpu.leaky_relu(x, negative_slope)


leaky_relu = unary("leaky_relu", _leaky_relu, "x, times negative_slope below 0.", FLOATS | UNSIGNED)
elu = unary("elu", lambda x, *, alpha=1.0: sfpu.elu(x, alpha), "alpha (e^x - 1) below 0, else x.")
celu = unary(
    "celu",
    lambda x, *, alpha=1.0: sfpu.celu(x, alpha),
    "alpha (e^(x / alpha) - 1) below 0, else x.",
)
selu = unary(
    "selu",
    lambda x, *, scale=1.0507, alpha=1.67326: sfpu.selu(x, scale, alpha),
    "scale times the elu of x.",
    golden=lambda torch, x, scale, alpha: scale * torch.nn.functional.elu(x, alpha),
)


def _gelu(
    x: Value,
    *,
    variant: GeluVariant = GeluVariant.Accurate,
    fast_and_approximate_mode: bool = False,
) -> Value:
    return sfpu.gelu_tanh(x) if variant == GeluVariant.Tanh else sfpu.gelu(x)


gelu = unary(
    "gelu",
    _gelu,
    "x times the normal distribution of x.",
    golden=lambda torch, x, variant: torch.nn.functional.gelu(
        x, approximate="tanh" if variant == GeluVariant.Tanh else "none"
    ),
)
silu = unary("silu", sfpu.silu, "x times sigmoid(x).")
swish = unary("swish", sfpu.silu, "silu.", golden=lambda torch, x: torch.nn.functional.silu(x))
mish = unary("mish", fast(sfpu.mish), "x tanh(log(1 + e^x)).")


def _sigmoid(x: Value, *, vector_mode: int = 4, mode: SigmoidMode = SigmoidMode.Accurate) -> Value:
    return sfpu.sigmoid(x)


sigmoid = unary(
    "sigmoid", _sigmoid, "1 / (1 + e^-x).", golden=lambda torch, x, *_: torch.sigmoid(x)
)
sigmoid_accurate = unary(
    "sigmoid_accurate",
    lambda x, fast_and_approximate_mode=False: sfpu.sigmoid(x),
    "sigmoid.",
    golden=lambda torch, x: torch.sigmoid(x),
)
log_sigmoid = unary(
    "log_sigmoid",
    sfpu.logsigmoid,
    "Logarithm of sigmoid(x).",
    golden=lambda torch, x: torch.nn.functional.logsigmoid(x),
)
softplus = unary(
    "softplus",
    lambda x, *, beta=1.0, threshold=20.0: sfpu.softplus(x, beta, threshold),
    "log(1 + e^(beta x)) / beta; x where beta x is above the threshold.",
)
softsign = unary("softsign", sfpu.softsign, "x / (1 + |x|).")
softcap = unary(
    "softcap",
    lambda x, beta: sfpu.softcap(x, _nonzero("beta", beta)),
    "beta tanh(x / beta).",
    golden=lambda torch, x, beta: beta * torch.tanh(x / beta),
)
hardsigmoid = unary("hardsigmoid", sfpu.hardsigmoid, "x / 6 + 0.5, clamped to [0, 1].")
hardswish = unary("hardswish", sfpu.hardswish, "x times hardsigmoid(x).")
hardmish = unary(
    "hardmish",
    sfpu.hardmish,
    "x times x / 2 + 1, clamped to [0, 1].",
    golden=lambda torch, x: x * torch.clamp(x / 2 + 1, 0, 1),
)
hardtanh = unary(
    "hardtanh",
    lambda x, *, min_val=-1.0, max_val=1.0: sfpu.clamp(x, min_val, max_val),
    "x, clamped to [min_val, max_val].",
)
hardshrink = unary(
    "hardshrink",
    lambda x, *, lambd=0.5: sfpu.hardshrink(x, lambd),
    "x; 0 where its magnitude is at most lambd.",
)
softshrink = unary(
    "softshrink",
    lambda x, *, lambd=0.5: sfpu.softshrink(x, lambd),
    "x, nearer to 0 by lambd.",
)
tanhshrink = unary("tanhshrink", sfpu.tanhshrink, "x - tanh(x).")
xielu = unary(
    "xielu",
    lambda x, *, alpha_p=0.8, alpha_n=0.8: sfpu.xielu(x, alpha_p, alpha_n),
    "alpha_p x^2 + x / 2 above 0, else alpha_n (e^min(x, -1e-6) - 1) - alpha_n x + x / 2.",
    golden=lambda torch, x, alpha_p, alpha_n: torch.where(
        x > 0,
        alpha_p * x * x + 0.5 * x,
        alpha_n * torch.expm1(torch.clamp(x, max=-1e-6)) - alpha_n * x + 0.5 * x,
    ),
)
threshold = unary(
    "threshold",
    lambda x, threshold, value: sfpu.threshold(x, threshold, value),
    "x where it is above the threshold, else value.",
    ALL,
)
heaviside = unary(
    "heaviside",
    lambda x, value: sfpu.heaviside(x, value),
    "0 below 0, 1 above, value at 0.",
    golden=lambda torch, x, value: torch.heaviside(x, torch.tensor(value, dtype=x.dtype)),
)


def _nonzero(name: str, value: Number) -> Number:
    if value == 0:
        raise ValueError(f"{name}: 0; it must be something else")
    return value
