# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What an elementwise operation is, as a row of a table, and the signature that follows from it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from ttnn._ttnn import DataType
from ttnn.operations.elementwise.golden import Golden
from ttnn.operations.elementwise.value import Value

Formula = Callable[..., Value]
Activate = Callable[[Value, Any], Value]

UNARY_TAIL: Mapping[str, Any] = {
    "memory_config": None,
    "output_tensor": None,
    "sub_core_grids": None,
}
IN_PLACE_TAIL: Mapping[str, Any] = {
    "activations": (),
    "input_tensor_a_activations": (),
    "input_tensor_b_activations": (),
    "use_legacy": None,
    "sub_core_grids": None,
}
BINARY_TAIL: Mapping[str, Any] = {
    "dtype": None,
    "memory_config": None,
    "output_tensor": None,
    **IN_PLACE_TAIL,
}


@dataclass(frozen=True)
class Row:
    """An elementwise operation.

    Args:
        name: Without "ttnn.".
        tensors: Names of the parameters that are tensors.
        formula: Of these, then of the operation's own parameters.
        dtypes: Of the tensors.
        doc: What it computes, in a sentence.
        numbers: Those of `tensors` that may be numbers instead.
        optional: Those that may be left out, which the formula then has as None.
        like: Those whose dtype the result has: the first that is a tensor. None: as `tensors`.
        tail: The parameters of its family and their defaults.
        in_place: Whether the result is written to the first tensor.
        activate: What puts a fused activation around a value.
        golden: The same by torch; None: torch has it under the same name.
    """

    name: str
    tensors: tuple[str, ...]
    formula: Formula
    dtypes: Collection[DataType]
    doc: str
    numbers: Collection[str] = ()
    optional: Collection[str] = ()
    like: tuple[str, ...] | None = None
    tail: Mapping[str, Any] = field(default_factory=dict)
    in_place: bool = False
    activate: Activate | None = None
    golden: Golden | None = None

    def own_parameters(self) -> list[inspect.Parameter]:
        """Returns the parameters that only this operation has."""
        parameters = list(inspect.signature(self.formula).parameters.values())
        return parameters[len(self.tensors) :]

    def signature(self) -> inspect.Signature:
        """Returns that of the operation, not of its formula."""
        empty = inspect.Parameter.empty
        tensors = [
            inspect.Parameter(
                name,
                inspect.Parameter.POSITIONAL_OR_KEYWORD,
                default=None if name in self.optional else empty,
            )
            for name in self.tensors
        ]
        tail = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default)
            for name, default in self.tail.items()
        ]
        return inspect.Signature([*tensors, *self.own_parameters(), *tail])

    def listed_dtypes(self) -> str:
        """Returns the dtypes that it takes, as a message has them."""
        return ", ".join(str(dtype) for dtype in DataType if dtype in self.dtypes)
