# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Checks of argument types at the border of the package, before the extension sees them.

The extension's own overload errors list signatures; these name the argument and the value.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import index


def require_type(name: str, value: object, *expected: type) -> None:
    """Raises TypeError naming the argument unless `value` is an instance of one of `expected`.

    `None` is accepted where `type(None)` is among them; `bool` never counts as `int`.
    """
    is_disguised_bool = isinstance(value, bool) and bool not in expected
    if isinstance(value, expected) and not is_disguised_bool:
        return
    wanted = " or ".join("None" if kind is type(None) else _name(kind) for kind in expected)
    raise TypeError(f"{name}: expected {wanted}, got {_name(type(value))}")


def _name(kind: type) -> str:
    module = kind.__module__.removesuffix("._ttnn")
    return kind.__qualname__ if module == "builtins" else f"{module}.{kind.__qualname__}"


def words(name: str, values: Iterable[int]) -> list[int]:
    """Returns 32-bit words; NumPy's integers are among what is taken.

    Raises:
        TypeError: A value is no integer.
        ValueError: A value is not between 0 and 2**32 - 1.
    """
    checked = []
    for position, value in enumerate(values):
        try:
            word = index(value)
        except TypeError:
            kind = _name(type(value))
            raise TypeError(f"{name}[{position}]: expected int, got {kind}") from None
        if not 0 <= word < 2**32:
            raise ValueError(f"{name}[{position}]: {word}; a word is between 0 and 2**32 - 1")
        checked.append(word)
    return checked
