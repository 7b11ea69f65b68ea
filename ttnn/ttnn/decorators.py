# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Operations as objects: what every function of the package that works on tensors has in common.

An `Operation` is called like a function. It knows the name under which users find it, and a golden
function: the same computed by torch on torch tensors, which is imported only when it is called.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

Golden = Callable[..., Any]
PreHook = Callable[["Operation[..., Any]", tuple[Any, ...], dict[str, Any]], object]
PostHook = Callable[["Operation[..., Any]", tuple[Any, ...], dict[str, Any], Any], object]

_registered: dict[str, Operation[..., Any]] = {}
_pre_hooks: list[PreHook] = []
_post_hooks: list[PostHook] = []


class Operation(Generic[P, R]):
    """A function on tensors.

    Args:
        function: What it does.
        python_fully_qualified_name: "ttnn.add".
        golden_function: The same on torch tensors.
        doc: Its documentation; that of `function` when None.
        is_cpp_operation: Whether kernels do it, not other operations.
    """

    __ttnn_operation__ = True

    def __init__(
        self,
        function: Callable[P, R],
        python_fully_qualified_name: str,
        *,
        golden_function: Golden | None = None,
        doc: str | None = None,
        is_cpp_operation: bool = True,
    ):
        self.function = function
        self.python_fully_qualified_name = python_fully_qualified_name
        self.golden_function = golden_function
        self.preprocess_golden_function_inputs: Golden | None = None
        self.postprocess_golden_function_outputs: Golden | None = None
        self.is_cpp_operation = is_cpp_operation
        self.is_experimental = python_fully_qualified_name.startswith("ttnn.experimental.")
        self.__name__ = python_fully_qualified_name.rpartition(".")[2]
        self.__qualname__ = self.__name__
        self.__doc__ = doc or function.__doc__
        self.__wrapped__ = function  # whose signature is shown
        _registered[python_fully_qualified_name] = self

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Runs it. `queue_id` and `cq_id` are accepted: there is one command queue."""
        kwargs.pop("queue_id", None)
        kwargs.pop("cq_id", None)
        if not _pre_hooks and not _post_hooks:
            return self.function(*args, **kwargs)
        for before in _pre_hooks:
            _require_none(before(self, args, kwargs))
        result = self.function(*args, **kwargs)
        for after in _post_hooks:
            _require_none(after(self, args, kwargs, result))
        return result

    def __repr__(self) -> str:
        """Its name."""
        return f"<operation {self.python_fully_qualified_name}>"


def _require_none(answer: object) -> None:
    if answer is not None:
        raise RuntimeError(f"hook: returned {answer!r}; hooks look on and return None")


def register_python_operation(
    name: str, *, golden_function: Golden | None = None, doc: str | None = None
) -> Callable[[Callable[P, R]], Operation[P, R]]:
    """Makes an operation of a function that is composed of others: a decorator.

    Args:
        name: Fully qualified, "ttnn.outer".
        golden_function: The same on torch tensors.
        doc: Documentation; that of the function when None.
    """

    def decorate(function: Callable[P, R]) -> Operation[P, R]:
        return Operation(
            function, name, golden_function=golden_function, doc=doc, is_cpp_operation=False
        )

    return decorate


def attach_golden_function(
    operation: Operation[..., Any],
    golden_function: Golden,
    *,
    preprocess_golden_function_inputs: Golden | None = None,
    postprocess_golden_function_outputs: Golden | None = None,
) -> None:
    """Gives an operation a golden function, and what is to be done around it."""
    operation.golden_function = golden_function
    operation.preprocess_golden_function_inputs = preprocess_golden_function_inputs
    operation.postprocess_golden_function_outputs = postprocess_golden_function_outputs


def get_golden_function(operation: Operation[..., Any]) -> Golden:
    """Returns what computes the same by torch.

    Raises:
        RuntimeError: The operation has none.
    """
    if operation.golden_function is None:
        name = operation.python_fully_qualified_name
        raise RuntimeError(f"{name}: has no golden function; give it one: attach_golden_function")
    return operation.golden_function


def query_registered_operations(
    include_experimental: bool = False,
) -> list[Operation[..., Any]]:
    """Returns all operations, by name."""
    return [
        operation
        for _, operation in sorted(_registered.items())
        if include_experimental or not operation.is_experimental
    ]


def dump_operations(csv_file: str | Path, include_experimental: bool = False) -> None:
    """Writes a table of all operations: name, whether it has a golden function, who does it."""
    with Path(csv_file).open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["python_fully_qualified_name", "has_golden_function", "is_cpp_operation"])
        for operation in query_registered_operations(include_experimental):
            has_golden = operation.golden_function is not None
            name = operation.python_fully_qualified_name
            table.writerow([name, has_golden, operation.is_cpp_operation])


@contextmanager
def register_pre_operation_hook(hook: PreHook) -> Iterator[None]:
    """Has `hook(operation, args, kwargs)` called before every operation within."""
    _pre_hooks.append(hook)
    try:
        yield
    finally:
        _pre_hooks.remove(hook)


@contextmanager
def register_post_operation_hook(hook: PostHook) -> Iterator[None]:
    """Has `hook(operation, args, kwargs, output)` called after every operation within."""
    _post_hooks.append(hook)
    try:
        yield
    finally:
        _post_hooks.remove(hook)
