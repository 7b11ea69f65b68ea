# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Calls of elementwise operations: arguments become terms of a formula, its value a tensor."""

from __future__ import annotations

import inspect
from numbers import Integral, Real
from typing import Any

from ttnn import _ttnn
from ttnn._arguments import require_type
from ttnn._ttnn import CoreRangeSet, DataType, MemoryConfig, Tensor
from ttnn.operations.elementwise.chain import compile_chain
from ttnn.operations.elementwise.row import Row
from ttnn.operations.elementwise.value import Number, Term, Value, lane_of, operand


class ElementwiseFunction:
    """A row that can be called."""

    def __init__(self, row: Row):
        self.row = row
        self.__signature__ = row.signature()
        self._own = row.own_parameters()

    def __call__(self, *args: object, **kwargs: object) -> Tensor:
        """Runs it on the device of its tensors."""
        arguments = self._bind(args, kwargs)
        tensors = self._tensors(arguments)
        terms = [self._term(name, arguments, tensors) for name in self.row.tensors]
        own = {parameter.name: self._own_argument(parameter, arguments) for parameter in self._own}
        result = self._activated(self.row.formula(*terms, **own), "activations", arguments)
        return self._run(result, tensors, arguments)

    def _bind(self, args: tuple[object, ...], kwargs: dict[str, object]) -> dict[str, Any]:
        try:
            bound = self.__signature__.bind(*args, **kwargs)
        except TypeError as error:
            raise TypeError(f"ttnn.{self.row.name}: {error}") from None
        bound.apply_defaults()
        return bound.arguments

    def _tensors(self, arguments: dict[str, Any]) -> dict[str, Tensor]:
        """Those of the arguments that are tensors, in order, once all have been checked."""
        row = self.row
        tensors: dict[str, Tensor] = {}
        for name in row.tensors:
            argument = arguments[name]
            if name in row.numbers and isinstance(argument, Real):
                continue
            if name in row.optional and argument is None:
                continue
            require_type(name, argument, Tensor, *((int, float) if name in row.numbers else ()))
            if argument.dtype not in row.dtypes:
                takes = row.listed_dtypes()
                raise ValueError(f"{name}: {argument.dtype}; ttnn.{row.name} takes {takes}")
            tensors[name] = argument
        if not tensors:
            raise TypeError(f"{', '.join(row.tensors)}: numbers; one of them has to be a tensor")
        return tensors

    def _term(
        self, name: str, arguments: dict[str, Any], tensors: dict[str, Tensor]
    ) -> Term | None:
        if name not in tensors:
            number = arguments[name]
            return None if number is None else to_number(number)
        value = operand(list(tensors).index(name), tensors[name].dtype)
        return self._activated(value, f"{name}_activations", arguments)

    def _activated(self, value: Value, name: str, arguments: dict[str, Any]) -> Value:
        for activation in arguments.get(name) or ():
            assert self.row.activate is not None
            value = self.row.activate(value, activation)
        return value

    def _own_argument(self, parameter: inspect.Parameter, arguments: dict[str, Any]) -> Any:
        """A parameter that has a number as default, or neither default nor annotation, is one."""
        argument = arguments[parameter.name]
        if parameter.default is inspect.Parameter.empty:
            is_number = parameter.annotation is inspect.Parameter.empty
        else:
            is_number = isinstance(parameter.default, Real)
        if not is_number:
            return argument
        if not isinstance(argument, Real):
            require_type(parameter.name, argument, int, float)
        return to_number(argument)

    def _run(self, result: Value, tensors: dict[str, Tensor], arguments: dict[str, Any]) -> Tensor:
        output = arguments.get("output_tensor")
        memory_config, cores = arguments.get("memory_config"), arguments.get("sub_core_grids")
        require_type("memory_config", memory_config, MemoryConfig, type(None))
        require_type("output_tensor", output, Tensor, type(None))
        require_type("sub_core_grids", cores, CoreRangeSet, type(None))
        if self.row.in_place:
            output = tensors[self.row.tensors[0]]
        dtype = self._dtype(result, tensors, output, arguments)
        chain = compile_chain(result.to(lane_of(dtype)), len(tensors))
        operands = list(tensors.items())
        return _ttnn.elementwise(operands, chain, dtype, memory_config, output, cores)

    def _dtype(
        self,
        result: Value,
        tensors: dict[str, Tensor],
        output: Tensor | None,
        arguments: dict[str, Any],
    ) -> DataType:
        """As asked for; else that of the tensor it is like, if it is computed as that one is."""
        dtype: DataType | None = arguments.get("dtype")
        require_type("dtype", dtype, DataType, type(None))
        if output is not None:
            if dtype not in (None, output.dtype):
                raise ValueError(f"dtype: {dtype}; that of output_tensor is {output.dtype}")
            return output.dtype
        if dtype is not None:
            return dtype
        like = next(tensors[name] for name in self.row.like or self.row.tensors if name in tensors)
        return like.dtype if lane_of(like.dtype) == result.lane else result.lane


def to_number(value: Any) -> Number:
    """Returns a number as Python's own."""
    return int(value) if isinstance(value, Integral) else float(value)
