# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The libraries that ttnn works with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module, metadata

from ttnn.diagnosis.distribution import version_of
from ttnn.diagnosis.finding import Finding

# As in the requirements of the distribution.
OLDEST = {"numpy": "1.24", "torch": "2.2"}


def library_findings() -> Iterator[Finding]:
    """Imports NumPy, which is needed, and asks for the version of torch, which may be absent."""
    yield _numpy()
    yield _torch()


def _numpy() -> Finding:
    try:
        version: str = import_module("numpy").__version__
    except Exception as error:  # another module of that name may do anything
        reason = f"{type(error).__name__}: {str(error).strip().partition(chr(10))[0]}"
        advice = _installation("numpy", is_broken=True)
        return Finding("numpy", f"cannot be imported: {reason}", "problem", advice)
    if not is_at_least(version, OLDEST["numpy"]):
        return Finding("numpy", f"{version} is too old", "problem", _installation("numpy"))
    return Finding("numpy", version)


def _torch() -> Finding:
    # Importing it takes seconds, and only conversions do.
    try:
        version = version_of(metadata.distribution("torch"))
    except metadata.PackageNotFoundError:
        return Finding("torch", "not installed; only from_torch and to_torch need it")
    if not version:
        fact = "its METADATA is missing or damaged"
        return Finding("torch", fact, "warning", _installation("torch", is_broken=True))
    if not is_at_least(version, OLDEST["torch"]):
        return Finding("torch", f"{version} is too old", "warning", _installation("torch"))
    return Finding("torch", version)


def _installation(name: str, *, is_broken: bool = False) -> str:
    """The command that installs a library, whatever is in its place."""
    # pip is content with what calls itself installed, whatever state it is in.
    option = "--force-reinstall " if is_broken else ""
    return f'python -m pip install {option}"{name}>={OLDEST[name]}"'


def is_at_least(version: str, oldest: str) -> bool:
    """Compares the numbers at the start of two versions."""
    found, needed = (
        [int(n) for n in re.findall(r"\d+", v.split("+")[0])[:2]] for v in (version, oldest)
    )
    return found >= needed
