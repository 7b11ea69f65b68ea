# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Elementwise operations on three tensors, some of which may be numbers."""

from __future__ import annotations

from ttnn.operations.elementwise.families import ternary
from ttnn.operations.elementwise.value import FLOATS, INTEGERS, Term, Value, apply, sfpu, widest

ALL = FLOATS | INTEGERS


def _where(predicate: Value, true_value: Term, false_value: Term) -> Value:
    values = [term for term in (true_value, false_value) if isinstance(term, Value)]
    lane = widest(*values) if values else predicate.lane
    if predicate.lane != lane:
        predicate = sfpu.nez(predicate).to(lane)
    return apply("where", predicate, true_value, false_value)


def _clamp(x: Value, low: Term | None, high: Term | None) -> Value:
    if low is None and high is None:
        raise ValueError("min and max: None and None; at least one has to be given")
    if low is not None:
        x = apply("max", x, low)
    return x if high is None else apply("min", x, high)


where = ternary(
    "where",
    _where,
    "true_value where the predicate is not 0, else false_value.",
    ALL,
    tensors=("predicate", "true_value", "false_value"),
    numbers=("true_value", "false_value"),
    like=("true_value", "false_value", "predicate"),
    golden=lambda torch, predicate, yes, no: torch.where(predicate != 0, yes, no),
)
clamp = ternary(
    "clamp",
    _clamp,
    "min(max(x, min), max), where each limit may be left out.",
    ALL,
    tensors=("input_tensor", "min", "max"),
    numbers=("min", "max"),
    optional=("min", "max"),
)
clip = ternary(
    "clip",
    _clamp,
    "clamp.",
    ALL,
    tensors=("input_tensor", "min", "max"),
    numbers=("min", "max"),
    optional=("min", "max"),
)
addcmul = ternary(
    "addcmul",
    lambda a, b, c, *, value=1.0: sfpu.addcmul(a, b, c, value),
    "a + value b c.",
    ALL,
    golden=lambda torch, a, b, c, value: torch.addcmul(a, b, c, value=value),
)
addcdiv = ternary(
    "addcdiv",
    lambda a, b, c, *, value=1.0: sfpu.addcdiv(a, b, c, value),
    "a + value b / c.",
    golden=lambda torch, a, b, c, value: torch.addcdiv(a, b, c, value=value),
)
mac = ternary(
    "mac",
    sfpu.mac,
    "a b + c.",
    ALL,
    numbers=("input_b", "input_c"),
    golden=lambda torch, a, b, c: a * b + c,
)
lerp = ternary(
    "lerp",
    sfpu.lerp,
    "input + weight (end - input).",
    tensors=("input", "end", "weight"),
    numbers=("weight",),
)
snake_beta = ternary(
    "snake_beta",
    sfpu.snake_beta,
    "x + sin(alpha x)^2 / beta.",
    tensors=("input_tensor", "alpha", "beta"),
    numbers=("alpha", "beta"),
    golden=lambda torch, x, alpha, beta: x + torch.sin(alpha * x) ** 2 / beta,
)
