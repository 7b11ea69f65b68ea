# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Families of elementwise operations: a row of a table becomes an operation.

    leaky_relu = unary("leaky_relu", lambda x, negative_slope: sfpu.leaky_relu(x, negative_slope))

The first parameters of a formula are tensors; the further ones are the operation's own, with their
names, kinds and defaults. After these come the parameters that a whole family has.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from ttnn._ttnn import CoreRangeSet, DataType, MemoryConfig, Tensor
from ttnn.decorators import Operation
from ttnn.operations.elementwise.call import ElementwiseFunction
from ttnn.operations.elementwise.golden import Golden, golden_function, of_torch
from ttnn.operations.elementwise.row import (
    BINARY_TAIL,
    IN_PLACE_TAIL,
    UNARY_TAIL,
    Activate,
    Formula,
    Row,
)
from ttnn.operations.elementwise.value import FLOATS


class UnaryOperation(Operation[..., Tensor]):
    """An operation on one tensor, with parameters of its own behind it."""

    if TYPE_CHECKING:

        def __call__(
            self,
            input_tensor: Tensor,
            *own: Any,
            memory_config: MemoryConfig | None = None,
            output_tensor: Tensor | None = None,
            sub_core_grids: CoreRangeSet | None = None,
            **own_by_name: Any,
        ) -> Tensor:
            """Runs it on the device of the tensor."""


class BinaryOperation(Operation[..., Tensor]):
    """An operation on two tensors, with parameters of its own behind them."""

    if TYPE_CHECKING:

        def __call__(
            self,
            input_tensor_a: Tensor,
            input_tensor_b: Tensor | float,
            *own: Any,
            dtype: DataType | None = None,
            memory_config: MemoryConfig | None = None,
            output_tensor: Tensor | None = None,
            sub_core_grids: CoreRangeSet | None = None,
            **own_by_name: Any,
        ) -> Tensor:
            """Runs it on the device of the tensors."""


Kind = TypeVar("Kind", bound=Operation[..., Tensor])

formulas: dict[str, Formula] = {}
"""Those of unary operations, by name."""


def unary(
    name: str,
    formula: Formula,
    doc: str,
    dtypes: Collection[DataType] = FLOATS,
    *,
    tensor: str = "input_tensor",
    golden: Golden | None = None,
) -> UnaryOperation:
    """Makes an operation on one tensor."""
    formulas[name] = formula
    row = Row(name, (tensor,), formula, dtypes, doc, tail=UNARY_TAIL, golden=golden)
    return operation(row, UnaryOperation)


def binary(
    name: str,
    formula: Formula,
    doc: str,
    dtypes: Collection[DataType] = FLOATS,
    *,
    activate: Activate,
    tensors: tuple[str, str] = ("input_tensor_a", "input_tensor_b"),
    numbers: Collection[str] = ("input_tensor_b",),
    golden: Golden | None = None,
) -> BinaryOperation:
    """Makes an operation on two tensors, or on a tensor and a number."""
    row = Row(
        name,
        tensors,
        formula,
        dtypes,
        doc,
        numbers=numbers,
        tail=BINARY_TAIL,
        activate=activate,
        golden=golden,
    )
    return operation(row, BinaryOperation)


def ternary(
    name: str,
    formula: Formula,
    doc: str,
    dtypes: Collection[DataType] = FLOATS,
    *,
    tensors: tuple[str, str, str] = ("input_a", "input_b", "input_c"),
    numbers: Collection[str] = (),
    optional: Collection[str] = (),
    like: tuple[str, ...] | None = None,
    golden: Golden | None = None,
) -> Operation[..., Tensor]:
    """Makes an operation on three tensors, some of which may be numbers, or be left out."""
    row = Row(
        name,
        tensors,
        formula,
        dtypes,
        doc,
        numbers=numbers,
        optional=optional,
        like=like,
        tail={"dtype": None, **UNARY_TAIL},
        golden=golden,
    )
    return operation(row, Operation)


def in_place(out_of_place: Kind, dtypes: Collection[DataType] | None = None) -> Kind:
    """Makes the operation that writes its result to the first tensor, and returns that.

    Args:
        out_of_place: What it computes.
        dtypes: Of the tensors; those of `out_of_place` when None.
    """
    function = out_of_place.function
    assert isinstance(function, ElementwiseFunction)
    row = function.row
    in_place_row = replace(
        row,
        name=f"{row.name}_",
        doc=f"`ttnn.{row.name}`, written to the first tensor. {row.doc}",
        dtypes=dtypes or row.dtypes,
        tail=IN_PLACE_TAIL if row.activate else {"memory_config": None, "sub_core_grids": None},
        in_place=True,
        golden=row.golden or (lambda torch, *args: of_torch(torch, row.name)(*args)),
    )
    return operation(in_place_row, type(out_of_place))


def operation(row: Row, kind: type[Kind]) -> Kind:
    """Makes the operation that a row describes."""
    function = ElementwiseFunction(row)
    return kind(
        function,
        f"ttnn.{row.name}",
        golden_function=golden_function(row.name, function.__signature__, row.tail, row.golden),
        doc=f"{row.doc}\n\nTensors may be {row.listed_dtypes()}, in either layout.",
    )
