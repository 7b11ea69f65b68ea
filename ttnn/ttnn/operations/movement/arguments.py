# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Checks of what operations that move data are given, and the decorator that makes operations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from numbers import Integral, Real
from operator import index
from typing import Any, ParamSpec, TypeVar

from ttnn._arguments import require_type
from ttnn._ttnn import MemoryConfig, Shape, StorageType, Tensor
from ttnn.decorators import Golden, Operation

P = ParamSpec("P")
R = TypeVar("R")


def operation(golden: Golden | None = None) -> Callable[[Callable[P, R]], Operation[P, R]]:
    """Makes an operation of a function, under its name in `ttnn`."""

    def decorate(function: Callable[P, R]) -> Operation[P, R]:
        return Operation(function, f"ttnn.{function.__name__}", golden_function=golden)

    return decorate


def require_tensor(name: str, tensor: Tensor, memory_config: MemoryConfig | None = None) -> None:
    """Raises TypeError for what is no tensor or memory configuration, RuntimeError if freed."""
    require_type(name, tensor, Tensor)
    require_type("memory_config", memory_config, MemoryConfig, type(None))
    if not tensor.is_allocated():
        raise RuntimeError(f"{name}: the tensor was deallocated")


def require_alike(name: str, tensors: Sequence[Tensor]) -> None:
    """Raises ValueError unless there are tensors, of one dtype, layout, rank and device."""
    if not isinstance(tensors, (list, tuple)):
        raise TypeError(f"{name}: expected a list of ttnn.Tensor, got {type(tensors).__name__}")
    if not tensors:
        raise ValueError(f"{name}: is empty; there must be one tensor or more")
    for i, tensor in enumerate(tensors):
        require_tensor(f"{name}[{i}]", tensor)
    questions: dict[str, Callable[[Tensor], Any]] = {
        "dtype": lambda tensor: tensor.dtype,
        "layout": lambda tensor: tensor.layout,
        "tile": lambda tensor: tensor.tile,
        "rank": lambda tensor: len(tensor.shape),
        "storage": lambda tensor: tensor.storage_type(),
        "device": lambda tensor: tensor.device(),
    }
    for what, ask in questions.items():
        first = ask(tensors[0])
        for i, tensor in enumerate(tensors):
            if ask(tensor) != first:
                raise ValueError(
                    f"{name}: {what} {first} of the first and {ask(tensor)} of number {i}; "
                    f"all must have one {what}"
                )


def is_on_host(tensor: Tensor) -> bool:
    """Whether a tensor is on the host."""
    return tensor.storage_type() == StorageType.HOST


Number = int | float


def checked_number(name: str, value: object) -> Number:
    """A number as the extension takes it, also of NumPy's. Raises TypeError for anything else."""
    if isinstance(value, Real) and not isinstance(value, bool):
        return int(value) if isinstance(value, Integral) else float(value)
    raise TypeError(f"{name}: expected a number, got {type(value).__name__}")


def checked_int(name: str, value: object) -> int:
    """An integer, also of NumPy's. Raises TypeError for anything else."""
    try:
        if isinstance(value, bool):
            raise TypeError
        return index(value)  # type: ignore[arg-type]
    except TypeError:
        raise TypeError(f"{name}: expected int, got {type(value).__name__}") from None


def checked_ints(name: str, values: object) -> list[int]:
    """A list of integers of a sequence of them. Raises TypeError for anything else."""
    if not isinstance(values, (list, tuple, Shape)):
        raise TypeError(f"{name}: expected a list of int, got {type(values).__name__}")
    return [checked_int(f"{name}[{i}]", value) for i, value in enumerate(values)]


def checked_dim(name: str, dim: object, rank: int) -> int:
    """A dimension from 0 on. Raises ValueError unless it is between -rank and rank - 1."""
    number = checked_int(name, dim)
    if not -rank <= number < rank:
        raise ValueError(f"{name}: {number}; of {rank} dimensions it is {-rank} to {rank - 1}")
    return number % rank


def checked_dims(name: str, dims: object, rank: int) -> list[int]:
    """Different dimensions from 0 on."""
    numbers = [checked_dim(name, dim, rank) for dim in checked_ints(name, dims)]
    if len(set(numbers)) != len(numbers):
        raise ValueError(f"{name}: {dims}; a dimension comes twice")
    return numbers
