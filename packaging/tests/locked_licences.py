# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Licences of the locked distributions, as SPDX expressions drawn from what each says of itself."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from license_expression import ExpressionError, get_spdx_licensing

from tools.source_tree import source_tree

_SPDX = get_spdx_licensing()

# What distributions without a License-Expression say, in the words of the old metadata.
_OLD_WORDS = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "GNU General Public License v2 (GPLv2)": "GPL-2.0-only",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "PSFL": "PSF-2.0",
    "Public Domain": "LicenseRef-scancode-public-domain",
    "Public domain": "LicenseRef-scancode-public-domain",
    "Python Software Foundation License": "PSF-2.0",
    "GNU General Public License (GPL)": "GPL-1.0-or-later",
    "GNU Library or Lesser General Public License (LGPL)": "LGPL-2.0-or-later",
    "zlib/libpng License": "Zlib",
}
_CLASSIFIER = "License :: "
_PIN = r"([A-Za-z][\w.-]*)(?:\[[\w,-]+\])?==(\d[\w.+!-]*)"
_LOCKED = re.compile(f"^{_PIN}", re.MULTILINE)
_QUOTED = re.compile(f"[\"']{_PIN}[\"']")


def is_expression(text: str) -> bool:
    """Whether every licence in the text is SPDX's."""
    # Some put the whole text of their licence where its name belongs.
    if not text or "\n" in text:
        return False
    try:
        _SPDX.parse(text, validate=True)
    except ExpressionError:
        return False
    return True


def licences_in(expression: str) -> set[str]:
    """Returns the keys of the licences that an expression names."""
    return set(_SPDX.license_keys(expression))


def expression_of(metadata: Mapping[str, Any]) -> str:
    """Returns the SPDX expression of a distribution from its core metadata in JSON form.

    Raises:
        ValueError: it says nothing that can be understood.
    """
    if metadata.get("license_expression"):
        return str(_SPDX.parse(metadata["license_expression"]))
    words = [metadata.get("license") or ""]
    classifiers = [c for c in metadata.get("classifier", []) if c.startswith(_CLASSIFIER)]
    for word in words:
        text = _OLD_WORDS.get(word, word)
        if is_expression(text):
            return str(_SPDX.parse(text))
    known = sorted(
        {_OLD_WORDS[name] for c in classifiers if (name := c.split(" :: ")[-1]) in _OLD_WORDS}
    )
    if not known:
        raise ValueError(
            f"{metadata['name']} {metadata['version']}: no licence that SPDX knows in "
            f"{words + classifiers}; add its words to packaging/tests/locked_licences.py"
        )
    return " AND ".join(known)


def _normalized(name: str) -> str:
    """Returns the name as indexes compare it. The library for it has the name of this folder."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_table(text: str) -> dict[str, str]:
    """Returns the expression of each distribution in the table, by `name==version`."""
    return dict(line.split(": ", 1) for line in text.splitlines() if line)


def name_of(requirement: str) -> str:
    """Returns the name in a `name==version`."""
    return requirement.partition("==")[0]


def pinned(root: Path) -> set[str]:
    """Returns `name==version` of each Python distribution that the tree pins, in each version.

    A later version may have another licence, and locks may differ in the version that they take.
    """
    found: set[str] = set()
    for path in source_tree.list_files(root):
        if path.name.endswith(".lock.json"):
            lock = json.loads((root / path).read_text(encoding="utf-8"))
            for name, pin in lock.get("wheels", {}).items():
                found.add(f"{_normalized(name)}=={pin['version']}")
        if path.suffix in {".bzl", ".lock", ".py"} and not path.stem.endswith("_test"):
            text = (root / path).read_text(encoding="utf-8")
            pattern = _LOCKED if path.suffix == ".lock" else _QUOTED
            for name, version in pattern.findall(text):
                found.add(f"{_normalized(name)}=={version}")
    return found
