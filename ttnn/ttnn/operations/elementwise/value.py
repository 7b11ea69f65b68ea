# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What formulas of elementwise operations are made of.

A formula is a Python function of `Value`s and numbers:

    def deg2rad(x: Value) -> Value:
        return x * (math.pi / 180)

Every value has a lane: the dtype in which the SFPU computes it, float32 for all floats. Values of
different lanes meet in the wider one. `sfpu.NAME` is the function of that name in
tt_metal/hw/sfpu_functions.def.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ttnn._ttnn import DataType, sfpu_functions

FLOATS = frozenset({DataType.BFLOAT16, DataType.FLOAT32, DataType.BFLOAT8_B, DataType.BFLOAT4_B})
INTEGERS = frozenset({DataType.INT32, DataType.UINT32, DataType.UINT16, DataType.UINT8})
UNSIGNED = INTEGERS - {DataType.INT32}

_FUNCTIONS = sfpu_functions()
_BY_WIDTH = [
    DataType.UINT8,
    DataType.UINT16,
    DataType.UINT32,
    DataType.INT32,
    DataType.FLOAT32,
]
_CASTS = {
    DataType.FLOAT32: "to_float32",
    DataType.INT32: "to_int32",
    DataType.UINT32: "to_uint32",
    DataType.UINT16: "to_uint16",
    DataType.UINT8: "to_uint8",
}

Number = int | float


class RandomWords:
    """What a function is applied to that takes a new random word for each element."""


RANDOM = RandomWords()


def lane_of(dtype: DataType) -> DataType:
    """Returns the dtype in which elements of `dtype` are computed."""
    return DataType.FLOAT32 if dtype in FLOATS else dtype


@dataclass(frozen=True, eq=False)
class Value:
    """An operand, or a function of other values; one node of a formula.

    Args:
        lane: The dtype in which it is computed.
        function: What makes it; empty for an operand.
        terms: What the function is applied to.
        step_lane: The dtype of these terms.
        operand: Which operand it is.
        dtype: Of an operand: that of its tensor.
    """

    lane: DataType
    function: str = ""
    terms: tuple[Term, ...] = ()
    step_lane: DataType = DataType.FLOAT32
    operand: int = -1
    dtype: DataType | None = None

    @property
    def is_float(self) -> bool:
        """Whether it is computed in float32."""
        return self.lane == DataType.FLOAT32

    def to(self, lane: DataType) -> Value:
        """Returns it as a number of another lane."""
        return self if lane == self.lane else apply(_CASTS[lane], self)

    def __add__(self, other: Term) -> Value:
        """Returns x + y."""
        return apply("add", self, other)

    def __radd__(self, other: Number) -> Value:
        """Returns y + x."""
        return apply("add", self, other)

    def __sub__(self, other: Term) -> Value:
        """Returns x - y."""
        return apply("sub", self, other)

    def __rsub__(self, other: Number) -> Value:
        """Returns y - x."""
        return apply("rsub", self, other)

    def __mul__(self, other: Term) -> Value:
        """Returns x times y."""
        return apply("mul", self, other)

    def __rmul__(self, other: Number) -> Value:
        """Returns y times x."""
        return apply("mul", self, other)

    def __truediv__(self, other: Term) -> Value:
        """Returns x by y."""
        return apply("div", self, other)

    def __rtruediv__(self, other: Number) -> Value:
        """Returns y by x."""
        return apply("div", other, self)

    def __neg__(self) -> Value:
        """Returns -x."""
        return apply("negative", self)


Term = Value | Number | RandomWords
"""What a function is applied to."""


def operand(place: int, dtype: DataType) -> Value:
    """Returns the operand of that place, a tensor of `dtype`."""
    return Value(lane_of(dtype), operand=place, dtype=dtype)


def apply(function: str, *terms: Term) -> Value:
    """Returns a function of the SFPU, applied to terms of which at least one is no number.

    Raises:
        ValueError: The function is not there for the lane of the terms.
    """
    num_operands, lanes, result = _FUNCTIONS[function]
    assert len(terms) == num_operands, f"{function} takes {num_operands} terms, not {len(terms)}"
    lane = widest(*terms)
    if lane not in lanes:
        raise ValueError(f"dtype: {lane}; {function} is not defined for it")
    same_lane = tuple(term.to(lane) if isinstance(term, Value) else term for term in terms)
    return Value(result or lane, function, same_lane, lane)


def widest(*terms: Term) -> DataType:
    """Returns the lane in which terms meet; float32 if all are numbers."""
    lanes = [term.lane for term in terms if isinstance(term, Value)]
    return max(lanes, key=_BY_WIDTH.index, default=DataType.FLOAT32)


def constant(number: Number, lane: DataType) -> Value:
    """Returns a value that is the same everywhere."""
    return Value(lane, "identity", (number,), lane)


def to_float(term: Term) -> Term:
    """Returns a value as float32, a number as it is."""
    return term.to(DataType.FLOAT32) if isinstance(term, Value) else term


class _Sfpu:
    """The functions of the SFPU by name."""

    def __getattr__(self, name: str) -> Callable[..., Value]:
        if name not in _FUNCTIONS:
            raise AttributeError(f"the SFPU has no function {name}")

        def function(*terms: Term) -> Value:
            return apply(name, *terms)

        setattr(self, name, function)
        return function


sfpu = _Sfpu()
