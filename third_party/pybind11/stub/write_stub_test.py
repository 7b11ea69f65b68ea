# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What a stub says of modules that are told of as pybind11 does it, in docstrings."""

from __future__ import annotations

import ast
import enum
from types import FunctionType, ModuleType
from typing import Any

import pytest
import write_stub

NAME = "package._extension"


def function(signature: str) -> FunctionType:
    """A function that tells Python nothing, and of which pybind11 has written a docstring."""

    def bound(*args: Any, **kwargs: Any) -> None: ...

    bound.__annotations__ = {}
    bound.__doc__ = f"{signature}\n\nWhat it does.\n"
    bound.__name__ = bound.__qualname__ = signature.partition("(")[0]
    bound.__module__ = NAME
    return bound


def class_(name: str, *bases: type, **members: Any) -> type:
    made = type(name, bases, {"__module__": NAME, "__slots__": (), **members})
    del made.__slots__
    return made


def stub_of(*members: Any) -> str:
    module = ModuleType(NAME)
    for member in members:
        setattr(module, member.__name__, member)
    stub = write_stub.stub_of(NAME, module)
    ast.parse(stub)
    return stub


def test_numbers_are_what_callers_may_rely_on() -> None:
    count = "typing.SupportsInt | typing.SupportsIndex"
    ratio = "typing.SupportsFloat | typing.SupportsIndex"

    stub = stub_of(function(f"spread(counts: list[{count}], by: {ratio} | None = 0.5) -> int"))

    assert "def spread(counts: list[int], by: float | None = 0.5) -> int:" in stub


def test_an_enumeration_has_its_values() -> None:
    colour = enum.Enum("Colour", {"RED": 2, "BLUE": 7}, module=NAME)

    stub = stub_of(colour, function(f"paint(colour: {NAME}.Colour = Colour.RED) -> None"))

    body = "    BLUE = 7\n    RED = 2\ndef paint(colour: Colour = Colour.RED) -> None:"
    assert "class Colour(enum.Enum):\n" in stub
    assert body in stub


def test_attributes_of_an_exception_are_those_declared() -> None:
    error = class_("KernelError", RuntimeError, __annotations__={"core": "tuple[int, int]"})

    assert "class KernelError(RuntimeError):\n    core: tuple[int, int]\n" in stub_of(error)


def test_an_object_with_a_dictionary_has_any_attribute() -> None:
    fixed, free = class_("Fixed"), type("Free", (), {"__module__": NAME})

    assert "__setattr__" not in stub_of(fixed)
    assert "def __getattr__(self, name: str) -> typing.Any" in stub_of(free)
    assert "def __setattr__(self, name: str, value: typing.Any) -> None" in stub_of(free)


def test_a_class_without_constructor_makes_nothing() -> None:
    made_elsewhere = class_("Tensor", __init__=object.__init__)

    assert "def __init__(self, *args: typing.Any, **kwargs: typing.Any) -> typing.NoReturn" in (
        stub_of(made_elsewhere)
    )
    assert "__init__" not in stub_of(class_("Tensor"))


def test_a_module_that_the_build_lacks_is_imported() -> None:
    stub = stub_of(function("convert(image: absent.module.Image) -> int"))

    assert "import absent.module\n" in stub
    assert "def convert(image: absent.module.Image) -> int:" in stub


def test_self_has_no_type_even_where_others_may_be_converted() -> None:
    shape = class_("Shape", rank=function(f"rank(self: {NAME}.Shape | list[int]) -> int"))

    assert "def rank(self) -> int:" in stub_of(shape)


def test_documentation_is_there() -> None:
    assert '"""What it does."""' in stub_of(function("act() -> None"))


def test_an_argument_without_name_is_refused() -> None:
    tensor = class_("Tensor", scale=function(f"scale(self: {NAME}.Tensor, arg0: int) -> int"))

    with pytest.raises(ValueError, match=r"Tensor\.scale: argument arg0 has no name; .* py::arg"):
        stub_of(tensor)


def test_a_function_without_signature_is_refused() -> None:
    with pytest.raises(ValueError, match=r"open: the docstring begins with no signature"):
        stub_of(function("open"))


def test_a_default_that_is_no_literal_is_refused() -> None:
    with pytest.raises(ValueError, match=r"open: the default Core\(0\) of .* at .* py::arg_v"):
        stub_of(function("open(at: int = Core(0)) -> int"))


@pytest.mark.parametrize("argument", ["tt::Buffer", "int = <core 0-0>"])
def test_what_is_no_python_is_refused(argument: str, caplog: pytest.LogCaptureFixture) -> None:
    """As pybind11 writes a C++ class that is bound later, or never."""
    with pytest.raises(SystemExit):
        stub_of(function(f"read(buffer: {argument}) -> int"))

    assert f"In {NAME}.read : Invalid expression" in caplog.text
