# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What pybind11-stubgen leaves out of a stub, as mixins of its parser: each says one thing more."""

from __future__ import annotations

import enum
import inspect
import re
from collections.abc import Iterator
from types import ModuleType, WrapperDescriptorType

import pybind11_stubgen
from pybind11_stubgen.parser.interface import IParser
from pybind11_stubgen.structs import (
    Annotation,
    Attribute,
    Class,
    Docstring,
    Field,
    Function,
    Identifier,
    Method,
    Module,
    QualifiedName,
    Value,
)

# What pybind11 writes for a C++ number names all that it would convert. float is among it, which
# has __int__ and yet is refused; a caller is promised what is written here.
_NUMBERS = {
    "typing.SupportsInt | typing.SupportsIndex": "int",
    "typing.SupportsFloat | typing.SupportsIndex": "float",
}
# The text of a default that is a member of an enumeration.
_MEMBER = re.compile(r"[A-Za-z]\w*\.[A-Z][A-Z0-9_]*$")
_ANY_ATTRIBUTE = [
    "__getattr__(self, name: str) -> typing.Any",
    "__setattr__(self, name: str, value: typing.Any) -> None",
]
_NO_CONSTRUCTOR = ["__init__(self, *args: typing.Any, **kwargs: typing.Any) -> typing.NoReturn"]
_UNNAMED = re.compile(r"arg\d+$")


class NumbersAsPromised(IParser):
    """Numbers are `int` and `float`, not what they could be converted from."""

    def parse_annotation_str(self, annotation_str: str) -> Annotation:
        """Reads a type as it stands in a signature."""
        for conversions, number in _NUMBERS.items():
            annotation_str = annotation_str.replace(conversions, number)
        return super().parse_annotation_str(annotation_str)


class EnumerationsWithValues(IParser):
    """An enumeration has its members with their values, and nothing else."""

    def handle_class(self, path: QualifiedName, class_: type) -> Class | None:
        """Reads a class."""
        if not issubclass(class_, enum.Enum):
            return super().handle_class(path, class_)
        members = [
            Attribute(Identifier(name), Value(repr(member.value), is_print_safe=True))
            for name, member in class_.__members__.items()
        ]
        return Class(
            name=path[-1],
            doc=Docstring(class_.__doc__) if class_.__doc__ else None,
            bases=self.handle_bases(path, class_.__bases__),
            fields=[Field(member, "static") for member in members],
        )


class WhatInstancesHave(IParser):
    """Attributes declared by `attr_with_type_hint`, or any; and whether there is a constructor."""

    def handle_class(self, path: QualifiedName, class_: type) -> Class | None:
        """Reads a class."""
        described = super().handle_class(path, class_)
        if described is not None and not issubclass(class_, enum.Enum):
            described.fields += [
                Field(Attribute(Identifier(name), None, self.parse_annotation_str(text)), None)
                for name, text in inspect.get_annotations(class_).items()
            ]
            if "__dict__" in vars(class_):  # py::dynamic_attr()
                described.methods += self._methods(_ANY_ATTRIBUTE)
            if isinstance(vars(class_).get("__init__"), WrapperDescriptorType):  # no py::init()
                described.methods += self._methods(_NO_CONSTRUCTOR)
        return described

    def _methods(self, signatures: list[str]) -> list[Method]:
        functions = [
            self.parse_function_docstring(Identifier(signature.partition("(")[0]), [signature])
            for signature in signatures
        ]
        return [Method(function, None) for (function,) in functions]


class NamesOfAbsentModules(IParser):
    """A type of a module that the build does not have, like NumPy's, is taken at its word."""

    def _get_parent_module(self, name: QualifiedName) -> QualifiedName | None:
        if name[0] == "pybind11_builtins":  # that of a base which no stub shows
            return None
        return super()._get_parent_module(name) or name.parent or None


_ADDITIONS = (
    NumbersAsPromised,
    EnumerationsWithValues,
    WhatInstancesHave,
    NamesOfAbsentModules,
)


def parse(name: str, module: ModuleType) -> Module:
    """Reads all that a loaded extension module has.

    Raises:
        SystemExit: A signature cannot be read; why is on stderr.
        ValueError: A signature does not say all that its reader needs.
    """
    arguments = pybind11_stubgen.arg_parser().parse_args(
        ["--exit-code", name], namespace=pybind11_stubgen.CLIArgs()
    )
    library_parser = type(pybind11_stubgen.stub_parser_from_args(arguments))
    parser = type("Parser", (*_ADDITIONS, library_parser), {})()
    parser.set_print_safe_value_pattern(_MEMBER)
    described = parser.handle_module(QualifiedName.from_str(name), module)
    parser.finalize()
    # The extension itself has no such attribute.
    described.attributes = [each for each in described.attributes if each.name != "__all__"]
    _forget_type_of_self(described)
    faults = [
        f"{where}: {fault}"
        for where, function in _functions(described)
        for fault in _faults(function)
    ]
    if faults:
        raise ValueError("\n".join(faults))
    return described


def _classes(scope: Module | Class) -> Iterator[Class]:
    for class_ in scope.classes:
        yield class_
        yield from _classes(class_)


def _forget_type_of_self(module: Module) -> None:
    for class_ in _classes(module):
        for method in class_.methods:
            if method.modifier is None:
                method.function.args[0].annotation = None


def _functions(module: Module) -> Iterator[tuple[str, Function]]:
    for function in module.functions:
        yield function.name, function
    for class_ in _classes(module):
        for method in class_.methods:
            yield f"{class_.name}.{method.function.name}", method.function


def _faults(function: Function) -> Iterator[str]:
    if function.returns is None:
        yield "the docstring begins with no signature; leave that to pybind11"
    for argument in function.args:
        if _UNNAMED.match(argument.name):
            yield f'argument {argument.name} has no name; give its binding py::arg("...")'
        if isinstance(argument.default, Value) and not argument.default.is_print_safe:
            yield (
                f"the default {argument.default.repr} of argument {argument.name} is no literal; "
                f'write py::arg_v("{argument.name}", value, "Class.MEMBER")'
            )
