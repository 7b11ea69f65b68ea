# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Kinds of members of a wheel: approved once, whichever kernels and modules come later."""

from __future__ import annotations

import re
from collections.abc import Iterable

_EXTENSION_ABI = re.compile(r"\.(?:cpython-[\w-]+|abi3)\.so$")


def without_abi(path: str) -> str:
    """Returns the path with an extension module's name shortened to what all interpreters share."""
    return _EXTENSION_ABI.sub(".so", path)


def class_of(path: str) -> str:
    """Returns the pattern that the member falls under.

    Two folders count, and of a file its ending, or its name where it is the only one of its kind.
    """
    folder, _, name = without_abi(path).rpartition("/")
    if ".dist-info" in path:
        _, *below = folder.split("/")
        shown = [*below[:1], *(["**"] if below[1:] else []), "*" if below else name]
        return "/".join(["*.dist-info", *shown])
    shown = name if name == "py.typed" or name.endswith(".so") else f"*.{name.split('.')[-1]}"
    first, *below = folder.split("/")
    return "/".join([first, *below[:1], *(["**"] if below else []), shown])


def describe(component_of: Iterable[tuple[str, str]]) -> str:
    """Returns the reviewed text: one line for each kind of (path, component)."""
    lines = {f"{component}: {class_of(path)}" for path, component in component_of}
    return "".join(f"{line}\n" for line in sorted(lines))
